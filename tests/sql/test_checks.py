"""A check means the same to `seedc check`, to Postgres and, if it can, to SQLite."""

import sqlite3
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random
from typing import cast

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedc.check.expression.compile import compile_check
from seedc.check.expression.terms import (
    Cell,
    Evaluate,
    UncomputableError,
    UnsupportedError,
)
from seedc.emit.sql.checks import sqlite_checks
from seedc.emit.sql.lines import Lines
from seedc.emit.sql.postgres_seed import POSTGRES
from seedc.emit.sql.stage import inserts
from seedc.model import column_type as kinds
from seedc.model.catalog import Row
from seedc.model.json_value import JsonValue
from seedc.model.table import Check, Column, Table
from tests.sql import build, run, values
from tests.sql.expressions import random_check, random_rows, table_of
from tests.sql.sample import sample

MANY = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_SMALL = [
    Decimal(n) / 100 for n in (0, 1, 5, 50, 85, 99, 100, 101, 135, 365, 800, 835, 1200)
]

PLAIN = {
    "sums": "a + b <= 0.30",
    "differs": "abs(a - b) <= 0.50",
    "product": "a * b < 1.10",
    "mean": "n + m BETWEEN 2 AND 4",
    "least_of": "coalesce(least(a, b), 0) > 0",
    "greatest_of": "greatest(a, b, 0.10) < 8.35",
    "like_a": "t LIKE 'a%'",
    "not_like": "t NOT LIKE '%B_'",
    "not_not": "NOT t NOT LIKE 'A'",
    "escaped": "t LIKE '%\\_%' OR t LIKE '%[%' OR t LIKE '%\\%'",
    "starred": "t NOT LIKE '*%' AND t NOT LIKE '?_'",
    "length_of": "length(t) < 3",
    "lowered": "lower(t) = t",
    "listed": "t IN ('a', 'it''s', 'Ab') OR n IN (1, 2)",
    "quoted": '"order" = 1 OR "order" IS NULL',
    "cases": "CASE WHEN f THEN n > 1 WHEN t = 'a' THEN m > 1 ELSE f IS NULL END",
    "is_true": "f IS TRUE OR f IS NOT FALSE AND n <> m",
    "null_of": "(n IS NULL) = (m IS NULL)",
    "unary": "-n < m",
    "colons": "t <> ':name' AND t <> 'a::text' AND t <> '%s' AND t <> '%%'",
}  # fmt: skip
LAWS = build.table(
    "laws",
    build.column("id", kinds.Integer()),
    build.column("a", kinds.Numeric(6, 2), nullable=True),
    build.column("b", kinds.Numeric(), nullable=True),
    build.column("n", kinds.Integer(), nullable=True),
    build.column("m", kinds.BigInt(), nullable=True),
    build.column("order", kinds.SmallInt(), nullable=True),
    build.column("t", nullable=True),
    build.column("f", kinds.Boolean(), nullable=True),
    checks=PLAIN,
)


def _values(column: Column, used: Sequence[JsonValue]) -> st.SearchStrategy[JsonValue]:
    """Give values of a column, near those that a check may find fault with."""
    match column.type:
        case kinds.Numeric(int() as digits, int() as scale):
            fitting = [n for n in _SMALL if n < 10 ** (digits - scale)]
            own: st.SearchStrategy[JsonValue] = st.sampled_from(fitting)
        case kinds.Numeric() | kinds.Double():
            own = st.sampled_from(_SMALL)
        case kinds.SmallInt() | kinds.Integer() | kinds.BigInt():
            own = st.integers(-2, 6)
        case kinds.Text() | kinds.Varchar():
            own = st.text("aAbB*?[_%\\ 'ßé", max_size=4)
        case kind:
            own = values.VALUES[kind]
    known = [value for value in used if value is not None]
    return st.none() | (st.sampled_from(known) | own if known else own)


def _rows(table: Table, used: Sequence[Row]) -> st.SearchStrategy[list[Row]]:
    columns = [
        _values(column, [row[i] for row in used])
        for i, column in enumerate(table.columns)
    ]
    return st.lists(st.tuples(*columns), min_size=1, max_size=40)


def _in_python(table: Table, check: Check, rows: Sequence[Row]) -> list[Cell]:
    compiled = compile_check(check.expression, table)
    return [compiled.test(row) for row in rows]


def _in_postgres(
    connection: run.Connection, table: Table, rows: list[Row]
) -> dict[str, list[object]]:
    """Return what the constraints of the real table say of rows, by name."""
    connection.execute(
        f"CREATE TEMP TABLE given AS SELECT 0 AS n_, t.* FROM {table.name} AS t"  # noqa: S608, ours
        " WITH NO DATA".encode()
    )
    _insert(connection, table, rows)
    found: dict[str, list[object]] = {}
    for name, expression in _constraints(connection, table):
        assert isinstance(name, str)
        query = f"SELECT ({expression}) FROM given ORDER BY n_"  # noqa: S608, the server's
        found[name] = [value for (value,) in connection.execute(query.encode())]
    connection.execute("DROP TABLE given")
    return found


