"""Columns whose `x-column` says what cannot be."""

from random import Random

from tests.mutation.json_tree import Node
from tests.mutation.mutant import Change, Mutant, changed, kinds, pick, span
from tests.mutation.parts import Part, keywords, records
from tests.mutation.project import Project, stem
from tests.mutation.tables import columns
from tests.mutation.words import misspelt

TYPE = "invalid-column-type"


def misspelt_column_type(project: Project, random: Random) -> Mutant | None:
    """A column type with a typo."""
    if (pair := pick(random, _typed(project))) is None:
        return None
    part, node = pair
    word = misspelt(random, node.text, ("text", "date", "time", "json", "jsonb"))
    if word is None or not word.replace(" ", "").isalpha():
        word = random.choice(["string", "int", "varchar2(5)", "decimal(4.2)", "money"])
    change = Change(node.start, node.end, f'"{word}"')
    return changed(project, part.path, change, TYPE)


def unfit_column_type(project: Project, random: Random) -> Mutant | None:
    """A column type that cannot hold the values."""
    if (pair := pick(random, _typed(project))) is None:
        return None
    part, node = pair
    change = Change(node.start, node.end, '"boolean"')
    return changed(project, part.path, change, TYPE)


def _typed(project: Project) -> list[tuple[Part, Node]]:
    return [
        (part, node)
        for part, _ in keywords(project, "x-column")
        if (node := part.inner("x-column", "type")) is not None
    ]


def _scalars(project: Project) -> list[tuple[Part, Node]]:
    """Return the plain scalar properties of tables, with their schemas."""
    return [
        (part, member.value)
        for part in records(project)
        if (properties := part.get("properties")) is not None
        for member in properties.members
        if (kind := member.value.member("type")) is not None
        and kind.value.value in ("string", "integer", "boolean")
        and member.value.member("x-column") is None
    ]


def rows_of_no_list(project: Project, random: Random) -> Mutant | None:
    """A scalar that is to be stored as rows."""
    if (pair := pick(random, _scalars(project))) is None:
        return None
    part, node = pair
    at = node.members[0].start
    text = '"x-column": { "store": "rows" }, '
    start = at + text.index('"store"')
    change = Change(at, at, text)
    return changed(project, part.path, change, "rows-of-no-list", (start, start + 7))


def two_columns_of_one_name(project: Project, random: Random) -> Mutant | None:
    """A column that takes the name of another one; either is the place."""
    if (pair := pick(random, _scalars(project))) is None:
        return None
    part, node = pair
    properties = part.get("properties")
    assert properties is not None
    own = next(m for m in properties.members if m.value is node)
    others = [
        column
        for column, key in columns(project, stem(part.path)).items()
        if key != own.key and not _is_mentioned(project, part, key)
    ]
    if not others or _is_mentioned(project, part, own.key):
        return None
    name = random.choice(others)
    at = node.members[0].start
    text = f'"x-column": {{ "name": "{name}" }}, '
    found = changed(project, part.path, Change(at, at, text), "name-collision")
    whole = project.texts[part.path]
    shown = {m.key: m for m in properties.members}
    keys = (own.key, columns(project, stem(part.path))[name])
    lines = [span(part.path, whole, shown[k].start, shown[k].end).line for k in keys]
    places = [type(found.places[0])(part.path, line) for line in lines]
    return Mutant(found.changes, found.code, (*found.places, *places))


def column_name_too_long(project: Project, random: Random) -> Mutant | None:
    """A column with more letters than Postgres keeps."""
    if (pair := pick(random, _scalars(project))) is None:
        return None
    part, node = pair
    properties = part.get("properties")
    assert properties is not None
    own = next(m for m in properties.members if m.value is node)
    if _is_mentioned(project, part, own.key):
        return None
    at = node.members[0].start
    text = f'"x-column": {{ "name": "{"c" * 64}" }}, '
    found = changed(project, part.path, Change(at, at, text), "name-too-long")
    line = type(found.places[0])(part.path, found.places[0].line)
    at_key = span(part.path, project.texts[part.path], own.start, own.end)
    return Mutant(found.changes, found.code, (line, at_key))


def _is_mentioned(project: Project, part: Part, key: str) -> bool:
    """Say whether `x-table` speaks of the column of a property."""
    table = project.table(stem(part.path))
    names = [c for c, k in columns(project, stem(part.path)).items() if k == key]
    return key == "id" or any(name in str(table) for name in names)


KINDS = kinds(
    misspelt_column_type,
    unfit_column_type,
    rows_of_no_list,
    two_columns_of_one_name,
    column_name_too_long,
)
