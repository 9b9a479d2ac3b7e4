"""What is said of rows that are no more."""

import json
from collections.abc import Callable
from random import Random
from typing import TypeAlias

from seedc.model.json_value import JsonValue
from tests.mutation.mutant import Change, Kind, Mutant, changed, pick
from tests.mutation.project import Project, Spot
from tests.mutation.tables import primary_key

Key: TypeAlias = list[JsonValue]

STILL_THERE = "row-still-there"
MISSING = "missing-successor"
REPEATED = "repeated-entry"
CIRCULAR = "circular-entries"


def keys_of(project: Project, record: Spot) -> tuple[Key, Key, Key] | None:
    """Return the key of a record and two that no row has, but could have."""
    names = primary_key(project, record.table)
    parts = [s for s in project.spots if s.holder is record and s.pointer[-1] in names]
    found = {part.pointer[-1]: part.node.value for part in parts}
    free = [part.pointer[-1] for part in parts if _is_free(part)]
    if len(found) < len(names) or not free:
        return None
    own, *others = (
        [f"{found[n]}{more}" if more and n == free[0] else found[n] for n in names]
        for more in ("", "_old", "_older")
    )
    return own, others[0], others[1]


def _is_free(part: Spot) -> bool:
    """Say whether a part of a key is a string that its column holds in any form."""
    typed = any(isinstance(x, dict) and "type" in x for x in part.said.says("x-column"))
    plain = not part.said.says("format") and not typed
    return plain and isinstance(part.node.value, str)


def shown(key: Key) -> str:
    """Return a key as an entry has it."""
    return json.dumps(key[0] if len(key) == 1 else key)


def is_silent(project: Project, table: str) -> bool:
    """Say whether no file of a table speaks of rows that are no more."""
    trees = [project.trees[path] for path in project.seeds[table]]
    lists = ("renames", "removed")
    return not any(tree.member(name) for tree in trees for name in lists)


def _rename(old: str, new: str) -> str:
    return f'{{"from": {old}, "to": {new}}}'


def _removed(old: str, new: str = "null") -> str:
    return f'{{"key": {old}, "replacement": {new}}}'


Write: TypeAlias = Callable[[str, str, str], str]
"""Writes lists from a key of a row and two others, with `@` before the problem."""


def _kind(name: str, code: str, *written: Write) -> Kind:
    def make(project: Project, random: Random) -> Mutant | None:
        record = pick(random, project.records())
        keys = keys_of(project, record) if record else None
        if record is None or keys is None or not is_silent(project, record.table):
            return None
        own, old, older = map(shown, keys)
        text = random.choice(written)(own, old, older)
        return _with_lists(project, record.path, text, code)

    return Kind(name, make)


def _with_lists(project: Project, path: str, marked: str, code: str) -> Mutant:
    before, _, behind = marked.partition("@")
    first = project.trees[path].members[0].start
    at = first + len(before)
    _, length = json.JSONDecoder().raw_decode(behind)
    span = (at, at + (1 if behind[0] == "[" else length))
    change = Change(first, first, f"{before}{behind}, ")
    return changed(project, path, change, code, span)


KINDS: tuple[Kind, ...] = (
    _kind(
        "removed_row_still_there",
        STILL_THERE,
        lambda own, _, __: f'"removed": [{_removed(f"@{own}")}]',
    ),
    _kind(
        "renamed_row_still_there",
        STILL_THERE,
        lambda own, old, _: f'"renames": [{_rename(f"@{own}", old)}]',
    ),
    _kind(
        "renamed_to_nothing",
        MISSING,
        lambda _, old, older: f'"renames": [{_rename(older, f"@{old}")}]',
    ),
    _kind(
        "replaced_by_nothing",
        MISSING,
        lambda _, old, older: f'"removed": [{_removed(older, f"@{old}")}]',
    ),
    _kind(
        "two_entries_of_a_key",
        REPEATED,
        lambda own, old, _: f'"removed": [{_removed(old)}, {_removed(f"@{old}", own)}]',
        lambda own, old, _: (
            f'"renames": [{_rename(old, own)}, {_rename(f"@{old}", own)}]'
        ),
        lambda own, old, _: (
            f'"renames": [{_rename(old, own)}], "removed": [{_removed(f"@{old}", own)}]'
        ),
    ),
    _kind(
        "two_renames_to_a_key",
        REPEATED,
        lambda own, old, older: (
            f'"renames": [{_rename(old, own)}, {_rename(older, f"@{own}")}]'
        ),
    ),
    _kind(
        "entries_in_a_circle",
        CIRCULAR,
        lambda _, old, older: (
            f'"renames": [{_rename(f"@{old}", older)}, {_rename(older, old)}]'
        ),
        lambda _, old, older: (
            f'"renames": [{_rename(f"@{old}", older)}],'
            f' "removed": [{_removed(older, old)}]'
        ),
        lambda _, old, __: f'"renames": [{_rename(f"@{old}", old)}]',
        lambda _, old, __: f'"removed": [{_removed(f"@{old}", old)}]',
    ),
)
