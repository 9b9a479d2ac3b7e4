"""Every index is of a method that takes the types of its columns."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import psycopg
import pytest

from seedc.sandbox.server import Server
from tests.check.shown import shown
from tests.check.small import small
from tests.support.postgres import fresh_database

COLUMNS: dict[str, dict[str, object]] = {
    "text": {"type": "string"},
    "varchar(9)": {"type": "string", "x-column": {"type": "varchar(9)"}},
    "smallint": {"type": "integer", "x-column": {"type": "smallint"}},
    "integer": {"type": "integer", "x-column": {"type": "integer"}},
    "bigint": {"type": "integer"},
    "numeric": {"type": "number"},
    "double precision": {"type": "number", "x-column": {"type": "double precision"}},
    "boolean": {"type": "boolean"},
    "uuid": {"type": "string", "format": "uuid"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "timestamptz": {"type": "string", "format": "date-time"},
    "timestamp": {"type": "string", "x-column": {"type": "timestamp"}},
    "jsonb": {"type": "object", "additionalProperties": {}},
}
METHODS = ("btree", "hash", "gin", "gist", "spgist", "brin")
FORMS: dict[str, list[object]] = {
    "a": ["a"],
    "a, b": ["a", "b"],
    "a DESC": [{"column": "a", "order": "desc"}],
}


def _refused(root: Path, kind: str, method: str, form: str) -> bool:
    index = {"columns": FORMS[form], "method": method}
    both = {"a": COLUMNS[kind], "b": COLUMNS[kind]}
    problems = small(root, both, x_table={"indexes": [index]})
    assert {p.code for p in problems} <= {"invalid-index"}
    return bool(problems)


@pytest.fixture(params=["embedded_server", "installed_server"])
def connection(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    """Connect to the newest and to the oldest server."""
    server: Server = request.getfixturevalue(request.param)
    with fresh_database(server) as conninfo, psycopg.connect(conninfo) as connection:
        yield connection


@pytest.mark.postgres
def test_postgres_says_the_same(tmp_path: Path, connection: psycopg.Connection) -> None:
    """What is refused is what Postgres refuses, for each type, method and form."""
    for n, (kind, method, form) in enumerate(product(COLUMNS, METHODS, FORMS)):
        connection.execute(f"CREATE TEMPORARY TABLE t (a {kind}, b {kind})".encode())
        try:
            connection.execute(f"CREATE INDEX ON t USING {method} ({form})".encode())
            refused = False
        except psycopg.Error:
            refused = True
        connection.rollback()
        ours = _refused(tmp_path / str(n), kind, method, form)
        assert (kind, method, form, ours) == (kind, method, form, refused)


def test_the_column_is_the_place(tmp_path: Path) -> None:
    """What the method does not take is shown."""
    index = {"columns": ["a"], "method": "gin"}
    problems = small(tmp_path, {"a": {"type": "string"}}, x_table={"indexes": [index]})
    message = "a gin index takes no column of type text"
    assert shown(tmp_path, problems) == [("invalid-index", '"a"', message)]


def test_two_indexes_of_one_column_need_names(tmp_path: Path) -> None:
    """An index may be given a name, where two would have the same."""
    one = {"columns": ["a"]}
    other = {"columns": ["a"], "where": "a > 0"}
    columns = {"a": {"type": "integer"}}
    problems = small(tmp_path / "1", columns, x_table={"indexes": [one, other]})
    assert [p.code for p in problems] == ["name-collision"]
    named = other | {"name": "things_positive_a"}
    assert small(tmp_path / "2", columns, x_table={"indexes": [one, named]}) == []
