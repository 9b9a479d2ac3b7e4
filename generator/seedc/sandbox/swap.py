"""Databases beside the database: the new one that is built, the old one that goes.

`<name>__new` is complete before it takes the name, and both renames are one
transaction: whoever connects to `<name>` finds the old database or the new one.
"""

from seedc.database.driver import Connection
from seedc.database.refused import RefusedError
from seedc.database.statements import execute
from seedc.model.errors import WorldError
from seedc.postgres.literal import quote_name, quote_text

NEW = "__new"
OLD = "__old"
LONGEST_NAME = 63 - len(NEW)  # PostgreSQL cuts longer names: they would meet

OBJECT_IN_USE = "55006"
ATTEMPTS = 5


def check_name(database: str) -> None:
    """Refuse a name that leaves no room for those beside it."""
    if len(database.encode()) > LONGEST_NAME:
        message = f"`{database}` is too long for the name of a database"
        raise WorldError(message, hint=f"at most {LONGEST_NAME} bytes")


def clear_beside(admin: Connection, database: str) -> None:
    """Drop what a run that was killed left beside `database`."""
    _drop(admin, database + NEW)
    _drop(admin, database + OLD)


def create_beside(admin: Connection, database: str) -> str:
    """Make an empty database beside `database` and return its name."""
    name = database + NEW
    # template0: what was put into template1 by hand stays out.
    execute(admin, f"CREATE DATABASE {quote_name(name)} TEMPLATE template0".encode())
    # By default a user's own tables go into the schema of its name: the ledger's.
    own = f"ALTER DATABASE {quote_name(name)} SET search_path = public"
    execute(admin, own.encode())
    return name


def swap(admin: Connection, database: str, *, replaces: bool) -> None:
    """Give the database beside `database` its name.

    Args:
        admin: A connection to another database.
        database: The name.
        replaces: Whether a database has that name now; it is dropped.
    """
    renames = [(database + NEW, database)]
    if replaces:
        renames.insert(0, (database, database + OLD))
    _rename(admin, database, renames)
    _drop(admin, database + OLD)


def _rename(admin: Connection, database: str, renames: list[tuple[str, str]]) -> None:
    # Several statements in one query are one transaction.
    script = "; ".join([_terminate(database), *(_alter(*each) for each in renames)])
    for attempt in range(ATTEMPTS):
        try:
            execute(admin, script.encode())
        except RefusedError as refusal:
            # A client came back after it was sent away and before the rename took
            # its lock, which keeps others out.
            if refusal.sqlstate != OBJECT_IN_USE or attempt == ATTEMPTS - 1:
                raise
        else:
            return


def _terminate(database: str) -> str:
    return (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "  # noqa: S608 - quoted
        f"WHERE datname = {quote_text(database)}"
    )


def _alter(before: str, after: str) -> str:
    return f"ALTER DATABASE {quote_name(before)} RENAME TO {quote_name(after)}"


def _drop(admin: Connection, database: str) -> None:
    statement = f"DROP DATABASE IF EXISTS {quote_name(database)} WITH (FORCE)"
    execute(admin, statement.encode())
