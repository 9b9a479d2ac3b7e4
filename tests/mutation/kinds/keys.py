"""Keys that stand twice."""

from collections.abc import Sequence
from random import Random

from seedc.model.json_value import JsonObject
from tests.mutation.kinds.lists import raw
from tests.mutation.mutant import (
    Change,
    Mutant,
    Where,
    applied,
    changed,
    kinds,
    pick,
    span,
)
from tests.mutation.project import Project, Spot
from tests.mutation.tables import (
    Names,
    broken_checks,
    foreign_keys,
    is_target,
    is_used,
    primary_key,
    unique_keys,
)

PRIMARY = "duplicate-primary-key"
UNIQUE = "duplicate-unique-key"


def record_twice(project: Project, random: Random) -> Mutant | None:
    """A whole record a second time; the key of the second one is the place."""
    if (record := pick(random, project.records())) is None:
        return None
    again = raw(project, record.path, record.node)
    end = record.node.end
    key = record.node.member(primary_key(project, record.table)[-1])
    assert key is not None
    shift = end + 2 - record.node.start
    at = (key.value.start + shift, key.value.end + shift)
    return changed(project, record.path, Change(end, end, f", {again}"), PRIMARY, at)


def primary_key_twice(project: Project, random: Random) -> Mutant | None:
    """The key of one record in another one that nothing refers to."""
    options = [
        (table, primary_key(project, table))
        for table in project.tables()
        if len(project.seeds[table]) and primary_key(project, table)
    ]
    chosen = pick(random, options)
    return None if chosen is None else _repeated(project, random, *chosen, PRIMARY)


def unique_key_twice(project: Project, random: Random) -> Mutant | None:
    """What is unique of one record in another one that nothing refers to."""
    options = [
        (table, key)
        for table in project.tables()
        for key in unique_keys(project, table)
        if _is_apart(project, table, key)
    ]
    chosen = pick(random, options)
    return None if chosen is None else _repeated(project, random, *chosen, UNIQUE)


def _is_apart(project: Project, table: str, key: Names) -> bool:
    """Say whether the columns of a unique key stand in no other key."""
    others = [primary_key(project, table), *unique_keys(project, table)]
    others.remove(key)
    return not {*key} & {name for other in others for name in other}


def _repeated(
    project: Project, random: Random, table: str, key: Names, code: str
) -> Mutant | None:
    records = [r for r in project.records() if r.table == table and _has(r, key)]
    refers = {*key} & {k for own in foreign_keys(project, table) for k in own}
    if (
        len(records) < 2
        or refers
        or (code == PRIMARY and _overlaps(project, table, key))
    ):
        return None
    one, other = random.sample(records, 2)
    if one.path != other.path or not _is_free(project, other, key):
        return None
    values = {k: _value(project, one, k) for k in key}
    changed_record = {**_object(other), **{k: _object(one)[k] for k in key}}
    if broken_checks(project, table, changed_record) != set():
        return None
    return _with_values(project, one, other, values, code)


def _overlaps(project: Project, table: str, key: Names) -> bool:
    return any({*key} & {*other} for other in unique_keys(project, table))


def _has(record: Spot, key: Names) -> bool:
    members = [record.node.member(name) for name in key]
    return record.said.sure and all(m and m.value.value is not None for m in members)


def _is_free(project: Project, record: Spot, key: Names) -> bool:
    """Say whether nothing needs the key that a record has now."""
    if not is_target(project, record.table):
        return True
    own = [s for s in project.spots if s.holder is record and s.pointer[-1] in key]
    return not any(is_used(project, spot) for spot in own)


def _object(record: Spot) -> JsonObject:
    assert isinstance(record.node.value, dict)
    return dict(record.node.value)


def _value(project: Project, record: Spot, key: str) -> str:
    member = record.node.member(key)
    assert member is not None
    return raw(project, record.path, member.value)


def _with_values(
    project: Project, one: Spot, other: Spot, values: dict[str, str], code: str
) -> Mutant:
    """Return a record with values of another; the later one has the problem."""
    spans = [(k, m) for k in values if (m := other.node.member(k)) is not None]
    changes = [Change(m.value.start, m.value.end, values[k]) for k, m in spans]
    text = applied(project.texts[other.path], changes)
    later = max(one, other, key=lambda r: r.node.start)
    places = tuple(_places(text, later, [*values], changes))
    return Mutant({other.path: text.encode()}, code, places)


def _places(
    text: str, record: Spot, key: Sequence[str], changes: Sequence[Change]
) -> list[Where]:
    found = []
    for name in key:
        member = record.node.member(name)
        assert member is not None
        start = _moved(member.value.start, changes)
        end = _moved(member.value.end, changes)
        found.append(span(record.path, text, start, end))
    return found


def _moved(at: int, changes: Sequence[Change]) -> int:
    before = [c for c in changes if c.end <= at]
    return at + sum(len(c.text) - (c.end - c.start) for c in before)


KINDS = kinds(record_twice, primary_key_twice, unique_key_twice)
