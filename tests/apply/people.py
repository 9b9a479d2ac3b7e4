"""What the application and its operators do to the rows between two runs."""

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from seedc.model.json_value import JsonValue
from seedc.model.table import Owner, Table
from tests.apply import values
from tests.apply.edits import Change, Drop, Edit, Put, imagine
from tests.apply.seeds import Values, key_of
from tests.apply.world import RETIRED, World


def draw_edits(draw: st.DrawFn, world: World) -> list[Edit]:
    """Draw what people do to a database, and do it to the world."""
    done: list[Edit] = []
    for table in world.catalog.tables:
        for edit in _edits(draw, world, table):
            imagine(world, edit)
            done.append(edit)
    return done


def _edits(draw: st.DrawFn, world: World, table: Table) -> Iterator[Edit]:
    if draw(st.booleans()) and (row := _own_row(draw, world, table)) is not None:
        yield Put(table, row)
    rows = world.live[table.name]
    for key in (
        draw(st.lists(st.sampled_from([*rows]), unique=True, max_size=2))
        if rows
        else ()
    ):
        if new := _changed(draw, world, table):
            yield Change(table, key, new)
    seeded = sorted(world.known[table.name] & rows.keys(), key=repr)
    if seeded and draw(st.integers(0, 5)) == 0:
        key = draw(st.sampled_from(seeded))
        if not [*world.referrers(table.name, key)]:
            yield Drop(table, key)


def _own_row(draw: st.DrawFn, world: World, table: Table) -> Values | None:
    """Draw a row of the application's; None if there is nothing that it could be."""
    if any(not world.live[link.table] for link in table.foreign_keys):
        return None
    key = _own_key(draw, world, table)
    if key_of(table, key) in world.live[table.name]:
        return None
    usual: Values = {"note": "mine", "once": "mine", "seen": 5, "rank": 900}
    row = {column.name: usual.get(column.name) for column in table.columns}
    if table.parent is not None:
        row["position"] = 100
    for unique in table.unique_keys:
        if not {*unique.columns} <= key.keys():
            row |= _free_values(world, table, unique.columns)
    row |= _links(draw, world, table, all_of_them=True) | key
    return row | ({RETIRED: False} if table.retires else {})


def _free_values(world: World, table: Table, columns: Sequence[str]) -> Values:
    """Return values of a unique key that no row has."""
    rows = world.live[table.name].values()
    taken = [tuple(row[name] for name in columns) for row in rows]
    pool = values.keys(table, columns, values.APPLICATION)
    free = next(value for value in pool if value not in taken)
    return dict(zip(columns, free, strict=True))


def _own_key(draw: st.DrawFn, world: World, table: Table) -> Values:
    """Draw a key that no seeds have; it may lie under rows that they do have."""
    ranks = [row.get("rank") for row in world.live[table.name].values()]
    free = next(rank for rank in range(700, 800) if rank not in ranks)
    row: Values = {"position": 100, "rank": free, "slot": 700}
    links = [k for k in table.foreign_keys if {*k.columns} <= {*table.primary_key}]
    for link in links:
        to = draw(st.sampled_from([*world.live[link.table].values()]))
        row |= {c: to[t] for c, t in zip(link.columns, link.target, strict=True)}
    if not links:
        pool = values.keys(table, table.primary_key, values.APPLICATION)
        row |= dict(zip(table.primary_key, draw(st.sampled_from(pool)), strict=True))
    return {name: row[name] for name in table.primary_key}


def _links(draw: st.DrawFn, world: World, table: Table, *, all_of_them: bool) -> Values:
    """Draw references; of a seeded row only those that the seeds leave alone."""
    found: Values = {}
    for link in table.foreign_keys:
        first = table.column(link.columns[0])
        if {*link.columns} & {*table.primary_key}:
            continue
        if all_of_them or first.owner is not Owner.SEED:
            targets: list[Values | None] = [*world.live[link.table].values()]
            to = draw(st.sampled_from([None, *targets] if first.nullable else targets))
            for own, name in zip(link.columns, link.target, strict=True):
                found[own] = None if to is None else to[name]
    return found


def _changed(draw: st.DrawFn, world: World, table: Table) -> Values:
    new: Values = {}
    names = {column.name for column in table.columns}
    drift = draw(st.integers(0, 2)) == 0
    offered: dict[str, Sequence[JsonValue]] = {
        "seen": [0, 1, 99],
        "once": ["live", None],
    }
    if drift:
        offered |= {"note": values.NOTES, "amount": values.AMOUNTS, "data": values.DATA}
    for name in sorted(offered.keys() & names):
        new[name] = draw(st.sampled_from(offered[name]))
    return new | _links(draw, world, table, all_of_them=False)
