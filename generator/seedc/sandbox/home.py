"""Where a project's PostgreSQL lives, and as whom it runs.

A user's server lives in the project, in `.seedc/postgres`. PostgreSQL refuses to
run as root, so for root it runs as a system user that exists already, in a folder
outside the project, which that user may be unable to reach.
"""

import hashlib
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.model.errors import WorldError

PORT = 5432  # names the socket, nothing listens on the network
SERVER_USERS = ("postgres", "_postgres", "nobody")
LONGEST_SOCKET_PATH = 100  # macOS ends at 103 bytes, Linux at 107

# Unlike the folder of TMPDIR, these are the same in every shell, so that `down`
# looks where `up` did, and they leave room for the name of a socket.
SHORT_LIVED = Path("/tmp")  # noqa: S108 - a checked 0700 folder is made in it
LONG_LIVED = Path("/var/tmp")  # noqa: S108 - likewise, and it survives a reboot

# libpq splits a host at commas, PostgreSQL a socket folder as well, and what
# people paste into a shell should need no quotes.
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._+@=-]+")


@final
@dataclass(frozen=True, slots=True)
class Account:
    """The system user as whom root runs the server."""

    name: str
    uid: int
    gid: int


@final
@dataclass(frozen=True, slots=True)
class Home:
    """The folders of one server. Nothing outside of them is ever changed.

    Attributes:
        folder: Holds everything but, perhaps, the socket.
        sockets: Holds the socket; in `folder` where such a path is short enough.
        account: As whom the server runs; None: as the user who started seedc.
    """

    folder: Path
    sockets: Path
    account: Account | None

    @property
    def data(self) -> Path:
        """The cluster, made whole by one rename: it is complete or absent."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server said since its last start."""
        return self.folder / "server.log"


def locate(project: Path) -> Home:
    """Say where the server of the project in folder `project` lives.

    Raises:
        WorldError: On Windows, or for root where no system user can run it.
    """
    if sys.platform == "win32":
        message = "the embedded PostgreSQL needs Linux or macOS"
        raise WorldError(
            message,
            hint="load out/postgres into a PostgreSQL of your own, or use WSL",
        )
    root = project.resolve()
    if os.geteuid() == 0:
        folder = LONG_LIVED / f"seedc-{_digest(root)}"
        return Home(folder, folder / "socket", _server_account())
    folder = root / ".seedc" / "postgres"
    return Home(folder, _sockets(folder), account=None)


def _sockets(folder: Path) -> Path:
    inside = folder / "socket"
    if _holds_a_socket(inside):
        return inside
    return SHORT_LIVED / f"seedc-{os.geteuid()}-{_digest(folder)}"


def _holds_a_socket(folder: Path) -> bool:
    path = f"{folder}/.s.PGSQL.{PORT}"
    return len(path) <= LONGEST_SOCKET_PATH and bool(PLAIN_PATH.fullmatch(path))


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:16]


def _server_account() -> Account:
    import pwd  # noqa: PLC0415 - the module does not exist on Windows

    for name in SERVER_USERS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    names = " or ".join(f"`{name}`" for name in SERVER_USERS)
    message = f"PostgreSQL does not run as root, and there is no system user {names}"
    raise WorldError(message, hint="run seedc as an ordinary user")
