"""References that lead to no row."""

import re
from collections.abc import Callable
from functools import partial
from random import Random

from tests.mutation.json_tree import Member
from tests.mutation.mutant import (
    Change,
    Kind,
    Mutant,
    Where,
    applied,
    pick,
    replaced,
    span,
    whole_line,
)
from tests.mutation.project import Project, Spot
from tests.mutation.tables import (
    Names,
    broken_checks,
    foreign_keys,
    is_target,
    is_used,
    keyed,
    primary_key,
    references,
    rows_table,
)
from tests.mutation.words import misspelt

CODE = "dangling-reference"


def _referring(project: Project) -> list[Spot]:
    """Return the values that refer to a row and could be any other text."""
    return [
        s
        for s in project.spots
        if s.said.says("x-references")
        and s.said.sure
        and isinstance(s.node.value, str)
        and not s.said.says("enum")
        and references(project, s)
        and not _is_needed(project, s)
    ]


def _is_needed(project: Project, spot: Spot) -> bool:
    """Say whether a value is in a key of a table that others refer to."""
    own = len(spot.pointer) == 1 and spot.pointer[0] in keyed(project, spot.table)
    return own and is_target(project, spot.table)


def _is_self(project: Project, spot: Spot) -> bool:
    return [t for t, _ in references(project, spot)] == [spot.table]


def _form(spot: Spot) -> type:
    return type(spot.said.says("x-references")[0])


def _column(project: Project, spot: Spot) -> bool:
    plain = _form(spot) is str and len(spot.pointer) == 1
    return plain and not _is_self(project, spot) and not _of_list(spot)


def _own_table(project: Project, spot: Spot) -> bool:
    return _form(spot) is str and _is_self(project, spot)


def _child_rows(_: Project, spot: Spot) -> bool:
    return _form(spot) is str and rows_table(spot)


def _inside_json(_: Project, spot: Spot) -> bool:
    return _form(spot) is str and len(spot.pointer) > 1 and not rows_table(spot)


def _one_of_tables(_: Project, spot: Spot) -> bool:
    return _form(spot) is list


def _by_sibling(_: Project, spot: Spot) -> bool:
    return _form(spot) is dict


def _of_list(spot: Spot) -> bool:
    return any(isinstance(step, int) for step in spot.pointer)


Fits = Callable[[Project, Spot], bool]


def _dangling(fits: Fits, project: Project, random: Random) -> Mutant | None:
    """Return a reference with a typo that leads nowhere."""
    spots = [s for s in _referring(project) if fits(project, s)]
    if (spot := pick(random, spots)) is None:
        return None
    text = _unknown(project, random, spot)
    if text is None or not _keeps_checks(project, spot, text):
        return None
    return replaced(project, spot, f'"{text}"', CODE)


def _unknown(project: Project, random: Random, spot: Spot) -> str | None:
    taken = {s.node.value for s in project.spots if isinstance(s.node.value, str)}
    text = misspelt(random, spot.node.text, [str(t) for t in taken])
    text = text or f"{spot.node.text}_x"
    lengths = [n for n in spot.said.says("maxLength") if isinstance(n, int)]
    fits = all(re.search(str(p), text) for p in spot.said.says("pattern"))
    unfit = text in taken or not fits or any(len(text) > n for n in lengths)
    return None if unfit or spot.said.says("format") else text


def _keeps_checks(project: Project, spot: Spot, text: str) -> bool:
    record = spot.record.node.value
    assert isinstance(record, dict)
    own = {**record, str(spot.pointer[0]): text} if len(spot.pointer) == 1 else record
    return broken_checks(project, spot.table, own) == set()


def dangling_composite_reference(project: Project, random: Random) -> Mutant | None:
    """A foreign key of several columns, one of them with a typo."""
    options = [
        (spot, key)
        for table in project.tables()
        for key in foreign_keys(project, table)
        for spot in project.spots
        if spot.table == table and _stands_alone(project, spot, key)
        if isinstance(spot.node.value, str) and not spot.said.says("x-references")
        if not spot.said.says("enum") and not _is_needed(project, spot)
        if _is_whole(spot.record, key)
    ]
    if (option := pick(random, options)) is None:
        return None
    spot, key = option
    text = _unknown(project, random, spot)
    if text is None or not _keeps_checks(project, spot, text):
        return None
    return _at_any(
        project, spot, f'"{text}"', [spot.record.node.member(k) for k in key]
    )


def _stands_alone(project: Project, spot: Spot, key: Names) -> bool:
    """Say whether a value is a column of one foreign key and of no other."""
    all_keys = foreign_keys(project, spot.table)
    own = [names for names in all_keys if {*spot.pointer} <= {*names}]
    return len(spot.pointer) == 1 and own == [key]


def _is_whole(record: Spot, key: Names) -> bool:
    members = [record.node.member(name) for name in key]
    return all(m is not None and m.value.value is not None for m in members)


def _at_any(
    project: Project, spot: Spot, text: str, members: list[Member | None]
) -> Mutant:
    plain = replaced(project, spot, text, CODE)
    text_before = project.texts[spot.path]
    others = [whole_line(spot.path, text_before, m.value.start) for m in members if m]
    return Mutant(plain.changes, CODE, (*plain.places, *others))


def renamed_row(project: Project, random: Random) -> Mutant | None:
    """A key with a typo, where the row is; each reference to it is in the wrong."""
    keys = [
        s
        for s in project.spots
        if len(s.pointer) == 1
        and primary_key(project, s.table) == s.pointer
        and isinstance(s.node.value, str)
        and not s.said.says("enum")
        and not s.said.says("x-references")
        and is_used(project, s)
    ]
    if (spot := pick(random, keys)) is None:
        return None
    text = _unknown(project, random, spot)
    users = [
        s for s in project.spots if s.node.value == spot.node.value and s is not spot
    ]
    if text is None or not users or not all(_refers(project, s, spot) for s in users):
        return None
    if not _keeps_checks(project, spot, text):
        return None
    change = Change(spot.node.start, spot.node.end, f'"{text}"')
    new = applied(project.texts[spot.path], [change])
    return Mutant(
        {spot.path: new.encode()},
        CODE,
        tuple(_place(project, s, spot, len(text) + 2) for s in users),
    )


def _refers(project: Project, user: Spot, spot: Spot) -> bool:
    sole = [(spot.table, spot.pointer[0])] == references(project, user)
    return sole and user.said.sure and not _is_needed(project, user)


def _place(project: Project, user: Spot, spot: Spot, length: int) -> Where:
    text = project.texts[user.path]
    found = span(user.path, text, user.node.start, user.node.end)
    moved = length - (spot.node.end - spot.node.start)
    line = span(
        spot.path, project.texts[spot.path], spot.node.start, spot.node.end
    ).line
    if (user.path, found.line) != (
        spot.path,
        line,
    ) or user.node.start < spot.node.start:
        return found
    return Where(found.path, found.line, found.first + moved, found.last + moved)


_FORMS: dict[str, Fits] = {
    "dangling_reference": _column,
    "dangling_reference_to_own_table": _own_table,
    "dangling_reference_in_child_rows": _child_rows,
    "dangling_reference_inside_json": _inside_json,
    "dangling_reference_to_one_of_tables": _one_of_tables,
    "dangling_reference_by_sibling": _by_sibling,
}

KINDS = (
    *(Kind(name, partial(_dangling, fits)) for name, fits in _FORMS.items()),
    Kind("dangling_composite_reference", dangling_composite_reference),
    Kind("renamed_row", renamed_row),
)
