"""SQLite gives back every value, as far as it has its type, to models."""

import sqlite3
import struct
from datetime import date, datetime, time
from decimal import Decimal
from math import isclose
from uuid import UUID

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.pool import StaticPool

from seedc.emit.sql.sqlite_literals import quote_sqlite
from seedc.model import column_type as kinds
from seedc.model.catalog import Row
from seedc.model.column_type import ColumnType
from seedc.model.json_value import JsonValue
from seedc.postgres.metadata import metadata_of
from tests.sql import build, run, values

MANY = settings(max_examples=60, deadline=None)
CATALOG = build.catalog(
    build.table(
        "everything",
        build.column("number", kinds.Integer()),
        *(
            build.column(f"c{i}", kind, nullable=True)
            for i, kind in enumerate(values.KINDS)
        ),
    )
)
# SQLite keeps a number as a double, also where it is all of a JSON value.
ROWS = values.rows(
    {
        kinds.Numeric(): values.decimals(15, 15),
        kinds.Json(): values.json_values().filter(
            lambda value: not isinstance(value, int | Decimal)
        ),
    }
)


def _in_models(kind: ColumnType, value: JsonValue) -> object:  # noqa: PLR0911, one line for each type
    """Return a value as SQLAlchemy gives it to a program."""
    if value is None:
        return None
    match kind:
        case kinds.Uuid():
            return UUID(str(value))
        case kinds.Date():
            return date.fromisoformat(str(value))
        case kinds.Time():
            return time.fromisoformat(str(value))
        case kinds.Timestamp():
            return datetime.fromisoformat(str(value))
        case kinds.Json():
            return _rounded(value)
        case _:
            return value


def _rounded(value: object) -> object:
    """Return JSON with its numbers as the doubles nearest to them."""
    match value:
        case dict():
            return {key: _rounded(member) for key, member in value.items()}
        case list():
            return [_rounded(item) for item in value]
        case bool() | str() | None:
            return value
        case _:
            return struct.pack(">d", float(str(value)))


def _same(kind: ColumnType, wanted: object, found: object) -> bool:
    if wanted is None:
        return found is None
    match kind:
        case kinds.Numeric() | kinds.Double():
            # SQLite reads a double to 15 digits; SQLAlchemy prints ten of a fraction.
            least = 1e-10 if isinstance(kind, kinds.Numeric) else 0.0
            return isclose(
                float(str(found)), float(str(wanted)), rel_tol=1e-15, abs_tol=least
            )
        case kinds.Json():
            return bool(_rounded(found) == wanted)
        case _:
            return type(found) is type(wanted) and found == wanted


def _read(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    engine = sa.create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool
    )
    table = metadata_of(CATALOG, None).tables["everything"]
    with engine.connect() as reader:
        query = sa.select(table).order_by(table.c.number)
        return [tuple(row) for row in reader.execute(query)]


def _assert_stored(connection: sqlite3.Connection, rows: list[Row]) -> None:
    for (_, *wanted), (_, *found) in zip(rows, _read(connection), strict=True):
        for kind, value, stored in zip(values.KINDS, wanted, found, strict=True):
            assert _same(kind, _in_models(kind, value), stored), (kind, value, stored)


@MANY
@given(rows=ROWS)
def test_models_read_every_value(rows: list[Row]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """What the file puts there, SQLAlchemy reads as it was; a second run adds none."""
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(CATALOG))
        script = build.sqlite_sql(CATALOG, {"everything": rows})
        connection.executescript(script)
        before = connection.total_changes
        _assert_stored(connection, rows)
        connection.executescript(script)
        _assert_stored(connection, rows)
        # The only rows that were written are those of the staging table.
        assert connection.total_changes - before == 2 * _staged(script, len(rows))


def _staged(script: str, rows: int) -> int:
    return rows + sum(line.startswith("  (NULL, NULL") for line in script.splitlines())


@MANY
@given(rows=ROWS)
def test_each_statement_stands_for_itself(rows: list[Row]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """No literal holds a line break, so that tools find where a statement ends."""
    script = build.sqlite_sql(CATALOG, {"everything": rows})
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(CATALOG))
        for statement in run.statements(script):
            connection.execute(statement)
        assert len(_read(connection)) == len(rows)


@settings(MANY, max_examples=200)
@given(text=values.texts())
def test_text_survives(text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """A literal means its text, and stays on its line in any editor."""
    literal = quote_sqlite(text)
    with run.sqlite_database() as connection:
        assert connection.execute(f"SELECT {literal}").fetchone() == (text,)
    assert literal.splitlines() == [literal]


@given(
    st.text("\\u0aA~'\n\r", max_size=12).map(
        lambda text: text.replace("A", "\\u000a").replace("a", "\\u000a~")
    )
)
def test_escapes_that_texts_hold_are_not_mistaken(text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Text that looks like the token for a line break is not one."""
    with run.sqlite_database() as connection:
        found = connection.execute(f"SELECT {quote_sqlite(text)}").fetchone()
    assert found == (text,)


def test_decimals_keep_their_value() -> None:
    """Decimals of up to 15 digits come back as they were."""
    number = Decimal("12345678901.25")
    table = build.table("t", build.column("id"), build.column("n", kinds.Numeric()))
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(build.catalog(table)))
        rows: dict[str, list[Row]] = {"t": [("a", number)]}
        connection.executescript(build.sqlite_sql(build.catalog(table), rows))
        found = connection.execute("SELECT n FROM t").fetchone()
    assert Decimal(repr(found[0])) == number
