"""Random catalogs: all that makes it hard to change rows.

Keys of all types, of one column or of several; references to keys and to unique
columns, to the own table and in circles, by columns that seeds keep, write once or
leave alone; tables whose key is made of references; lists as child tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from seedc.lower.columns import retired_at_column
from seedc.model.catalog import Catalog
from seedc.model.column_type import (
    BigInt,
    ColumnType,
    Date,
    Integer,
    Json,
    Numeric,
    SmallInt,
    Text,
    Uuid,
    Varchar,
)
from seedc.model.reference import ForeignKey
from seedc.model.table import Column, Owner, Removal, Table
from tests.sql import build

_NAMES = ("order", "b", "Select", "zone's")
_JUNCTION = "pairs"
_POLICIES: Sequence[Removal] = ("delete", "retire", "keep", "prune")
_KEYS: Sequence[Mapping[str, ColumnType]] = (
    {"id": Text()},
    {"id": Integer()},
    {"id": Uuid()},
    {"id": Date()},
    {"id": Varchar(8)},
    {"id": BigInt()},
    {"new": Integer(), "old": Text()},
    {"stage": Uuid(), "live": Date()},
)
_CODES: Sequence[ColumnType] = (
    Integer(), Text(), Uuid(), Date(), Varchar(8), SmallInt(), BigInt(),
)  # fmt: skip

Plain = Mapping[str, Table]


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Draw a catalog."""
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=3, unique=True))
    plain = {name: _plain(draw, name) for name in names}
    linked = {
        name: _linked(draw, table, plain, draw(st.integers(0, 2)))
        for name, table in plain.items()
    }
    tables = [*linked.values()]
    if draw(st.booleans()):
        tables.append(_junction(draw, plain))
    children = [_items(draw, t, plain) for t in tables if draw(st.integers(0, 2)) == 0]
    return build.catalog(*tables, *children)


def _plain(draw: st.DrawFn, name: str) -> Table:
    """Draw a table without references."""
    own = draw(st.sampled_from(_KEYS))
    columns = [
        *(build.column(column, kind) for column, kind in own.items()),
        *_values(draw),
    ]
    base = build.table(
        name,
        *draw(st.permutations(columns)),
        key=draw(st.permutations([*own])),
        unique=_unique(columns),
    )
    return _with_policy(base, draw(st.sampled_from(_POLICIES)))


def _with_policy(table: Table, policy: Removal) -> Table:
    added = (retired_at_column(),) if policy == "retire" else ()
    return replace(table, removal=policy, columns=(*table.columns, *added))


def _values(draw: st.DrawFn) -> list[Column]:
    once = draw(st.sampled_from([None, "'given'"]))
    offered = [
        [build.column("note", nullable=True)],
        [build.column("amount", Numeric(), nullable=True)],
        [build.column("data", Json(), nullable=True)],
        [build.column("rank", Integer(), nullable=True)],
        [build.column("code", draw(st.sampled_from(_CODES)))],
        [build.column("row", Text()), build.column("place", SmallInt())],
        [build.column("once", nullable=True, owner=Owner.ONCE, default=once)],
        [build.column("seen", Integer(), owner=Owner.LIVE, default="0")],
    ]
    taken = draw(st.lists(st.booleans(), min_size=8, max_size=8))
    return [c for use, some in zip(taken, offered, strict=True) if use for c in some]


def _unique(columns: Sequence[Column]) -> list[list[str]]:
    names = {column.name for column in columns}
    return [k for k in (["rank"], ["code"], ["row", "place"]) if names.issuperset(k)]


def _linked(draw: st.DrawFn, table: Table, others: Plain, count: int) -> Table:
    for number in range(count):
        owner = draw(st.sampled_from([Owner.SEED, Owner.SEED, Owner.ONCE, Owner.LIVE]))
        must = owner is not Owner.LIVE and draw(st.integers(0, 3)) == 0
        target = others[draw(st.sampled_from(sorted(others)))]
        link = _link(draw, table.name, f"to_{number}", target)
        new = tuple(
            build.column(own, target.column(name).type, nullable=not must, owner=owner)
            for own, name in zip(link.columns, link.target, strict=True)
        )
        table = replace(
            table,
            columns=(*table.columns, *new),
            foreign_keys=(*table.foreign_keys, link),
        )
    return table


def _link(draw: st.DrawFn, owner: str, prefix: str, target: Table) -> ForeignKey:
    """Draw a reference to the primary key of a table, or to another key of it."""
    offered = [
        target.primary_key,
        *(k.columns for k in target.unique_keys if k.columns != ("rank",)),
    ]
    names = draw(st.sampled_from(offered))
    own = [f"{prefix}_{name}" for name in names]
    return build.foreign_key(owner, own, target.name, names)


def _junction(draw: st.DrawFn, others: Plain) -> Table:
    """Draw a table whose primary key is made of references, and perhaps a number."""
    keys: list[Column] = []
    links: list[ForeignKey] = []
    for side in ("left", "right"):
        target = others[draw(st.sampled_from(sorted(others)))]
        names = [f"{side}_{name}" for name in target.primary_key]
        links.append(
            build.foreign_key(_JUNCTION, names, target.name, target.primary_key)
        )
        keys += [
            build.column(name, target.column(k).type)
            for name, k in zip(names, target.primary_key, strict=True)
        ]
    if draw(st.booleans()):
        keys.append(build.column("slot", SmallInt()))
    columns = [*keys, *_values(draw)]
    base = build.table(
        _JUNCTION,
        *columns,
        key=[column.name for column in keys],
        unique=_unique(columns),
        refers=links,
    )
    return _with_policy(base, draw(st.sampled_from(_POLICIES)))


def _items(draw: st.DrawFn, parent: Table, others: Plain) -> Table:
    base = build.items(
        parent,
        "items",
        build.column("rank", Integer()),
        build.column("note", nullable=True),
        build.column("once", nullable=True, owner=Owner.ONCE),
        build.column("seen", Integer(), owner=Owner.LIVE, default="0"),
        key=draw(st.sampled_from([("position",), ("rank",)])),
        unique=[["rank"]][: draw(st.integers(0, 1))],
    )
    linked = _linked(draw, base, others, draw(st.integers(0, 1)))
    return replace(linked, removal=parent.removal)
