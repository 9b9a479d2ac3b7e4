"""Hundreds of rows pass their unique values around in one run."""

from collections.abc import Callable, Mapping

import pytest

from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import (
    ColumnType,
    Date,
    Integer,
    SmallInt,
    Text,
    Uuid,
    Varchar,
)
from seedc.model.json_value import JsonValue
from tests.apply import oracle
from tests.apply.database import imagined, live, tables_of
from tests.apply.releases import release
from tests.apply.seeds import Seeds
from tests.apply.stock import seeds_of
from tests.apply.ways import applied
from tests.apply.world import empty
from tests.sql import build

_MANY = 300
_KINDS: Mapping[str, tuple[ColumnType, Callable[[int], JsonValue]]] = {
    "integer": (Integer(), lambda n: n),
    "smallint": (SmallInt(), lambda n: n),
    "text": (Text(), lambda n: f"n{n:03}"),
    "varchar": (Varchar(4), lambda n: f"n{n:03}"),
    "uuid": (Uuid(), lambda n: f"00000000-0000-4000-8000-{n:012}"),
    "date": (Date(), lambda n: f"{1000 + n}-01-01"),
}
_MOVES: Mapping[str, Callable[[int], int]] = {
    "up": lambda n: n + 1,
    "down": lambda n: n - 1,
    "round": lambda n: (n + 1) % _MANY,
    "in pairs": lambda n: n ^ 1,
    "back to front": lambda n: _MANY - 1 - n,
    "mixed": lambda n: n * 7 % _MANY,
}


def _catalog(kind: ColumnType, *, referred: bool, check: bool = False) -> Catalog:
    """Build a table with a unique number, to which rows of another refer or not."""
    things = build.table(
        "things",
        build.column("id", Integer()),
        build.column("number", kind),
        unique=[["number"]],
        checks={"natural": "number >= 0"} if check else {},
    )
    fans = build.table(
        "fans",
        build.column("id", Integer()),
        build.column("number", kind),
        refers=[build.foreign_key("fans", ["number"], "things", ["number"])],
    )
    return build.catalog(*((things, fans) if referred else (things,)))


def _seeds(
    catalog: Catalog,
    version: str,
    write: Callable[[int], JsonValue],
    move: Callable[[int], int] = lambda n: n,
) -> Seeds:
    rows: list[Row] = [(n, write(move(n) + 1)) for n in range(_MANY)]
    return seeds_of(catalog, {table.name: rows for table in catalog.tables}, version)


@pytest.mark.parametrize("referred", [False, True])
@pytest.mark.parametrize("move", _MOVES)
@pytest.mark.parametrize("kind", ["integer", "text"])
def test_renumbered(new_database: str, kind: str, move: str, *, referred: bool) -> None:
    """In chains and circles of any length, also where others refer to the values."""
    type_, write = _KINDS[kind]
    _assert_moved(new_database, _catalog(type_, referred=referred), write, move)


@pytest.mark.parametrize("kind", _KINDS)
def test_any_type(database: str, kind: str) -> None:
    """Whatever the type, some values are free for a moment."""
    type_, write = _KINDS[kind]
    _assert_moved(database, _catalog(type_, referred=True), write, "round")


def test_under_a_check(database: str) -> None:
    """Values that a check refuses cannot stand in, not even for a moment."""
    type_, write = _KINDS["integer"]
    catalog = _catalog(type_, referred=True, check=True)
    _assert_moved(database, catalog, write, "in pairs")


def _assert_moved(
    database: str, catalog: Catalog, write: Callable[[int], JsonValue], move: str
) -> None:
    before = _seeds(catalog, "1.0.0", write)
    after = _seeds(catalog, "1.1.0", write, _MOVES[move])
    first = oracle.run(empty(catalog), before)
    second = oracle.run(first.world, after)
    with tables_of(database, catalog):
        applied(release(catalog, before), database)
        outcome = applied(release(catalog, after), database)
        assert outcome.plan.refusals == ()
        moved = second.counts["things"]["update"]
        assert [t.counts for t in outcome.plan.tables] == [{"update": moved}] * len(
            catalog.tables
        )
        assert live(database, catalog) == imagined(second.world)
        assert applied(release(catalog, after), database).run is None
