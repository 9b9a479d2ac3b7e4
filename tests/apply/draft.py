"""Seeds that are being drawn, and what must not be taken from whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, final

from hypothesis import strategies as st

from seedc.model.catalog import Catalog
from seedc.model.reference import ForeignKey
from seedc.model.table import Owner, Table
from tests.apply.seeds import Left, RowsByKey, Seeds, Values
from tests.apply.values import Key
from tests.apply.world import RETIRED, World

_T = TypeVar("_T")


@final
@dataclass(slots=True)
class Draft:
    """Seeds that are being drawn.

    Attributes:
        draw: Draws from a strategy.
        world: The database.
        old: The seeds before.
        rows: The new rows, at first with their keys alone.
        left: What became of earlier keys.
        was: The earlier keys of rows that stay, by table and key.
    """

    draw: st.DrawFn
    world: World
    old: Seeds
    rows: RowsByKey = field(default_factory=dict)
    left: dict[str, dict[Key, Left]] = field(default_factory=dict)
    was: dict[tuple[str, Key], Key] = field(default_factory=dict)

    @property
    def catalog(self) -> Catalog:
        """The tables."""
        return self.world.catalog

    def chance(self, one_in: int) -> bool:
        """Draw whether to do something, one in so many times."""
        return self.draw(st.integers(1, one_in)) == one_in

    def one(self, of: Sequence[_T]) -> _T:
        """Draw one of several things."""
        return self.draw(st.sampled_from(of))


def key_links(table: Table) -> list[ForeignKey]:
    """Return the foreign keys that the primary key is made of."""
    return [k for k in table.foreign_keys if {*k.columns} <= {*table.primary_key}]


def holds(draft: Draft, table: Table, key: Key) -> str:
    """Say how somebody who stays holds on to a row: not, until replaced, for ever."""
    world = draft.world
    if table.removal == "keep" or key not in world.live[table.name]:
        return "not"
    how = "not"
    for other, own, link in world.referrers(table.name, key):
        if link.on_delete == "cascade":
            if own not in world.known[other.name]:
                return "for ever"
            continue
        stubborn = is_stubborn(world, other, own, link)
        if stubborn and (
            {*link.columns} & {*other.primary_key} or table.removal == "retire"
        ):
            return "for ever"
        how = "until replaced" if stubborn else how
    return how


def is_stubborn(world: World, table: Table, key: Key, link: ForeignKey) -> bool:
    """Say whether a row may go on to refer to what it does, whatever the seeds say."""
    return (
        key not in world.known[table.name]
        or any(table.column(name).owner is not Owner.SEED for name in link.columns)
        or table.removal in {"retire", "keep"}
    )


def staying(draft: Draft, table: Table) -> Iterator[tuple[Key, Values]]:
    """Yield the live rows that stay though the new seeds do not have them."""
    rows = draft.rows.get(table.name, {})
    there = {draft.was.get((table.name, key), key) for key in rows}
    for key, row in draft.world.live[table.name].items():
        if key not in there and not _goes(draft, table, key):
            yield key, row


def _goes(draft: Draft, table: Table, key: Key) -> bool:
    """Say whether a row that the new seeds do not have is deleted."""
    world = draft.world
    row = world.live[table.name][key]
    if key not in world.known[table.name] or row.get(RETIRED):
        return False
    if table.parent is None:
        return table.removal in {"delete", "prune"}
    above = part(row, table.parent.columns)
    parent = world.catalog.table(table.parent.table)
    kept = {draft.was.get((parent.name, k), k) for k in draft.rows[parent.name]}
    return above in kept or _goes(draft, parent, above)


def part(row: Values, columns: Sequence[str]) -> Key:
    """Return some values of a row."""
    return tuple(row[name] for name in columns)
