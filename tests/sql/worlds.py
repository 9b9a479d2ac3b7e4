"""Small random catalogs, each with two states that its seeds were in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias, cast, final

from hypothesis import strategies as st

from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import ColumnType, Integer
from seedc.model.json_value import JsonValue
from seedc.model.reference import ForeignKey
from seedc.model.table import Column, Owner, Table
from tests.sql import build

State: TypeAlias = dict[str, list[Row]]

NAMES = ("order", "select_stage", "select", "live")
ONE, TWO = ("id",), ("new", "gone")
KEYS: Mapping[tuple[str, ...], Sequence[tuple[JsonValue, ...]]] = {
    ONE: [("a",), ("b",), ("c",), ("d",), ("Ä'\\",)],
    TWO: [*product([0, 1, -5], ["x", "y"])],
}
LIVE = 7
"""What the live system writes into its own column once the first state is loaded."""


@final
@dataclass(frozen=True, slots=True)
class World:
    """A catalog and two states of its rows; the second has the first one's roots."""

    catalog: Catalog
    before: State
    after: State

    def expected(self) -> State:
        """Return what tables hold when both states were loaded, one by one."""
        return {t.name: self._expected(t) for t in self.catalog.tables}

    def _expected(self, table: Table) -> list[Row]:
        old = {_key(table, row): row for row in self.before[table.name]}
        return [
            _merged(table, row, old.get(_key(table, row)))
            for row in self.after[table.name]
        ]


def _merged(table: Table, row: Row, old: Row | None) -> Row:
    merged = list(row)
    for i, column in enumerate(table.columns):
        if column.owner is Owner.LIVE:
            merged[i] = 0 if old is None else LIVE
        elif column.owner is Owner.ONCE and old is not None:
            merged[i] = old[i]
    return tuple(merged)


def _key(table: Table, row: Row) -> tuple[JsonValue, ...]:
    return tuple(row[table.position(name)] for name in table.primary_key)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a world."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    keys = {name: draw(st.sampled_from([ONE, TWO])) for name in names}
    tables: list[Table] = []
    for name in names:
        root = _root(draw, name, keys)
        tables.append(root)
        if draw(st.booleans()):
            tables.append(_child(draw, root, keys))
    catalog = build.catalog(*tables)
    before = _state(draw, catalog, None)
    return World(catalog, before, _state(draw, catalog, before))


def _root(draw: st.DrawFn, name: str, keys: Mapping[str, tuple[str, ...]]) -> Table:
    links = _links(draw, name, keys)
    own = keys[name]
    kinds: list[ColumnType] = [build.TEXT] if own == ONE else [Integer(), build.TEXT]
    columns = [build.column(k, kind) for k, kind in zip(own, kinds, strict=True)]
    unique = [["rank"], ["rank", "note"], ["code"]]
    base = build.table(
        name,
        *columns,
        build.column("note", nullable=True),
        build.column("rank", Integer(), nullable=True),
        build.column("code", Integer()),
        build.column("once", nullable=True, owner=Owner.ONCE),
        build.column("live", Integer(), owner=Owner.LIVE, default="0"),
        *_link_columns(links),
        key=own,
        unique=unique,
        refers=links,
    )
    return replace(base, columns=tuple(draw(st.permutations(base.columns))))


def _child(draw: st.DrawFn, root: Table, keys: Mapping[str, tuple[str, ...]]) -> Table:
    links = _links(draw, f"{root.name}_items", keys)
    return build.items(
        root,
        "items",
        build.column("rank", Integer()),
        build.column("once", nullable=True, owner=Owner.ONCE),
        build.column("live", Integer(), owner=Owner.LIVE, default="0"),
        *_link_columns(links),
        key=draw(st.sampled_from([("position",), ("rank",)])),
        unique=[["rank", "position"], ["rank"]][: draw(st.integers(0, 2))],
        refers=links,
    )


