"""What SQLite refused, in words."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from seedc.model.errors import WorldError

_PRIMARY = 0xFF
"""The part of an error code that says its kind (sqlite.org/rescode.html)."""

_ADVICE: Mapping[int, tuple[str, str | None]] = {
    sqlite3.SQLITE_BUSY: (
        "is locked by another program",
        "close it, or let it commit; `lock_timeout` of [deploy] says how long to wait",
    ),
    sqlite3.SQLITE_READONLY: (
        "may not be written",
        "see who owns the file and its folder, and their modes",
    ),
    sqlite3.SQLITE_NOTADB: (
        "is not a database of SQLite",
        "name another file",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "is damaged",
        "delete it and run `seedc apply` again, or restore a copy",
    ),
    sqlite3.SQLITE_FULL: ("has no room: the disk is full", "make room, and try again"),
    sqlite3.SQLITE_IOERR: (
        "cannot be read or written",
        "see whether its disk is full or gone, and try again",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot be opened",
        "it must be a file that you may read, in a folder that you may write to",
    ),
    sqlite3.SQLITE_PERM: ("may not be opened", "see who owns the file, and its mode"),
}


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Make the errors of SQLite about a file those of the world."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        message = f"`{path}` does not take the seeds: {error}"
        hint = "a row that the seeds do not own stands in the way, or a constraint that"
        raise WorldError(
            message, hint=f"{hint} is not of `sqlite/schema.sql`"
        ) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        unnamed = f"does not take the seeds: {error}", None
        what, advice = _ADVICE.get(code, unnamed)
        message = f"`{path}` {what}"
        raise WorldError(message, hint=advice) from error


def broken_references(connection: sqlite3.Connection) -> WorldError | None:
    """Return in words that rows refer to rows that would not be there, if any do."""
    found = connection.execute("PRAGMA foreign_key_check").fetchone()
    if found is None:
        return None
    referrer, _, target, _ = found
    message = (
        f"a row of `{referrer}` would refer to a row of `{target}` that is not there"
    )
    return WorldError(message, hint="`PRAGMA foreign_key_check` lists such rows")
