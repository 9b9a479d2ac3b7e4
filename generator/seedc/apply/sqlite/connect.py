"""Opens a file of SQLite, or a database in memory in its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from seedc.apply.sqlite.refused import refusals
from seedc.model.errors import WorldError

_SECONDS = {"ms": 0.001, "s": 1, "min": 60, "h": 3600}
_FOREVER: Final = 1_000_000.0
_OLDEST: Final = (3, 33, 0)
"""The first SQLite that knows `UPDATE ... FROM`, as `seed.sql` does."""


@contextmanager
def connected(path: Path, lock_timeout: str) -> Iterator[sqlite3.Connection]:
    """Open a file that is there; it is not written unless a transaction says so.

    Args:
        path: The file.
        lock_timeout: Longest wait for another program, such as `5s`; `0s`: no limit.

    Raises:
        WorldError: The file cannot be used.
    """
    _check(path)
    with refusals(path):
        name = f"file:{quote(str(path.absolute()))}?mode=rw"
        connection = sqlite3.connect(
            name, uri=True, timeout=seconds(lock_timeout), isolation_level=None
        )
        with closing(connection):
            connection.execute("PRAGMA foreign_keys = ON")
            yield connection


@contextmanager
def in_memory() -> Iterator[sqlite3.Connection]:
    """Open a database that is gone when it is closed."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def create(path: Path) -> None:
    """Make an empty file, unless there is one.

    Raises:
        WorldError: Its folder is missing, or not to be written to.
    """
    try:
        path.touch()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"`{path}` cannot be made: {reason}"
        raise WorldError(message, hint="make its folder, or name another") from error


def seconds(interval: str) -> float:
    """Return an interval of `seedc.toml`, such as `250ms` or `5s`, in seconds."""
    unit = interval.lstrip("0123456789")
    return float(interval.removesuffix(unit)) * _SECONDS[unit] or _FOREVER


def _check(path: Path) -> None:
    if sqlite3.sqlite_version_info < _OLDEST:
        message = f"this Python has SQLite {sqlite3.sqlite_version}; 3.33 is the oldest"
        raise WorldError(message, hint="use a newer Python")
    if path.is_dir():
        message = f"`{path}` is a folder"
        raise WorldError(message, hint="name a file in it")
