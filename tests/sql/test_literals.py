"""Every value reaches the database as it was written."""

import json
import struct
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from seedc.model import column_type as kinds
from seedc.model.catalog import Row
from seedc.model.column_type import ColumnType
from seedc.model.project import PostgresOptions
from tests.sql import build, run, values

OWN_SCHEMA = PostgresOptions(schema="values")
MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FEW = settings(MANY, max_examples=8)

ALL = build.table(
    "everything",
    build.column("number", kinds.Integer()),
    *(
        build.column(f"c{i}", kind, nullable=True)
        for i, kind in enumerate(values.KINDS)
    ),
)
CATALOG = build.catalog(ALL)
HOSTILE = {
    "standard_conforming_strings": "off",
    "backslash_quote": "off",
    "DateStyle": "SQL,DMY",
    "TimeZone": "Asia/Kathmandu",
    "IntervalStyle": "sql_standard",
    "extra_float_digits": "-15",
    "search_path": "nowhere",
    "default_transaction_isolation": "serializable",
    "default_transaction_deferrable": "on",
    "row_security": "off",
    "bytea_output": "escape",
    "transform_null_equals": "on",
    "lc_messages": "C",
}


def _as_read(kind: ColumnType, value: object) -> object:
    """Return what a driver read, in the form of `values.in_python`."""
    if value is None:
        return None
    match kind:
        case kinds.Numeric(scale=scale):
            return values.in_python(kinds.Numeric(None, scale), Decimal(str(value)))
        case kinds.Double():
            return struct.pack(">d", float(str(value)))
        case kinds.Json():
            read = json.loads(str(value), parse_float=Decimal)
            return values.canonical_json(read)
        case kinds.Uuid():
            return str(value)
        case _:
            return value


def _stored(conninfo: str) -> list[tuple[object, ...]]:
    columns = ", ".join(
        f"c{i}::text" if isinstance(kind, kinds.Json | kinds.Double) else f"c{i}"
        for i, kind in enumerate(values.KINDS)
    )
    with run.connected(conninfo) as connection:
        connection.execute("SET TimeZone = 'UTC'; SET extra_float_digits = 1")
        found = connection.execute(
            f"SELECT number, {columns} FROM values.everything ORDER BY 1".encode()  # noqa: S608, ours
        ).fetchall()
    return [
        (number, *map(_as_read, values.KINDS, members)) for number, *members in found
    ]


def _wanted(rows: list[Row]) -> list[tuple[object, ...]]:
    return [
        (number, *map(values.in_python, values.KINDS, members))
        for number, *members in rows
    ]


def _holds(conninfo: str, rows: list[Row], settings: dict[str, str], way: str) -> None:
    """Load rows into an empty schema, and again; they are there, and stay."""
    encoding = "UTF8" if way == "driver" else way
    sessions = run.with_options(conninfo, settings, encoding)
    execute = run.apply if way == "driver" else run.psql
    with run.schema_in(conninfo, "values"):
        run.apply(sessions, build.postgres_ddl(CATALOG, OWN_SCHEMA))
        script = build.postgres_sql(CATALOG, {"everything": rows}, OWN_SCHEMA)
        execute(sessions, script)
        assert _stored(conninfo) == _wanted(rows)
        assert not execute(sessions, script)


@MANY
@given(rows=values.rows())
def test_a_driver_stores_every_value(database: str, rows: list[Row]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """What a driver sends as one string arrives digit for digit, letter for letter."""
    _holds(database, rows, {}, "driver")


@FEW
@given(rows=values.rows())
def test_psql_stores_every_value(database: str, rows: list[Row]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """What psql reads from the file arrives just so; nothing in it is a command."""
    _holds(database, rows, {}, "UTF8")


@FEW
@given(rows=values.rows())
def test_settings_of_the_driver_change_nothing(database: str, rows: list[Row]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """However a session is set, literals mean the same."""
    _holds(database, rows, HOSTILE, "driver")


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII", "SJIS", "WIN1252"])
@settings(MANY, max_examples=4)
@given(rows=values.rows())
def test_encodings_of_psql_change_nothing(  # type: ignore[misc]  # hypothesis erases its type
    database: str, encoding: str, rows: list[Row]
) -> None:
    """The file says itself that it is UTF-8, whatever PGCLIENTENCODING says."""
    _holds(database, rows, HOSTILE, encoding)