def _constraints(connection: run.Connection, table: Table) -> list[tuple[object, ...]]:
    return connection.execute(
        "SELECT conname, pg_get_expr(conbin, conrelid) FROM pg_constraint"
        " WHERE contype = 'c' AND conrelid = %s::regclass ORDER BY 1",
        [table.name],
    ).fetchall()


def _insert(connection: run.Connection, table: Table, rows: list[Row]) -> None:
    numbered = build.table("given", build.column("n_", kinds.Integer()), *table.columns)
    all_rows = {"given": [(i, *row) for i, row in enumerate(rows)]}
    lists = Lines(all_rows).lists(numbered, POSTGRES)
    run.run(connection, "".join(inserts("given", numbered, lists)))
    connection.execute("DELETE FROM given WHERE n_ IS NULL")


SAID = """
CREATE FUNCTION said(law text) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE found text[] := '{}'; one text; row_ given;
BEGIN
  EXECUTE format('SELECT array_agg((%s)::text ORDER BY n_) FROM given', law) INTO found;
  RETURN found;
EXCEPTION WHEN data_exception THEN
  FOR row_ IN SELECT * FROM given ORDER BY n_ LOOP
    BEGIN
      EXECUTE format('SELECT (%s)::text FROM given WHERE n_ = %s', law, row_.n_)
        INTO one;
    EXCEPTION WHEN data_exception THEN
      one := 'error';
    END;
    found := found || one;
  END LOOP;
  RETURN found;
END $$
"""
"""Says what each row makes of a law; where it is an error, `error`."""


@pytest.mark.parametrize("seed", range(4))
def test_random_checks_agree(database: str, seed: int) -> None:
    """Of every expression and row Python says what the CHECK constraint says.

    Where Postgres has no answer, as a number leaves its range, Python has none. It may
    have none too where Postgres knows without looking (`n AND FALSE`, or a pattern of
    which it needs only the start), and where databases differ, as in `LOWER` of a
    capital beyond A to Z.
    """
    random = Random(seed)  # noqa: S311, the same numbers each time
    rows = random_rows(random, 60)
    laws = list(_accepted(random, 300))
    table = table_of("laws", laws)
    run.apply(database, build.postgres_ddl(build.catalog(table)))
    with run.connected(database) as connection:
        found = _said(connection, table, rows)
    seen = set()
    for check in table.checks:
        test = compile_check(check.expression, table).test
        for row, theirs in zip(rows, found[check.name], strict=True):
            mine = _tried(test, row)
            told = (check.expression, mine, theirs, row)
            assert _agree(check.expression, mine, theirs), told
            seen.add(mine)
    assert seen == {"true", "false", None, "error"}


def _accepted(random: Random, count: int) -> Iterator[str]:
    """Give random expressions that a check may be; most are."""
    table, left = table_of("laws"), count
    for _ in range(2 * count):
        expression = random_check(random)
        try:
            compile_check(expression, table)
        except UnsupportedError:
            continue
        yield expression
        left -= 1
        if not left:
            return
    pytest.fail("too many random expressions are refused")


def _said(
    connection: run.Connection, table: Table, rows: list[Row]
) -> dict[str, list[str | None]]:
    connection.execute(
        b"CREATE TABLE given AS SELECT 0 AS n_, t.* FROM laws AS t WITH NO DATA"
    )
    _insert(connection, table, rows)
    connection.execute(SAID.encode())
    query = (
        "SELECT conname, said(pg_get_expr(conbin, conrelid)) FROM pg_constraint"
        " WHERE contype = 'c' AND conrelid = 'laws'::regclass"
    )
    found = connection.execute(query.encode()).fetchall()
    return {str(name): cast("list[str | None]", said) for name, said in found}


def _tried(test: Evaluate, row: Row) -> str | None:
    try:
        found = test(row)
    except UncomputableError:
        return "error"
    return None if found is None else str(found).lower()


def _agree(expression: str, mine: str | None, theirs: str | None) -> bool:
    words = {word.strip("()").upper() for word in expression.split()}
    known = not words.isdisjoint({"TRUE", "FALSE", "NULL"})
    doubtful = known or "lower(" in expression or "LIKE t2" in expression
    return mine == theirs or (mine == "error" and doubtful)


