"""A database as tests look at it: its rows, who wrote them, and the ledger."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TypeAlias

from seedc.model.catalog import Catalog
from seedc.model.column_type import Json
from seedc.model.json_value import JsonValue
from seedc.model.project import PostgresOptions
from seedc.model.table import Table
from seedc.postgres.literal import full_name, quote_name
from tests.apply.releases import SCHEMA
from tests.apply.seeds import Values
from tests.apply.values import Key
from tests.apply.world import RETIRED, World
from tests.sql import build, run

Shown: TypeAlias = dict[str, list[dict[str, str | None]]]
"""Rows as text, in order; what is equal but not the same differs."""

_DONE = " WHERE outcome = 'done'"
LEDGER = ("runs", "state", "undo", "outbox")


@contextmanager
def tables_of(conninfo: str, catalog: Catalog, schema: str = SCHEMA) -> Iterator[None]:
    """Make the tables of a catalog; drop them and the ledger afterwards."""
    with run.schema_in(conninfo, "seedc"), run.schema_in(conninfo, schema):
        make_tables(conninfo, catalog, schema)
        yield


def make_tables(conninfo: str, catalog: Catalog, schema: str = SCHEMA) -> None:
    """Make the tables of a catalog."""
    run.apply(conninfo, build.postgres_ddl(catalog, PostgresOptions(schema=schema)))


def live(conninfo: str, catalog: Catalog, schema: str = SCHEMA) -> Shown:
    """Return the rows of all tables."""
    with run.connected(conninfo) as connection:
        connection.execute("SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'")
        return {t.name: _live(connection, t, schema) for t in catalog.tables}


def _live(
    connection: run.Connection, table: Table, schema: str
) -> list[dict[str, str | None]]:
    columns = ", ".join(f"{quote_name(c.name)}::text" for c in table.columns)
    query = f"SELECT {columns} FROM {full_name(table.name, schema)}"  # noqa: S608, quoted
    rows = connection.execute(query.encode()).fetchall()
    found = [
        {
            c.name: _read(table, c.name, value)
            for c, value in zip(table.columns, row, strict=True)
        }
        for row in rows
    ]
    return sorted(found, key=repr)


def _read(table: Table, column: str, value: object) -> str | None:
    if column == RETIRED:
        return str(value is not None)
    if value is None:
        return None
    if table.column(column).type == Json():
        return _json(json.loads(str(value), parse_float=Decimal))
    return str(value)


def imagined(world: World) -> Shown:
    """Return the rows of an imagined database as `live` returns those of a real one."""
    return {
        table.name: sorted(
            (_imagined(table, row) for row in world.live[table.name].values()), key=repr
        )
        for table in world.catalog.tables
    }


def _imagined(table: Table, row: Values) -> dict[str, str | None]:
    return {c.name: _written(table, c.name, row[c.name]) for c in table.columns}


def _written(table: Table, column: str, value: JsonValue) -> str | None:
    if value is None:
        return None
    return _json(value) if table.column(column).type == Json() else str(value)


def _json(value: JsonValue) -> str:
    members = sorted(value.items()) if isinstance(value, dict) else value
    return repr(members)


def versions_of_rows(
    conninfo: str, catalog: Catalog, schema: str = SCHEMA
) -> dict[str, dict[tuple[str, ...], tuple[str, str]]]:
    """Return who wrote each row and where it lies, by table and key as text."""
    with run.connected(conninfo) as connection:
        connection.execute("SET DateStyle = 'ISO, YMD'")
        return {t.name: _versions(connection, t, schema) for t in catalog.tables}


def _versions(
    connection: run.Connection, table: Table, schema: str
) -> dict[tuple[str, ...], tuple[str, str]]:
    keys = ", ".join(f"{quote_name(name)}::text" for name in table.primary_key)
    name = full_name(table.name, schema)
    query = f"SELECT xmin::text, ctid::text, {keys} FROM {name}"  # noqa: S608, quoted
    rows = connection.execute(query.encode()).fetchall()
    return {tuple(map(str, row[2:])): (str(row[0]), str(row[1])) for row in rows}


def shown_key(key: Key) -> tuple[str, ...]:
    """Return a key as `versions_of_rows` has it."""
    return tuple(map(str, key))


def ledger(conninfo: str) -> dict[str, list[str]]:
    """Return all that the ledger holds, as text; nothing where there is none."""
    with run.connected(conninfo) as connection:
        (there,) = connection.execute("SELECT to_regclass('seedc.runs')").fetchall()
        if there == (None,):
            return {}
        return {
            name: [
                str(row)
                for (row,) in connection.execute(
                    f"SELECT t::text FROM seedc.{name} AS t ORDER BY 1".encode()  # noqa: S608, ours
                )
            ]
            for name in LEDGER
        }


def everything(conninfo: str) -> dict[str, list[str]]:
    """Return all rows of all tables, with their versions, as text.

    Failed runs, which the ledger keeps, are left out.
    """
    names = "SELECT format('%I.%I', relnamespace::regnamespace, relname) FROM pg_class"
    own = (
        " WHERE relkind = 'r'"
        " AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'"
    )
    with run.connected(conninfo) as connection:
        found = connection.execute((names + own).encode()).fetchall()
        return {
            str(name): [
                str(row)
                for (row,) in connection.execute(
                    f"SELECT concat_ws(' ', xmin, ctid, t::text) FROM {name} AS t"  # noqa: S608, quoted
                    f"{_DONE if name == 'seedc.runs' else ''} ORDER BY 1".encode()
                )
            ]
            for (name,) in found
        }


def objects(conninfo: str) -> list[tuple[object, ...]]:
    """Return the name and kind of all that is in the database, apart from its own."""
    query = """
    SELECT relnamespace::regnamespace::text, relname, relkind FROM pg_class
    WHERE relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
    UNION ALL
    SELECT pronamespace::regnamespace::text, proname, 'f' FROM pg_proc
    WHERE pronamespace::regnamespace::text !~ '^(pg_|information_schema)'
    ORDER BY 1, 2, 3
    """
    with run.connected(conninfo) as connection:
        return connection.execute(query.encode()).fetchall()


def sequences(conninfo: str) -> dict[str, object]:
    """Return the last value of each sequence."""
    query = "SELECT schemaname || '.' || sequencename, last_value FROM pg_sequences"
    with run.connected(conninfo) as connection:
        found = connection.execute(query.encode()).fetchall()
    return {str(name): last for name, last in found}


def value(conninfo: str, query: str) -> object:
    """Return the first value of what a query returns."""
    with run.connected(conninfo) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]