def _links(
    draw: st.DrawFn, owner: str, keys: Mapping[str, tuple[str, ...]]
) -> list[ForeignKey]:
    """Draw foreign keys to primary keys, and to unique keys that are not."""
    links = []
    for i, other in enumerate(
        draw(st.lists(st.sampled_from(sorted(keys)), max_size=2))
    ):
        target = draw(st.sampled_from([keys[other], ("code",)]))
        own = [f"to_{i}_{name}" for name in target]
        links.append(build.foreign_key(owner, own, other, target))
    return links


def _link_columns(links: Sequence[ForeignKey]) -> list[Column]:
    return [
        build.column(
            own, Integer() if name in {"code", "new"} else build.TEXT, nullable=True
        )
        for link in links
        for own, name in zip(link.columns, link.target, strict=True)
    ]


def _state(draw: st.DrawFn, catalog: Catalog, old: State | None) -> State:
    found: dict[str, list[dict[str, JsonValue]]] = {}
    for table in catalog.tables:
        past = [_named(table, row) for row in (old or {}).get(table.name, [])]
        if table.parent is None:
            found[table.name] = _root_rows(draw, table, past)
        else:
            found[table.name] = _items(draw, table, found[table.parent.table])
    for table in catalog.tables:
        for row in found[table.name]:
            for link in table.foreign_keys:
                if link.on_delete != "cascade":
                    row.update(_target(draw, link, found[link.table]))
    return {
        t.name: [tuple(row.get(c.name) for c in t.columns) for row in found[t.name]]
        for t in catalog.tables
    }


def _named(table: Table, row: Row) -> dict[str, JsonValue]:
    return dict(zip([c.name for c in table.columns], row, strict=True))


def _root_rows(
    draw: st.DrawFn, table: Table, past: list[dict[str, JsonValue]]
) -> list[dict[str, JsonValue]]:
    own = ONE if "id" in table.primary_key else TWO
    kept = [tuple(row[name] for name in own) for row in past]
    drawn = draw(st.lists(st.sampled_from(KEYS[own]), unique=True, max_size=5))
    keys = [*kept, *(key for key in drawn if key not in kept)]
    ranks = draw(st.permutations(range(len(keys) + 1)))
    codes = _codes(draw, [cast("int", row["code"]) for row in past], len(keys))
    return [
        {
            **dict(zip(own, key, strict=True)),
            "note": draw(st.sampled_from([None, "x", "X", "y'"])),
            "rank": draw(st.sampled_from([rank, rank, None])),
            "code": code,
            "once": draw(st.sampled_from([None, "p", "q"])),
        }
        for key, rank, code in zip(keys, ranks, codes, strict=False)
    ]


def _codes(draw: st.DrawFn, old: list[int], size: int) -> list[int]:
    """Draw unique values that others may refer to; they never go round in a circle.

    Postgres checks such a key row by row. A row may take what another one leaves,
    over any number of rows, but two cannot exchange theirs.
    """
    new: dict[int, int] = {}
    for i, code in enumerate(old):
        moved = code + draw(st.integers(0, 2))
        new[i] = moved if moved not in new.values() else 100 * (max(old) + 1) + i
    free = [c for c in (*old, *range(10)) if c not in new.values()]
    rest = draw(st.permutations(list(dict.fromkeys(free))))
    return [*new.values(), *rest][:size]


def _items(
    draw: st.DrawFn, table: Table, parents: list[dict[str, JsonValue]]
) -> list[dict[str, JsonValue]]:
    ranks = iter(draw(st.permutations(range(len(parents) * 3 + 3))))
    links = cast("Sequence[str]", table.parent and table.parent.columns)
    found: list[dict[str, JsonValue]] = []
    for parent in parents:
        keys = [parent[name.removeprefix("parent_")] for name in links]
        found += [
            {
                **dict(zip(links, keys, strict=True)),
                "position": position,
                "rank": next(ranks),
                "once": draw(st.sampled_from([None, "p", "q"])),
            }
            for position in range(draw(st.integers(0, 3)))
        ]
    return found


def _target(
    draw: st.DrawFn, link: ForeignKey, rows: list[dict[str, JsonValue]]
) -> dict[str, JsonValue]:
    target = draw(st.sampled_from([None, *rows]))
    return {
        own: None if target is None else target[name]
        for own, name in zip(link.columns, link.target, strict=True)
    }
