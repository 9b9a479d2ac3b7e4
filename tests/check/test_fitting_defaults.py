"""A default that is one literal fits its column."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import psycopg
import pytest

from seedc.sandbox.server import Server
from tests.check.shown import shown
from tests.check.small import small
from tests.check.test_usable_indexes import COLUMNS
from tests.support.postgres import fresh_database

LITERALS = (
    *("0", "-1", "1.5", "TRUE", "false", "''", "'5'", "'x'", "'{}'", "'it''s'"),
    *("'6f1c9a52-7d0e-4b3a-9c55-0a1b2c3d4e5f'", "NULL"),
)
DATES = {"date", "time", "timestamp", "timestamptz", "boolean"}


def _refused(root: Path, kind: str, default: str) -> bool:
    given = COLUMNS[kind]
    own = given.get("x-column")
    extension = {**(own if isinstance(own, dict) else {}), "default": default}
    return small(root, {"a": {**given, "x-column": extension}}) != []


@pytest.fixture(params=["embedded_server", "installed_server"])
def connection(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    """Connect to the newest and to the oldest server."""
    server: Server = request.getfixturevalue(request.param)
    with fresh_database(server) as conninfo, psycopg.connect(conninfo) as connection:
        yield connection


@pytest.mark.postgres
def test_postgres_says_the_same(tmp_path: Path, connection: psycopg.Connection) -> None:
    """What is refused is what Postgres refuses; of dates and truths it knows more."""
    for n, (kind, default) in enumerate(product(COLUMNS, LITERALS)):
        if kind in DATES and default.startswith("'"):
            continue
        table = f"CREATE TABLE t (a {kind} DEFAULT {default})"
        try:
            connection.execute(table.encode())
            connection.execute("INSERT INTO t DEFAULT VALUES")
            refused = False
        except psycopg.Error:
            refused = True
        connection.rollback()
        ours = _refused(tmp_path / str(n), kind, default)
        assert (kind, default, ours) == (kind, default, refused)


@pytest.mark.parametrize("default", ["now()", "gen_random_uuid()::text", "'a' || 'b'"])
def test_an_expression_is_taken(tmp_path: Path, default: str) -> None:
    """What it comes to, Postgres knows."""
    column = {"type": "string", "x-column": {"default": default}}
    assert small(tmp_path, {"a": column}) == []


def test_a_number_is_within_its_column(tmp_path: Path) -> None:
    """Postgres would make the table, and refuse the first row."""
    column = {"type": "integer", "x-column": {"type": "smallint", "default": "99999"}}
    problems = small(tmp_path, {"a": column})
    message = "a column of type smallint cannot have the default 99999"
    assert shown(tmp_path, problems) == [("invalid-schema", '"99999"', message)]


@pytest.mark.parametrize("default", ["count(*)", "sum(1)", "row_number() OVER ()"])
def test_an_aggregate_is_no_default(tmp_path: Path, default: str) -> None:
    """Postgres takes no aggregate and no window there."""
    column = {"type": "integer", "x-column": {"default": default}}
    assert [p.code for p in small(tmp_path, {"a": column})] == ["invalid-schema"]


@pytest.mark.parametrize("where", ["now() > a", "random() > 1", "1", "'x'", "b + 1"])
def test_a_predicate_is_true_or_false_at_all_times(tmp_path: Path, where: str) -> None:
    """Postgres takes only what a row alone decides."""
    columns = {"a": {"type": "string", "format": "date-time"}, "b": {"type": "integer"}}
    index = {"columns": ["b"], "where": where}
    problems = small(tmp_path, columns, x_table={"indexes": [index]})
    assert [p.code for p in problems] == ["invalid-schema"]
