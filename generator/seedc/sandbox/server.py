"""A running server: how it is found, and how to connect to it.

It is alive exactly while `server.lock` is held, and ready when `postmaster.pid`
says so and its socket answers.
"""

import contextlib
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import final
from urllib.parse import quote

from seedc.model.errors import WorldError
from seedc.sandbox.cluster import SUPERUSER
from seedc.sandbox.home import PORT, Home

PAUSE = 0.02
QUOTED_LINES = 8


@final
@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers.

    Attributes:
        sockets: Folder of its socket; absolute, without characters to quote.
    """

    sockets: Path

    def conninfo(self, database: str, user: str = SUPERUSER) -> str:
        """Return what libpq needs to connect, whatever the PG* variables say."""
        escaped = database.replace("\\", "\\\\").replace("'", "\\'")
        return (
            f"host='{self.sockets}' port={PORT} user={user} dbname='{escaped}' "
            "client_encoding=utf8 options=''"
        )

    def url(self, database: str) -> str:
        """Return the URL of a database, for people and their tools."""
        name = quote(database, safe="")
        return f"postgresql://{SUPERUSER}@/{name}?host={self.sockets}&port={PORT}"


def find(home: Home) -> Server | None:
    """Return the server of `home` if it is running and ready."""
    lines = postmaster_lines(home)
    if lines and lines[-1].strip() == "ready" and _answers(home.sockets):
        return Server(home.sockets)
    return None


def postmaster_lines(home: Home) -> list[str]:
    """Return what the server wrote about itself: its pid first, its status last."""
    try:
        return (home.data / "postmaster.pid").read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return []


def failure(home: Home, what: str) -> WorldError:
    """Return an error that quotes the last words of the server."""
    said: list[str] = []
    with contextlib.suppress(FileNotFoundError):
        said = home.log.read_text("utf-8", "replace").splitlines()[-QUOTED_LINES:]
    quoted = "".join(f"\n  {line}" for line in said)
    return WorldError(
        f"the embedded PostgreSQL in `{home.folder}` {what}{quoted}",
        hint="`seedc down --reset` deletes it, and `seedc up` makes it anew",
    )


def ticks(seconds: float) -> Iterator[float]:
    """Yield the seconds since the first tick, with pauses, until they are over."""
    begun = time.monotonic()
    while (elapsed := time.monotonic() - begun) < seconds:
        yield elapsed
        time.sleep(PAUSE)


def _answers(sockets: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(f"{sockets}/.s.PGSQL.{PORT}")
        except OSError:
            return False
    return True
