"""Ways to run SQL as people and programs do, and to look at what it left."""

import json
import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeAlias, cast

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.sql import SQL, Identifier
from psycopg.types.json import set_json_loads

from seedc.model.catalog import Catalog, Row
from seedc.postgres.literal import full_name, quote_name

Changes: TypeAlias = dict[str, tuple[int, int, int]]
"""Rows inserted, updated and deleted, by table."""

Connection: TypeAlias = "psycopg.Connection[tuple[object, ...]]"


def with_options(conninfo: str, settings: Mapping[str, str], encoding: str) -> str:
    """Return a conninfo whose sessions begin with other settings.

    Args:
        conninfo: The conninfo.
        settings: The settings.
        encoding: The encoding that the client asks for.
    """
    words = [f"-c {name}={value}" for name, value in settings.items()]
    escaped = " ".join(word.replace("\\", "\\\\") for word in words)
    return make_conninfo(conninfo, options=escaped, client_encoding=encoding)


@contextmanager
def connected(conninfo: str) -> Iterator[Connection]:
    """Connect; each statement is a transaction, unless it says else."""
    with closing(psycopg.connect(conninfo, autocommit=True)) as connection:
        set_json_loads(partial(json.loads, parse_float=Decimal), connection)
        yield connection


def run(connection: Connection, script: str) -> list[tuple[object, ...]]:
    """Run a script as one simple query, and return the last rows."""
    rows: list[tuple[object, ...]] = []
    with connection.cursor() as cursor:
        cursor.execute(script.encode())
        for result in cursor.results():
            if result.description is not None:
                rows = result.fetchall()
    return rows


def apply(conninfo: str, script: str) -> Changes:
    """Run `seed.sql` with a driver, and return what it says that it did."""
    with connected(conninfo) as connection:
        return changes_of(run(connection, script))


def changes_of(rows: list[tuple[object, ...]]) -> Changes:
    """Return the last result of `seed.sql` by table."""
    found: Changes = {}
    for row in rows:
        match row:
            case (str() as name, int() as new, int() as changed, int() as gone):
                found[name] = (new, changed, gone)
            case _:
                message = f"no row of changes: {row!r}"
                raise AssertionError(message)
    return found


def psql(conninfo: str, script: str, *arguments: str) -> str:
    """Run a script with `psql -f`; its output, or the test fails with it."""
    done = try_psql(conninfo, script, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def try_psql(
    conninfo: str, script: str, *arguments: str
) -> "subprocess.CompletedProcess[str]":
    """Run a script with `psql -f`, and return how that went."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".sql") as file:
        file.write(script)
        file.flush()
        flags = ["-XqAt", "-v", "ON_ERROR_STOP=1", *arguments, "-f", file.name]
        return subprocess.run(
            ["psql", *flags, conninfo],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=_without_settings(),
            check=False,
        )


def _without_settings() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith("PG")}


def database_of(conninfo: str) -> str:
    """Return the name of the database that a conninfo leads to."""
    return str(conninfo_to_dict(conninfo)["dbname"])


@contextmanager
def schema_in(conninfo: str, name: str) -> Iterator[None]:
    """Drop a schema and all that is in it afterwards, and the ledger."""
    try:
        yield
    finally:
        with connected(conninfo) as connection:
            drop = SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(Identifier(name))
            connection.execute(drop)
            connection.execute("DROP SCHEMA IF EXISTS seedc CASCADE")


def images(conninfo: str, given: Catalog, schema: str = "public") -> dict[str, object]:
    """Return all rows with their versions: who wrote them, and where they are."""
    with connected(conninfo) as connection:
        return {
            t.name: connection.execute(
                f"SELECT xmin::text, ctid::text, t::text"  # noqa: S608, quoted
                f" FROM {full_name(t.name, schema)} AS t ORDER BY 3".encode()
            ).fetchall()
            for t in given.tables
        }


def postgres_rows(
    conninfo: str, given: Catalog, schema: str = "public"
) -> dict[str, list[Row]]:
    """Return all rows as they are, in key order by code point."""
    with connected(conninfo) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        found = {
            t.name: connection.execute(_select(t.name, given, schema).encode())
            for t in given.tables
        }
        return cast(
            "dict[str, list[Row]]",
            {name: rows.fetchall() for name, rows in found.items()},
        )


def _select(name: str, given: Catalog, schema: str | None) -> str:
    table = given.table(name)
    columns = ", ".join(quote_name(c.name) for c in table.columns)
    keys = ", ".join(quote_name(key) for key in table.primary_key)
    whole = full_name(name, schema) if schema else f"main.{quote_name(name)}"
    return f"SELECT {columns} FROM {whole} ORDER BY {keys}"  # noqa: S608, quoted


def sqlite_rows(connection: sqlite3.Connection, given: Catalog) -> dict[str, list[Row]]:
    """Return all rows as SQLite keeps them, in key order."""
    return {
        t.name: connection.execute(_select(t.name, given, None)).fetchall()
        for t in given.tables
    }


@contextmanager
def sqlite_database(path: Path | None = None) -> Iterator[sqlite3.Connection]:
    """Open a database of SQLite, in memory unless a path is given."""
    with closing(sqlite3.connect(path or ":memory:", isolation_level=None)) as opened:
        yield opened


def statements(script: str) -> list[str]:
    """Split a script into statements where a line ends one, as SQLite sees it."""
    found, rest = [], ""
    for line in script.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            found.append(rest)
            rest = ""
    assert not rest.strip()
    return found
