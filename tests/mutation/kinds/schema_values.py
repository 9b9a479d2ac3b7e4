"""Keywords of a schema with values that they cannot have."""

from random import Random

from tests.mutation.json_tree import Member, Node
from tests.mutation.mutant import Change, Mutant, Where, changed, kinds, pick
from tests.mutation.mutant import span as span_of
from tests.mutation.parts import Part, keywords, strings
from tests.mutation.project import Project
from tests.mutation.words import misspelt

CODE = "invalid-schema"

_TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")
_WRONG: dict[str, tuple[str, ...]] = {
    "minimum": ('"5"', "null", "[1]"),
    "maximum": ('"5"', "true", "{}"),
    "multipleOf": ("0", "-1", '"2"'),
    "maxLength": ("-1", '"40"', "1.5", "null"),
    "minLength": ("-1", '"1"', "true"),
    "minItems": ("-1", '"1"'),
    "maxItems": ("-2", "[]"),
    "pattern": ("5", "null", '"[a-"', '"(a"', '"*"', '"a{2,1}"', '"a++"', '"(?i)a"'),
    "required": ('"id"', "true", "{}"),
    "enum": ("{}", "[]", '"a"'),
    "type": ("5", "null", '"strin"', '"String"', "[]", '""', "true"),
    "properties": ("[]", "null", '"x"'),
    "items": ("5", '"string"', "[]"),
    "uniqueItems": ('"yes"', "1", "null"),
    "description": ("5", "null", "[]", "{}"),
    "title": ("5", "null", "true"),
    "$ref": ("5", "null", "{}"),
    "format": ('"dat"', '"money"', "5"),
    "x-column": ("true", '"text"', "[]"),
    "x-table": ("true", '"items"', "[]"),
    "x-references": ("5", '"items"', '"a.b.c"', "[]", "true", '""'),
    "additionalProperties": ('"no"', "5", "null"),
    "$schema": ('"http://json-schema.org/draft-07/schema#"', "5", '""'),
    "oneOf": ("{}", "[]", "5"),
    "allOf": ("{}", "[]", "null"),
    "$defs": ("[]", "5"),
}


def at_value(
    project: Project, path: str, node: Node, text: str, code: str = CODE
) -> Mutant:
    """Return a schema with another text for a value, and a problem there."""
    at = (node.start, node.start + (1 if text[0] in "[{" else len(text)))
    return changed(project, path, Change(node.start, node.end, text), code, at)


def value_of_wrong_kind(project: Project, random: Random) -> Mutant | None:
    """A keyword with a value of a type, or a form, that it cannot have."""
    names = sorted({m.key for _, m in keywords(project, *_WRONG)})
    part, member = random.choice(keywords(project, random.choice(names)))
    return at_value(project, part.path, member.value, random.choice(_WRONG[member.key]))


def misspelt_type(project: Project, random: Random) -> Mutant | None:
    """A typo in the name of a type."""
    nodes = [
        (part, node)
        for part, member in keywords(project, "type")
        for node in (member.value.items or (member.value,))
    ]
    part, node = random.choice(nodes)
    word = misspelt(random, node.text, _TYPES)
    return None if word is None else at_value(project, part.path, node, f'"{word}"')


def type_of_another_language(project: Project, random: Random) -> Mutant | None:
    """A type as a database or a programming language calls it."""
    part, member = random.choice(keywords(project, "type"))
    name = random.choice(
        ["text", "int", "float", "bool", "list", "dict", "date", "any"]
    )
    return at_value(project, part.path, member.value, f'"{name}"')


def misspelt_choice(project: Project, random: Random) -> Mutant | None:
    """A typo in a word that `x-table` or `x-column` takes one of."""
    choices = ("owner", "store", "visibility", "removed", "method", "order")
    nodes = [
        (part, inner.value)
        for part, member in keywords(project, "x-table", "x-column")
        for below in member.value.below()
        for inner in below.members
        if inner.key in choices and isinstance(inner.value.value, str)
    ]
    if (pair := pick(random, nodes)) is None:
        return None
    part, node = pair
    return at_value(project, part.path, node, f'"{node.text}s"')


def _list_with_twin(project: Project, part: Part, member: Member, node: Node) -> Mutant:
    """Return a list with one of its entries twice; the list or the entry is it."""
    text = project.texts[part.path]
    again = text[node.start : node.end]
    end = node.end
    start = end + 2
    change = Change(end, end, f", {again}")
    found = changed(project, part.path, change, CODE, (start, start + len(again)))
    opening = member.value.start
    at_list: Where = span_of(part.path, text, opening, opening + 1)
    return Mutant(found.changes, CODE, (*found.places, at_list))


def entry_twice(project: Project, random: Random) -> Mutant | None:
    """A required property, an allowed value or a type that is listed twice."""
    lists = keywords(project, "required", "enum", "type")
    if (pair := pick(random, [p for p in lists if strings(p[1].value)])) is None:
        return None
    part, member = pair
    node = strings(member.value)[-1]
    return _list_with_twin(project, part, member, node)


KINDS = kinds(
    value_of_wrong_kind,
    misspelt_type,
    type_of_another_language,
    misspelt_choice,
    entry_twice,
)
