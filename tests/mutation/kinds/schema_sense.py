"""Schemas that are well-formed and make no sense."""

from random import Random

from tests.mutation.kinds.schema_values import at_value
from tests.mutation.mutant import Change, Mutant, Where, changed, kinds, pick
from tests.mutation.parts import Part, keywords
from tests.mutation.project import Project

IMPOSSIBLE = "impossible-schema"
EXAMPLE = "invalid-example"


def _crossed(project: Project, random: Random, low: str, high: str) -> Mutant | None:
    """Return a schema whose lower bound is above its upper one."""
    pairs = [
        (part, node, most)
        for part, member in keywords(project, low)
        if (node := part.get(high)) is not None
        and isinstance(most := node.value, int)
        and (part.get(low) is member.value)
    ]
    if (found := pick(random, pairs)) is None:
        return None
    part, upper, most = found
    lower = part.get(low)
    assert lower is not None
    text = str(most + random.choice([1, 7]))
    change = Change(lower.start, lower.end, text)
    at = (lower.start, lower.start + len(text))
    found_low = changed(project, part.path, change, IMPOSSIBLE, at)
    moved = len(text) - (lower.end - lower.start) if upper.start > lower.start else 0
    at_high = (upper.start + moved, upper.end + moved)
    found_high = changed(project, part.path, change, IMPOSSIBLE, at_high)
    places = (*found_low.places, *found_high.places, *_lines(project, part, low, high))
    return Mutant(found_low.changes, IMPOSSIBLE, places)


def _lines(project: Project, part: Part, low: str, high: str) -> list[Where]:
    """Return the lines of both keywords, as either of the two may be the wrong one."""
    text = project.texts[part.path]
    members = [part.node.member(low), part.node.member(high)]
    return [Where(part.path, text.count("\n", 0, m.start) + 1) for m in members if m]


def impossible_range(project: Project, random: Random) -> Mutant | None:
    """A minimum above the maximum."""
    return _crossed(project, random, "minimum", "maximum")


def impossible_length(project: Project, random: Random) -> Mutant | None:
    """A least length, or number of items, above the greatest."""
    names = random.choice([("minLength", "maxLength"), ("minItems", "maxItems")])
    return _crossed(project, random, *names)


_VALUES = {
    "string": ("5", "null", "[]"),
    "integer": ('"five"', "1.5", "true"),
    "number": ('"0.5"', "[]"),
    "boolean": ('"yes"', "1"),
}


def _example(project: Project, random: Random, form: str) -> Mutant | None:
    """Return a scalar schema with a value beside it that it refuses itself."""
    typed = [
        (part, str(member.value.value))
        for part, member in keywords(project, "type")
        if member.value.value in (*_VALUES,)
        and not {"default", "examples", "const", "enum"}
        & {m.key for m in part.node.members}
    ]
    if (pair := pick(random, typed)) is None:
        return None
    part, kind = pair
    value = random.choice(_VALUES[kind])
    text = form.format(value)
    at = part.node.members[0].start
    start = at + text.index(value)
    width = 1 if value[0] in "[{" else len(value)
    change = Change(at, at, f"{text}, ")
    return changed(project, part.path, change, EXAMPLE, (start, start + width))


def default_that_fails(project: Project, random: Random) -> Mutant | None:
    """A default that its own schema refuses."""
    return _example(project, random, '"default": {}')


def example_that_fails(project: Project, random: Random) -> Mutant | None:
    """An example that its own schema refuses."""
    return _example(project, random, '"examples": [{}]')


_NOT_PORTABLE = (
    r"(?<=a)b",
    r"^(a)\\1$",
    r"\\p{L}+",
    r"(?=a)a",
    r"\\bfoo\\b",
    r"^\\d+$",
    r"(?<n>a)",
    "^a{1,1001}$",
)


def pattern_of_one_dialect(project: Project, random: Random) -> Mutant | None:
    """A pattern that the regular expressions in play do not all read alike."""
    if (pair := pick(random, keywords(project, "pattern"))) is None:
        return None
    part, member = pair
    raw = project.texts[part.path][member.value.start : member.value.end - 1]
    text = f'{raw}|{random.choice(_NOT_PORTABLE)}"'  # what matched still does
    return at_value(project, part.path, member.value, text, "unportable-pattern")


KINDS = kinds(
    impossible_range,
    impossible_length,
    default_that_fails,
    example_that_fails,
    pattern_of_one_dialect,
)
