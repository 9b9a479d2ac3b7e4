"""Draws what rows hold."""

from collections.abc import Mapping, Sequence
from typing import cast

from hypothesis import strategies as st

from seedc.model.json_value import JsonValue
from seedc.model.table import Owner, Table
from tests.apply import values
from tests.apply.draft import Draft, is_stubborn, part, staying
from tests.apply.seeds import Values
from tests.apply.values import Key

_FREE: Mapping[str, Sequence[JsonValue]] = {
    "note": values.NOTES,
    "amount": values.AMOUNTS,
    "data": values.DATA,
    "once": values.MARKS,
}


def fill(draft: Draft, table: Table) -> None:
    """Give rows values, those before or others; unique ones change places."""
    names = {c.name for c in table.columns if c.owner is not Owner.LIVE}
    for key, row in draft.rows[table.name].items():
        before = _before(draft, table, key)
        for name in sorted(names & _FREE.keys()):
            stays = before is not None and not draft.chance(3)
            row[name] = before[name] if stays and before else draft.one(_FREE[name])
    for unique in table.unique_keys:
        if not {*unique.columns} <= {*table.primary_key}:
            _spread(draft, table, unique.columns)


def _before(draft: Draft, table: Table, key: Key) -> Values | None:
    was = draft.was.get((table.name, key))
    return None if was is None else draft.old.rows.get(table.name, {}).get(was)


def _spread(draft: Draft, table: Table, columns: Sequence[str]) -> None:
    """Give rows values of a unique key: their own, others' of them, or new ones."""
    rows = draft.rows[table.name]
    taken = {part(row, columns) for _, row in staying(draft, table)}
    befores = [_before(draft, table, key) for key in rows]
    own = [b and part(b, columns) for b in befores]
    pinned = [_is_pinned(draft, table, key, columns) for key in rows]
    moving = [value for value, fixed in zip(own, pinned, strict=True) if not fixed]
    if draft.chance(2):
        moving = draft.draw(st.permutations(moving))
    mixed = iter(moving)
    pool = values.keys(table, columns, values.SEEDED)
    free = iter([v for v in pool if v not in taken and v not in own])
    for row, value, fixed in zip(rows.values(), own, pinned, strict=True):
        given = value if fixed else next(mixed)
        stays = fixed or (given and given not in taken and not draft.chance(4))
        new = given if stays else next(free)
        row |= dict(zip(columns, cast("Key", new), strict=True))
        if not fixed and table.column(columns[0]).nullable and draft.chance(5):
            row[columns[0]] = None


def _is_pinned(draft: Draft, table: Table, key: Key, columns: Sequence[str]) -> bool:
    """Say whether somebody refers to a value whom the seeds cannot lead elsewhere."""
    world, was = draft.world, draft.was.get((table.name, key))
    if was is None or was not in world.live[table.name]:
        return False
    return any(
        link.target == tuple(columns) and is_stubborn(world, other, own, link)
        for other, own, link in world.referrers(table.name, was)
    )


def lead(draft: Draft, table: Table) -> None:
    """Give rows what they refer to."""
    for link in table.foreign_keys:
        if link.on_delete == "cascade" or {*link.columns} & {*table.primary_key}:
            continue
        if table.column(link.columns[0]).owner is Owner.LIVE:
            continue
        must = not table.column(link.columns[0]).nullable
        targets = [*draft.rows[link.table].values()]
        for row in draft.rows[table.name].values():
            to = draft.one(targets if must else [None, *targets])
            row |= {
                c: None if to is None else to[t]
                for c, t in zip(link.columns, link.target, strict=True)
            }
