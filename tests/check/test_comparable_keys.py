"""The columns of a foreign key have types that Postgres compares with its target's."""

import json
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
from tests.support.projects import seed

SCALARS = [kind for kind in COLUMNS if kind not in {"boolean", "jsonb"}]
INTEGERS = {"smallint", "integer", "bigint"}
TEXTS = {"text", "varchar(9)"}
OTHERS = "schemas/others.schema.json"


def _refused(root: Path, own: str, target: str) -> set[str]:
    table = {
        "type": "object",
        "x-table": {},
        "required": ["id"],
        "properties": {"id": COLUMNS[target]},
    }
    files = {OTHERS: json.dumps(table), "seeds/others.json": seed()}
    column = COLUMNS[own] | {"x-references": "others.id"}
    return {p.code for p in small(root, {"a": column}, files=files)}


@pytest.fixture(params=["embedded_server", "installed_server"])
def connection(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    """Connect to the newest and to the oldest server."""
    server: Server = request.getfixturevalue(request.param)
    with fresh_database(server) as conninfo, psycopg.connect(conninfo) as connection:
        yield connection


@pytest.mark.postgres
def test_what_is_taken_postgres_takes(
    tmp_path: Path, connection: psycopg.Connection
) -> None:
    """No key that passes is refused when its table is made."""
    for n, (own, target) in enumerate(product(SCALARS, SCALARS)):
        taken = _refused(tmp_path / str(n), own, target) == set()
        kin = own == target or {own, target} <= INTEGERS or {own, target} <= TEXTS
        assert (own, target, taken) == (own, target, kin)
        if taken:
            connection.execute(f"CREATE TABLE u (k {target} PRIMARY KEY)".encode())
            connection.execute(f"CREATE TABLE t (a {own} REFERENCES u)".encode())
        connection.rollback()


def test_the_reference_is_the_place(tmp_path: Path) -> None:
    """The types of both columns are told."""
    files = {
        OTHERS: '{"type": "object", "x-table": {}, "required": ["id"],'
        ' "properties": {"id": {"type": "string", "format": "uuid"}}}',
        "seeds/others.json": seed(),
    }
    column = {"type": "string", "x-references": "others.id"}
    problems = small(tmp_path, {"a": column}, files=files)
    message = "a column of type text cannot refer to `others.id`, which is uuid"
    code = "reference-type-mismatch"
    assert shown(tmp_path, problems) == [(code, '"others.id"', message)]
