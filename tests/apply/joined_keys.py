"""Draws which rows there are where keys refer to others: pairs, and items of lists."""

from hypothesis import strategies as st

from seedc.model.table import Table
from tests.apply.draft import Draft, key_links, staying
from tests.apply.seeds import Left, Values, key_of
from tests.apply.values import Key


def draw_pairs(draft: Draft, table: Table) -> None:
    """Draw the rows of a table whose key refers to others."""
    old = draft.old.rows.get(table.name, {})
    draft.left[table.name] = dict(draft.old.left.get(table.name, {}))
    kept: dict[Key, Values] = {}
    for key, row in old.items():
        new = _moved(draft, table, row)
        stays = new is not None and key in draft.world.live[table.name]
        stays = stays and not draft.chance(4)
        if stays and new is not None:
            draft.was[table.name, key_of(table, new)] = key
            kept[key_of(table, new)] = new
        elif table.removal != "prune" or draft.chance(2):
            draft.left[table.name][key] = Left(removed=True, to=None)
    for _ in range(draft.draw(st.integers(0, 3))):
        new = _new_pair(draft, table)
        taken = key_of(table, new) in {*kept, *draft.world.live[table.name], *old}
        if not taken and key_of(table, new) not in draft.left[table.name]:
            kept[key_of(table, new)] = new
    draft.rows[table.name] = kept


def _moved(draft: Draft, table: Table, row: Values) -> Values | None:
    """Return a key as it is when its targets were renamed; None if one goes."""
    new = {name: row[name] for name in table.primary_key}
    for link in key_links(table):
        target = tuple(row[name] for name in link.columns)
        now = [
            k for (t, k), was in draft.was.items() if t == link.table and was == target
        ]
        if not now:
            return None
        new |= dict(zip(link.columns, now[0], strict=True))
    return new


def _new_pair(draft: Draft, table: Table) -> Values:
    row: Values = {"slot": draft.one([0, 1, 7])}
    for link in key_links(table):
        target = draft.one([*draft.rows[link.table].values()])
        row |= {c: target[t] for c, t in zip(link.columns, link.target, strict=True)}
    return {name: row[name] for name in table.primary_key}


def draw_items(draft: Draft, table: Table) -> None:
    """Draw the items of lists."""
    parent = table.parent
    assert parent is not None
    own = table.primary_key[len(parent.columns)]
    found: dict[Key, Values] = {}
    taken = {row["rank"] for _, row in staying(draft, table)}
    few = draft.draw(st.permutations(range(8)))
    ranks = [rank for rank in (*few, *range(8, 60)) if rank not in taken]
    for key in draft.rows[parent.table]:
        for at in range(draft.draw(st.integers(0, 3))):
            row = dict(zip(parent.columns, key, strict=True))
            rank = ranks[len(found)] if table.unique_keys else draft.one([0, 1, 2])
            row |= {"position": at, "rank": rank}
            found.setdefault(key_of(table, row), row)
            was = draft.was.get((parent.table, key))
            if was is not None:
                draft.was[table.name, key_of(table, row)] = (*was, row[own])
    draft.rows[table.name] = found
