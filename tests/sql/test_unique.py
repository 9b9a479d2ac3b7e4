"""Rows exchange the values of unique keys, in one run."""

import pytest

from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import Integer
from tests.sql import build, run

MOVES = {
    "two exchange": ({"a": 1, "b": 2}, {"a": 2, "b": 1}),
    "three go round": ({"a": 1, "b": 2, "c": 3}, {"a": 2, "b": 3, "c": 1}),
    "a chain moves up": ({"a": 1, "b": 2, "c": 3}, {"a": 2, "b": 3, "c": 4}),
    "a chain moves down": ({"a": 2, "b": 3, "c": 4}, {"a": 1, "b": 2, "c": 3}),
    "a new row takes a freed value": ({"a": 1}, {"a": 2, "b": 1}),
    "a new row, first of its chain": ({"b": 1, "c": 2}, {"a": 1, "b": 2, "c": 3}),
    "all at once": (
        {"a": 1, "b": 2, "c": 3, "d": 4}, {"a": 2, "b": 1, "c": 4, "d": 5, "e": 3}
    ),
}  # fmt: skip


def _catalog(*, referred: bool) -> Catalog:
    """Build a table with a unique key, to which rows of another refer or not."""
    ranks = build.table(
        "ranks", build.column("id"), build.column("rank", Integer()), unique=[["rank"]]
    )
    fans = build.table(
        "fans",
        build.column("id"),
        build.column("rank", Integer()),
        refers=[build.foreign_key("fans", ["rank"], "ranks", ["rank"])],
    )
    return build.catalog(*((ranks, fans) if referred else (ranks,)))


def _rows(given: dict[str, int], *, referred: bool) -> dict[str, list[Row]]:
    rows: list[Row] = [*given.items()]
    return {"ranks": rows, "fans": rows} if referred else {"ranks": rows}


@pytest.mark.parametrize("move", MOVES)
def test_postgres_takes_any_move(database: str, move: str) -> None:
    """The key is checked when all rows are written."""
    catalog, (before, after) = _catalog(referred=False), MOVES[move]
    run.apply(database, build.postgres_ddl(catalog))
    run.apply(database, build.postgres_sql(catalog, _rows(before, referred=False)))
    run.apply(database, build.postgres_sql(catalog, _rows(after, referred=False)))
    assert dict(run.postgres_rows(database, catalog)["ranks"]) == after  # type: ignore[arg-type]


@pytest.mark.parametrize("move", MOVES)
def test_postgres_takes_moves_of_what_is_referred_to(database: str, move: str) -> None:
    """Such a key cannot be deferred: rows step aside first."""
    catalog, (before, after) = _catalog(referred=True), MOVES[move]
    run.apply(database, build.postgres_ddl(catalog))
    run.apply(database, build.postgres_sql(catalog, _rows(before, referred=True)))
    run.apply(database, build.postgres_sql(catalog, _rows(after, referred=True)))
    found = run.postgres_rows(database, catalog)
    assert dict(found["ranks"]) == dict(found["fans"]) == after  # type: ignore[arg-type]


@pytest.mark.parametrize("referred", [False, True])
@pytest.mark.parametrize("move", MOVES)
def test_sqlite_takes_any_move(move: str, *, referred: bool) -> None:
    """Old values are out of the way before new ones come."""
    catalog, (before, after) = _catalog(referred=referred), MOVES[move]
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(catalog))
        for given in (before, after):
            rows = _rows(given, referred=referred)
            connection.executescript(build.sqlite_sql(catalog, rows))
        found = run.sqlite_rows(connection, catalog)
    assert all(dict(rows) == after for rows in found.values())  # type: ignore[arg-type]
