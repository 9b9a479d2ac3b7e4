"""What a database holds after a run, told by rules and without any SQL."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TypeAlias, final

from seedc.model.plan import Action
from seedc.model.reference import ForeignKey
from seedc.model.table import Owner, Table
from tests.apply.seeds import Seeds, Values, key_of
from tests.apply.values import Key
from tests.apply.world import RETIRED, World

Counts: TypeAlias = dict[str, Counter[Action]]


@final
@dataclass(slots=True)
class Run:
    """A run of the seeds.

    Attributes:
        before: The database before it.
        world: The database after it, if nothing is refused.
        counts: What happens to the rows of each table.
        refusals: Code and table of all that is refused.
        touched: The rows that are written, by the keys that they have after it.
        earlier: The keys that rows had before it, where they have others after it.
    """

    before: World
    world: World
    counts: Counts = field(default_factory=dict)
    refusals: set[tuple[str, str]] = field(default_factory=set)
    touched: set[tuple[str, Key]] = field(default_factory=set)
    earlier: dict[tuple[str, Key], Key] = field(default_factory=dict)

    def count(self, table: Table, action: Action) -> None:
        """Count a row."""
        self.counts.setdefault(table.name, Counter())[action] += 1


def run(world: World, seeds: Seeds) -> Run:
    """Return what a run of seeds does to a database."""
    done = Run(world, deepcopy(world))
    tables = world.catalog.tables
    for table in tables:
        if table.parent is None:
            _rename(done, table, seeds)
    gone = {table.name: dict(_gone(done, table, seeds)) for table in tables}
    _follow_parents(done, seeds, gone)
    _replace(done, seeds, gone)
    _remove(done, seeds, gone)
    for name, key in done.earlier:
        table = world.catalog.table(name)
        if table.parent is None and key in done.world.live[name]:
            done.count(table, "rename")
    for table in tables:
        _write(done, table, seeds)
    return done


# Keys that change


def _rename(done: Run, table: Table, seeds: Seeds) -> None:
    world = done.world
    for old in seeds.left.get(table.name, {}):
        end = seeds.end(table.name, old)
        rows = world.live[table.name]
        if end is None or end.removed or old not in world.known[table.name]:
            continue
        if old in rows and end.to is not None and end.to not in rows:
            new = {**rows[old], **dict(zip(table.primary_key, end.to, strict=True))}
            _change(done, table, old, new)


def _change(done: Run, table: Table, old: Key, new: Values) -> None:
    """Give a row other values, and all who refer to these as well."""
    world, key = done.world, key_of(table, new)
    before = world.live[table.name].pop(old)
    world.live[table.name][key] = new
    done.touched.add((table.name, key))
    if key != old:
        done.touched.discard((table.name, old))
        done.earlier[table.name, key] = done.earlier.pop((table.name, old), old)
        if old in world.known[table.name]:
            world.known[table.name].remove(old)
            world.known[table.name].add(key)
    for other, link in world.links_to(table.name):
        if any(before[name] != new[name] for name in link.target):
            while referring := world.referring(other, link, before):
                _lead(done, other, referring[0], link, new)


# Rows that left


def _gone(done: Run, table: Table, seeds: Seeds) -> Iterator[tuple[Key, Action]]:
    """Yield what becomes of the rows of a table that the seeds no longer have."""
    world = done.world
    for key in sorted(world.known[table.name] - {*seeds.rows[table.name]}, key=repr):
        if key not in world.live[table.name]:
            done.count(table, "forget")
            world.known[table.name].remove(key)
        elif table.parent is not None:
            yield key, "delete"
        elif world.live[table.name][key].get(RETIRED):
            continue
        elif table.removal == "prune":
            yield key, "delete"
        elif seeds.end(table.name, key) is None:
            done.refusals.add(("unlisted-rows", table.name))
        else:
            yield key, table.removal


def _follow_parents(
    done: Run, seeds: Seeds, gone: dict[str, dict[Key, Action]]
) -> None:
    """Let the items of a list that left go the way of their parent."""
    for table in done.world.catalog.tables:
        if table.parent is None:
            continue
        parent, rows = table.parent, done.world.live[table.name]
        for key in [*gone[table.name]]:
            above = tuple(rows[key][name] for name in parent.columns)
            if above in seeds.rows[parent.table]:
                continue
            way = gone[parent.table].get(above)
            if way == "keep":
                gone[table.name][key] = "keep"
            elif way != "delete":  # the parent is, or will be, retired
                del gone[table.name][key]


def _replace(done: Run, seeds: Seeds, gone: dict[str, dict[Key, Action]]) -> None:
    """Lead all who stay from rows that go to those that take their places."""
    world = done.world
    for table in world.catalog.tables:
        for key, action in gone[table.name].items():
            end = seeds.end(table.name, key)
            if action not in {"delete", "retire"} or end is None or end.to is None:
                continue
            new = seeds.rows[table.name][end.to]
            for other, own, link in [*world.referrers(table.name, key)]:
                stays = gone[other.name].get(own) != "delete"
                if stays and link.on_delete != "cascade":
                    _lead(done, other, own, link, new)


def _lead(done: Run, table: Table, key: Key, link: ForeignKey, to: Values) -> None:
    moved = {c: to[t] for c, t in zip(link.columns, link.target, strict=True)}
    _change(done, table, key, {**done.world.live[table.name][key], **moved})


def _remove(done: Run, seeds: Seeds, gone: dict[str, dict[Key, Action]]) -> None:
    """Count what goes, refuse what is held, and let the rest go."""
    leaving = [
        (table, key, action)
        for table in done.world.catalog.tables
        for key, action in gone[table.name].items()
    ]
    for table, key, action in leaving:
        done.count(table, action)
        if action == "delete" and _is_held(done, table, key, seeds, gone):
            done.refusals.add(("foreign-references", table.name))
    for table, key, action in leaving:
        _let_go(done, table, key, action)


def _let_go(done: Run, table: Table, key: Key, action: Action) -> None:
    if action == "retire":
        done.world.live[table.name][key][RETIRED] = True
        done.touched.add((table.name, key))
        return
    done.world.known[table.name].discard(key)
    if action == "delete":
        del done.world.live[table.name][key]
        done.touched.discard((table.name, key))


def _is_held(
    done: Run,
    table: Table,
    key: Key,
    seeds: Seeds,
    gone: dict[str, dict[Key, Action]],
) -> bool:
    """Say whether a row that stays refers to a row, and will not be led elsewhere."""
    return any(
        gone[other.name].get(own) != "delete"
        and not _is_told(done, other, own, link, seeds)
        for other, own, link in done.world.referrers(table.name, key)
    )


def _is_told(done: Run, table: Table, key: Key, link: ForeignKey, seeds: Seeds) -> bool:
    """Say whether the seeds have a value for a reference of a row."""
    owners = {table.column(name).owner for name in link.columns}
    is_owned = key in done.world.known[table.name] and owners == {Owner.SEED}
    in_key = {*link.columns} & {*table.primary_key}
    return is_owned and not in_key and key in seeds.rows[table.name]


# Rows that are there


def _write(done: Run, table: Table, seeds: Seeds) -> None:
    rows, known = done.world.live[table.name], done.world.known[table.name]
    for key, wanted in seeds.rows[table.name].items():
        if key not in rows:
            done.count(table, "insert")
            rows[key] = _inserted(table, wanted)
            done.touched.add((table.name, key))
        elif _differs(done, table, key, wanted):
            if key not in known:
                done.refusals.add(("unknown-rows", table.name))
            done.count(table, "update")
            rows[key] = _updated(table, rows[key], wanted)
            done.touched.add((table.name, key))
        elif key not in known:
            done.count(table, "adopt")
        known.add(key)


def _inserted(table: Table, wanted: Values) -> Values:
    row: Values = {c.name: wanted.get(c.name) for c in table.columns}
    for column in table.columns:
        if column.owner is Owner.LIVE:
            row[column.name] = None if column.default is None else 0
        elif column.owner is Owner.ONCE and row[column.name] is None and column.default:
            row[column.name] = "given"
    if table.retires:
        row[RETIRED] = False
    return row


def _updated(table: Table, row: Values, wanted: Values) -> Values:
    owned = {c.name: wanted[c.name] for c in table.columns if c.owner is Owner.SEED}
    retired: Values = {RETIRED: False} if RETIRED in row else {}
    return {**row, **owned, **retired}


def _differs(done: Run, table: Table, key: Key, wanted: Values) -> bool:
    """Say whether a row was not what the seeds say, its key apart.

    What is equal may still not be the same.
    """
    old = done.earlier.get((table.name, key), key)
    row = done.before.live[table.name][old]
    new = _updated(table, row, wanted)
    names = row.keys() - {*table.primary_key}
    return any(repr(row[name]) != repr(new[name]) for name in names)
