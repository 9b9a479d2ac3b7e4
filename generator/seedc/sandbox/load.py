"""Loads generated SQL into the project's database.

The database is disposable. Its comment keeps the fingerprint of the schema that it
was built with: while that is the same the seeds are run in it, else a new database
is built and takes its place. One that is half built never has the database's name.
"""

import hashlib
from dataclasses import dataclass
from typing import final

from seedc.database.driver import Connection, Row
from seedc.database.refused import RefusedError
from seedc.database.statements import execute
from seedc.model.errors import WorldError
from seedc.postgres.literal import quote_name, quote_text
from seedc.sandbox.connect import connected
from seedc.sandbox.server import Server
from seedc.sandbox.swap import check_name, clear_beside, create_beside, swap

ADMIN_DATABASE = "postgres"
SCHEMA_NAME = "postgres/schema.sql"
SEED_NAME = "postgres/seed.sql"

_REFUSED = "SE001"  # seed.sql: rows left the files without a word, or the like


@final
@dataclass(frozen=True, slots=True)
class Change:
    """What a load did to the rows of one table."""

    table: str
    inserted: int
    updated: int
    deleted: int


@final
@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did.

    Attributes:
        created: There was no database, and there is one now.
        rebuilt: The schema had changed, and the database was built anew.
        refused: It was built anew as the seeds do not follow what was in it.
        changes: The tables in which rows changed, in the order of the seeds.
    """

    created: bool
    rebuilt: bool
    changes: tuple[Change, ...]
    refused: bool = False


def load(
    server: Server, *, database: str, schema_sql: bytes, seed_sql: bytes
) -> LoadReport:
    """Bring a database to the given schema and seeds.

    The caller holds `locked(home)`. If this fails, the database is as it was; what
    was built beside it stays for inspection until the next load.

    Args:
        server: Where the database is, or is to be.
        database: Its name.
        schema_sql: Makes the tables in an empty database.
        seed_sql: Brings the rows up to date in its own transaction. The last rows
            that it returns are table, inserted, updated and deleted, of changed
            tables.

    Raises:
        WorldError: If the database refuses any of it.
    """
    check_name(database)
    wanted = f"seedc schema {hashlib.sha256(schema_sql).hexdigest()}"
    with connected(server, ADMIN_DATABASE) as admin:
        clear_beside(admin, database)
        found = _comments(admin, database)
        refused = False
        if found == [(wanted,)]:
            changes = _reload(server, database, seed_sql)
            if changes is not None:
                return LoadReport(created=False, rebuilt=False, changes=changes)
            refused = True
        new = create_beside(admin, database)
        changes = _fill(server, new, schema_sql, seed_sql)
        execute(
            admin,
            f"COMMENT ON DATABASE {quote_name(new)} IS {quote_text(wanted)}".encode(),
        )
        swap(admin, database, replaces=bool(found))
    return LoadReport(
        created=not found, rebuilt=bool(found), changes=changes, refused=refused
    )


def _comments(admin: Connection, database: str) -> list[Row]:
    query = (
        "SELECT shobj_description(oid, 'pg_database') "  # noqa: S608 - quoted
        "FROM pg_database "
        f"WHERE datname = {quote_text(database)}"
    )
    return execute(admin, query.encode())


def _fill(
    server: Server, database: str, schema_sql: bytes, seed_sql: bytes
) -> tuple[Change, ...]:
    with connected(server, database) as connection:
        execute(connection, schema_sql, SCHEMA_NAME)
        return _seed(connection, seed_sql)


def _reload(
    server: Server, database: str, seed_sql: bytes
) -> tuple[Change, ...] | None:
    """Bring a database up to date; None if no way leads there from what it holds."""
    try:
        with connected(server, database) as connection:
            return _seed(connection, seed_sql)
    except RefusedError as refusal:
        if refusal.sqlstate == _REFUSED:
            return None
        message = f"database `{database}` does not take the seeds: {refusal.message}"
        raise WorldError(
            message,
            hint="if it was altered by hand: `seedc down --reset`, then `seedc up`",
        ) from refusal


def _seed(connection: Connection, seed_sql: bytes) -> tuple[Change, ...]:
    # It is disposable, and follows whatever a designer tries out.
    execute(connection, b"SET seedc.allow = 'adopt,removals,downgrade,divergence'")
    return tuple(_change(row) for row in execute(connection, seed_sql, SEED_NAME))


def _change(row: Row) -> Change:
    match row:
        case (str() as table, int() as new, int() as changed, int() as gone):
            return Change(table, new, changed, gone)
        case _:
            message = f"{SEED_NAME} ends with {row!r}, not with its changes"
            raise AssertionError(message)
