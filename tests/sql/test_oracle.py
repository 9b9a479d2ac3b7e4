"""Our literals and those of SQLAlchemy mean the same."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import Dialect

from seedc.emit.sql.lines import Dialect as Words
from seedc.emit.sql.postgres_seed import POSTGRES
from seedc.emit.sql.sqlite_literals import SQLITE
from seedc.model import column_type as kinds
from seedc.model.column_type import ColumnType
from seedc.model.json_value import JsonValue
from seedc.postgres.metadata import sql_type
from tests.sql import run, values

MANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

# SQLAlchemy has no literals for JSON, and takes doubles and decimals through floats.
KINDS = [
    kind for kind in values.KINDS if not isinstance(kind, kinds.Json | kinds.Double)
]
PAIRS = st.sampled_from(KINDS).flatmap(
    lambda kind: st.tuples(st.just(kind), values.VALUES[kind])
)


def _in_python(kind: ColumnType, value: JsonValue) -> object:
    """Return a value as a program would give it to SQLAlchemy."""
    match kind:
        case kinds.Uuid():
            return UUID(str(value))
        case kinds.Numeric():
            return Decimal(str(value))
        case kinds.Date():
            return date.fromisoformat(str(value))
        case kinds.Time():
            return time.fromisoformat(str(value))
        case kinds.Timestamp(zoned):
            moment = datetime.fromisoformat(str(value))
            return moment.replace(tzinfo=UTC) if zoned else moment
        case _:
            return value


def _theirs(kind: ColumnType, value: JsonValue, dialect: Dialect) -> str:
    literal = sa.literal(_in_python(kind, value), sql_type(kind))
    return str(literal.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))


def _ours(kind: ColumnType, value: JsonValue, words: Words) -> str:
    (literal,) = words.write(kind, [value], words.quote)
    return literal


def _postgres() -> Dialect:
    """Return the dialect as it is once it is connected to a server of today."""
    dialect: Dialect = postgresql.dialect(paramstyle="named")  # type: ignore[no-untyped-call]
    dialect._backslash_escapes = False  # type: ignore[attr-defined]  # noqa: SLF001, no other way
    return dialect


@MANY
@given(pairs=st.lists(PAIRS, min_size=1, max_size=20))
def test_postgres_reads_both_alike(  # type: ignore[misc]  # hypothesis erases its type
    database: str, pairs: list[tuple[ColumnType, JsonValue]]
) -> None:
    """Image for image, as values of the column's type."""
    dialect = _postgres()
    tests = []
    for kind, value in pairs:
        name = sql_type(kind).compile(dialect)
        ours, theirs = _ours(kind, value, POSTGRES), _theirs(kind, value, dialect)
        tests.append(
            f"ROW(({ours})::{name})::record *= ROW(({theirs})::{name})::record"
        )
    with run.connected(database) as connection:
        connection.execute("SET TimeZone = 'Asia/Kathmandu'")
        found = connection.execute(f"SELECT {', '.join(tests)}".encode()).fetchone()
    assert found == (True,) * len(pairs)


@MANY
@given(pairs=st.lists(PAIRS, min_size=1, max_size=20))
def test_sqlite_reads_both_alike(pairs: list[tuple[ColumnType, JsonValue]]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Value and kind of value, after the column's type had its say."""
    dialect = sqlite.dialect(paramstyle="named")
    with run.sqlite_database() as connection:
        for kind, value in pairs:
            name = sql_type(kind).compile(dialect)
            ours, theirs = _ours(kind, value, SQLITE), _theirs(kind, value, dialect)
            connection.execute(f"CREATE TABLE t (v {name})")
            connection.execute(f"INSERT INTO t VALUES ({ours}), ({theirs})")  # noqa: S608, under test
            found = connection.execute("SELECT v, typeof(v) FROM t").fetchall()
            connection.execute("DROP TABLE t")
            assert found[0] == found[1], (ours, theirs)
