"""Makes the data folder of a server: complete, or not at all."""

import contextlib
import re
from pathlib import Path

from seedc.model.errors import WorldError
from seedc.sandbox.folders import delete, make_served
from seedc.sandbox.home import Home
from seedc.sandbox.process import run

SUPERUSER = "seedc"
BUILTIN_LOCALE = 17  # the major version that brought it

# Trust is safe here: whoever can open the socket may enter its 0700 folder.
INITDB = (
    "--auth=trust",
    "--encoding=UTF8",
    "--no-instructions",
    f"--username={SUPERUSER}",
)


def ensure_cluster(home: Home, binaries: Path, claim: int) -> None:
    """Make the cluster of `home`, unless one that `binaries` can run is there.

    One of another major version is replaced: what is in it is disposable.
    """
    major = _major_of_programs(binaries)
    if major == _major_of_data(home.data):
        return
    # `claim` proves that no `initdb` of a killed run still writes here.
    half = home.folder / "data.new"
    delete(half)
    make_served(half, home)
    _initdb(half, home, binaries, claim)
    delete(home.data)
    half.rename(home.data)


def _initdb(data: Path, home: Home, binaries: Path, claim: int) -> None:
    locale = _locale(_major_of_programs(binaries))
    command = (f"{binaries}/initdb", *INITDB, *locale, f"--pgdata={data}")
    run(command, home.account, claim=claim)


def _locale(major: int) -> tuple[str, ...]:
    # Text sorts by code point; `lower` and `upper` know all of Unicode, and where
    # PostgreSQL brings the locale itself they do so equally on every machine.
    if major >= BUILTIN_LOCALE:
        return "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"
    return ("--locale=C.UTF-8",)


def _major_of_programs(binaries: Path) -> int:
    said = run([f"{binaries}/postgres", "--version"], None)
    found = re.search(r"\(PostgreSQL\) (\d+)", said)
    if found is None:
        message = f"`{binaries}/postgres` is no PostgreSQL: it says {said!r}"
        raise WorldError(message)
    return int(found[1])


def _major_of_data(data: Path) -> int | None:
    with contextlib.suppress(FileNotFoundError, ValueError):
        return int((data / "PG_VERSION").read_text("ascii"))
    return None
