"""Columns that `x-table` or `required` speaks of and that do not exist."""

from random import Random

from tests.mutation.json_tree import Node
from tests.mutation.mutant import Change, Mutant, changed, kinds, pick
from tests.mutation.parts import Part, keywords, records, strings
from tests.mutation.project import Project, stem
from tests.mutation.tables import columns, primary_key
from tests.mutation.words import misspelt

COLUMN = "unknown-column"


def _named(project: Project, part: Part, node: Node, random: Random) -> Mutant | None:
    """Return a column's name with a typo, or another word."""
    known = columns(project, stem(part.path))
    word = misspelt(random, node.text, known) or f"{node.text}_x"
    change = Change(node.start, node.end, f'"{word}"')
    return changed(project, part.path, change, COLUMN)


def _columns_of(
    project: Project, random: Random, *keys: str
) -> tuple[Part, Node] | None:
    found = [
        (part, node)
        for part in records(project)
        for key in keys
        if (value := part.inner("x-table", key)) is not None
        for node in value.below()
        if isinstance(node.value, str) and not _is_order(value, node)
    ]
    return pick(random, found)


def _is_order(value: Node, node: Node) -> bool:
    """Say whether a text in an index or a foreign key is no column of the table."""
    others = ("order", "method", "where", "references")
    members = [m for below in value.below() for m in below.members if m.key in others]
    return any(m.value.start <= node.start < m.value.end for m in members)


def unknown_primary_key(project: Project, random: Random) -> Mutant | None:
    """A primary key of a column that the table lacks."""
    found = _columns_of(project, random, "primaryKey")
    return None if found is None else _named(project, *found, random)


def unknown_column_of_key(project: Project, random: Random) -> Mutant | None:
    """A unique key of a column that the table lacks."""
    found = _columns_of(project, random, "unique")
    return None if found is None else _named(project, *found, random)


def unknown_column_of_index(project: Project, random: Random) -> Mutant | None:
    """An index of a column that the table lacks."""
    found = _columns_of(project, random, "indexes")
    return None if found is None else _named(project, *found, random)


def unknown_column_of_foreign_key(project: Project, random: Random) -> Mutant | None:
    """A foreign key of a column that the table lacks."""
    found = _columns_of(project, random, "foreignKeys")
    return None if found is None else _named(project, *found, random)


def unknown_required(project: Project, random: Random) -> Mutant | None:
    """A required property that no object has."""
    lists = [
        (part, names[-1])
        for part, member in keywords(project, "required")
        if (names := strings(member.value))
        and part.says("type") == "object"
        and part.get("properties")
        and not _is_part(part)
    ]
    if (pair := pick(random, lists)) is None:
        return None
    part, node = pair
    text = f', "{random.choice(["zq_nothing", node.text + "s_", "__proto__"])}"'
    change = Change(node.end, node.end, text)
    at = (node.end + 2, node.end + len(text))
    return changed(project, part.path, change, "unknown-required", at)


def _is_part(part: Part) -> bool:
    """Say whether a schema may describe only a part of an object."""
    combined = {"allOf", "anyOf", "oneOf", "if", "then", "else", "not"}
    return bool(combined & {*map(str, part.pointer)} or part.get("allOf"))


def optional_key(project: Project, random: Random) -> Mutant | None:
    """A primary key that a record may lack; its property is the place."""
    part = random.choice(records(project))
    keys = primary_key(project, stem(part.path))
    names = strings(part.get("required"))
    i = next((i for i, n in enumerate(names) if n.text in keys), None)
    properties = part.get("properties")
    if i is None or len(names) < 2 or properties is None:
        return None
    start = names[i].start if i + 1 < len(names) else names[i - 1].end
    end = names[i + 1].start if i + 1 < len(names) else names[i].end
    member = properties.member(names[i].text)
    assert member is not None
    moved = end - start if member.start > start else 0
    at = (member.start - moved, member.end - moved)
    return changed(project, part.path, Change(start, end, ""), "unfit-key", at)


KINDS = kinds(
    unknown_primary_key,
    unknown_column_of_key,
    unknown_column_of_index,
    unknown_column_of_foreign_key,
    unknown_required,
    optional_key,
)
