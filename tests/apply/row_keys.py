"""Draws which rows of a table of its own there are, and what became of others."""

from collections.abc import Sequence

from hypothesis import strategies as st

from seedc.model.table import Table
from tests.apply import values
from tests.apply.draft import Draft, holds
from tests.apply.seeds import Left
from tests.apply.values import Key

_MOST = 5


def draw_keys(draft: Draft, table: Table) -> None:
    """Draw the keys of a table's rows; some stay, leave, return or are new."""
    old = [*draft.old.rows.get(table.name, {})]
    draft.left[table.name] = dict(draft.old.left.get(table.name, {}))
    used = {*old, *draft.left[table.name], *draft.world.live[table.name]}
    used |= {left.to for left in draft.left[table.name].values() if left.to}
    pool = values.keys(table, table.primary_key, values.SEEDED)
    free = [key for key in pool if key not in used]
    fates = _fates(draft, table, old)
    kept: list[Key] = []
    for key, fate in zip(old, fates, strict=True):
        if fate == "rename" and free:
            new = free.pop(draft.draw(st.integers(0, len(free) - 1)))
            draft.left[table.name][key] = Left(removed=False, to=new)
            draft.was[table.name, new] = key
            kept.append(new)
        elif fate != "leave":
            draft.was[table.name, key] = key
            kept.append(key)
    more = draft.draw(st.lists(st.sampled_from(free), unique=True, max_size=_MOST))
    kept += [*more[: max(0, _MOST + 2 - len(kept))], *_returning(draft, table)]
    _note_leavers(draft, table, old, fates, kept)
    if not kept:
        kept = [free[0]]
    draft.rows[table.name] = {
        key: dict(zip(table.primary_key, key, strict=True)) for key in kept
    }


def _fates(draft: Draft, table: Table, keys: Sequence[Key]) -> list[str]:
    """Draw for each row whether it stays; the first one does."""
    offered = ["stay", "stay", "rename", "leave"]
    fates = []
    for i, key in enumerate(keys):
        fate = draft.one(offered[: 4 if i else 3])
        if fate == "leave" and holds(draft, table, key) == "for ever":
            fate = "stay"
        if fate == "rename" and key not in draft.world.live[table.name]:
            fate = "stay"
        fates.append(fate)
    return fates


def _note_leavers(
    draft: Draft,
    table: Table,
    old: Sequence[Key],
    fates: Sequence[str],
    kept: list[Key],
) -> None:
    staying = [key for key in kept if (table.name, key) in draft.was]
    for key, fate in zip(old, fates, strict=True):
        if fate != "leave":
            continue
        must = holds(draft, table, key) == "until replaced"
        if table.removal == "prune" and not must and draft.chance(2):
            continue
        to = draft.one(staying if must else [None, *staying])
        draft.left[table.name][key] = Left(removed=True, to=to)


def _returning(draft: Draft, table: Table) -> list[Key]:
    """Draw which removed rows come back: deleted or retired ones."""
    world, back = draft.world, []
    for key, left in [*draft.left[table.name].items()]:
        live = key in world.live[table.name]
        mine = key in world.known[table.name]
        if left.removed and live == mine and draft.chance(4):
            del draft.left[table.name][key]
            back.append(key)
    return back