def test_words_of_sql_name_columns_in_quotes(database: str) -> None:
    """A word that names a column without quotes names it in Postgres too."""
    with run.connected(database) as connection:
        words = connection.execute("SELECT word FROM pg_get_keywords()").fetchall()
    names = [str(word) for (word,) in words]
    whole = build.table("words", *(build.column(name) for name in ("id", *names)))
    bare = [name for name in names if _names_column(name, whole)]
    assert {"position", "level"} <= {*bare} < {*names} - {"user", "order"}
    checks = {
        f"{number}_{form}": f"{form} = 'x'"
        for number, name in enumerate(names)
        for form in (f'"{name}"', *([name.title()] if name in bare else ()))
    }
    table = build.table("words", *whole.columns, checks=checks)
    run.apply(database, build.postgres_ddl(build.catalog(table)))
    with run.connected(database) as connection:
        found = {str(name): str(law) for name, law in _constraints(connection, table)}
    for check in table.checks:
        column = compile_check(check.expression, table).columns[0]
        assert found[check.name].strip("()").split(" ")[0].strip('"') == column


def _names_column(word: str, table: Table) -> bool:
    try:
        return compile_check(f"{word} = 'x'", table).columns == (word,)
    except UnsupportedError:
        return False


@pytest.fixture
def with_laws(database: str) -> str:
    """Give a database that has the table with the laws."""
    run.apply(database, build.postgres_ddl(build.catalog(LAWS)))
    return database


@MANY
@given(rows=_rows(LAWS, []))
def test_python_and_postgres_agree(with_laws: str, rows: list[Row]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """True, false or unknown: of every row they say the same."""
    with run.connected(with_laws) as connection:
        found = _in_postgres(connection, LAWS, rows)
    for check in LAWS.checks:
        assert found[check.name] == _in_python(LAWS, check, rows), check.expression


@settings(MANY, max_examples=100)
@given(rows=_rows(LAWS, []))
def test_sqlite_accepts_what_python_accepts(rows: list[Row]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """SQLite may let more pass, but never less."""
    kept = {check.name: check.expression for check in sqlite_checks(LAWS)}
    with run.sqlite_database() as connection:
        for check in LAWS.checks:
            if check.name not in kept:
                continue
            said = _in_sqlite(connection, LAWS, kept[check.name], rows)
            wanted = _in_python(LAWS, check, rows)
            for mine, theirs, row in zip(wanted, said, rows, strict=True):
                assert mine is False or theirs != 0, (check.expression, row)


def _in_sqlite(
    connection: sqlite3.Connection, table: Table, expression: str, rows: list[Row]
) -> list[object]:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    query = f"WITH laws({names}) AS (VALUES ({marks})) SELECT ({expression}) FROM laws"  # noqa: S608, ours
    return [
        connection.execute(query, [_bound(value) for value in row]).fetchone()[0]
        for row in rows
    ]


def _bound(value: JsonValue) -> object:
    return float(value) if isinstance(value, Decimal) else value


def test_sqlite_keeps_what_it_can() -> None:
    """Sums of fractions are left out there, as doubles might not agree; no others."""
    kept = {check.name.removeprefix("laws_") for check in sqlite_checks(LAWS)}
    assert {*PLAIN} - kept == {"sums", "differs", "product"}


LAWFUL = [t.name for t in sample()[0].tables if any(c.declared for c in t.checks)]


@pytest.fixture
def with_sample(new_database: str) -> str:
    """Give a database that has the sample's tables."""
    run.apply(new_database, build.postgres_ddl(sample()[0]))
    return new_database


@settings(MANY, max_examples=100)
@given(data=st.data())
def test_checks_of_the_sample_agree(with_sample: str, data: st.DataObject) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Also on rows that nobody would write."""
    catalog, all_rows = sample()
    table = catalog.table(data.draw(st.sampled_from(LAWFUL)))
    rows = data.draw(_rows(table, all_rows[table.name]))
    with run.connected(with_sample) as connection:
        found = _in_postgres(connection, table, rows)
    for check in table.checks:
        if check.declared:
            assert found[check.name] == _in_python(table, check, rows), check


@pytest.mark.parametrize("broken", [("a", "x"), ("b", "too long")])
def test_a_broken_check_is_refused(database: str, broken: Row) -> None:
    """The constraint is really there."""
    checks = {"short": "length(t) < 3", "no_x": "t <> 'x'"}
    table = build.table("t", build.column("id"), build.column("t"), checks=checks)
    catalog = build.catalog(table)
    run.apply(database, build.postgres_ddl(catalog))
    with pytest.raises(psycopg.errors.CheckViolation):
        run.apply(database, build.postgres_sql(catalog, {"t": [broken]}))
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(catalog))
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            connection.executescript(build.sqlite_sql(catalog, {"t": [broken]}))
