"""Keywords of a schema that seedc does not know."""

from random import Random

from tests.mutation.json_tree import Member
from tests.mutation.mutant import Change, Mutant, changed, kinds, pick
from tests.mutation.parts import keywords, parts
from tests.mutation.project import Project
from tests.mutation.words import misspelt

KEYWORD = "unknown-keyword"
KEY = "unknown-key"


def _renamed(
    project: Project, path: str, member: Member, name: str | None, code: str
) -> Mutant | None:
    if name is None:
        return None
    change = Change(member.start, member.end, f'"{name}"')
    return changed(project, path, change, code)


def _misspelt(project: Project, random: Random, *names: str) -> Mutant | None:
    if (found := pick(random, keywords(project, *names))) is None:
        return None
    part, member = found
    name = misspelt(random, member.key, ())
    return _renamed(project, part.path, member, name, KEYWORD)


def misspelt_annotation(project: Project, random: Random) -> Mutant | None:
    """A typo in a keyword that describes."""
    return _misspelt(project, random, "description", "title", "$schema", "default")


def misspelt_bound(project: Project, random: Random) -> Mutant | None:
    """A typo in a keyword that sets a bound, which then would set none."""
    bounds = ("minimum", "maximum", "maxLength", "minLength", "pattern", "uniqueItems")
    return _misspelt(project, random, *bounds, "enum", "minItems", "maxItems", "format")


def misspelt_shape(project: Project, random: Random) -> Mutant | None:
    """A typo in a keyword that says what a value is made of."""
    shapes = ("type", "properties", "required", "items", "oneOf", "$defs", "const")
    return _misspelt(project, random, *shapes, "$ref", "additionalProperties")


def misspelt_extension(project: Project, random: Random) -> Mutant | None:
    """A typo in one of the keywords that are seedc's own."""
    return _misspelt(project, random, "x-table", "x-column", "x-references")


def unknown_keyword(project: Project, random: Random) -> Mutant | None:
    """A keyword of another dialect, or of none."""
    part = random.choice(parts(project))
    names = [
        "nullable",
        "definitions",
        "id",
        "x-foo",
        "example",
        "divisibleBy",
        "",
        "X",
    ]
    name = random.choice(names)
    starts = part.node.starts()
    at = random.choice(starts) if starts else part.node.start + 1
    text = f'"{name}": true{", " if starts else ""}'
    span = (at, at + len(name) + 2)
    return changed(project, part.path, Change(at, at, text), KEYWORD, span)


def _in_extension(project: Project, random: Random, extension: str) -> Mutant | None:
    found = [
        (part, inner)
        for part, member in keywords(project, extension)
        for inner in member.value.members
    ]
    if (pair := pick(random, found)) is None:
        return None
    part, member = pair
    name = misspelt(random, member.key, ())
    return _renamed(project, part.path, member, name, KEY)


def misspelt_key_of_table(project: Project, random: Random) -> Mutant | None:
    """A typo in a key of `x-table`."""
    return _in_extension(project, random, "x-table")


def misspelt_key_of_column(project: Project, random: Random) -> Mutant | None:
    """A typo in a key of `x-column`."""
    return _in_extension(project, random, "x-column")


def misspelt_key_of_index(project: Project, random: Random) -> Mutant | None:
    """A typo in a key of an index or of a foreign key."""
    found = [
        (part, inner)
        for part, member in keywords(project, "x-table")
        for key in ("indexes", "foreignKeys")
        if (entries := member.value.member(key)) is not None
        for entry in entries.value.items
        for inner in entry.members
    ]
    if (pair := pick(random, found)) is None:
        return None
    part, member = pair
    name = misspelt(random, member.key, ())
    return _renamed(project, part.path, member, name, KEY)


def unknown_key_of_column(project: Project, random: Random) -> Mutant | None:
    """A key that `x-column` does not have."""
    columns = keywords(project, "x-column", "x-table")
    if (pair := pick(random, [c for c in columns if c[1].value.members])) is None:
        return None
    part, member = pair
    name = random.choice(["nullable", "comment", "schema", "engine", "primary_key"])
    at = member.value.members[0].start
    change = Change(at, at, f'"{name}": true, ')
    return changed(project, part.path, change, KEY, (at, at + len(name) + 2))


KINDS = kinds(
    misspelt_annotation,
    misspelt_bound,
    misspelt_shape,
    misspelt_extension,
    unknown_keyword,
    misspelt_key_of_table,
    misspelt_key_of_column,
    misspelt_key_of_index,
    unknown_key_of_column,
)
