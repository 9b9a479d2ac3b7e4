"""Values of another type than their schemas allow; a kind for each pair of types."""

from collections.abc import Iterator
from functools import partial
from random import Random

from tests.mutation.mutant import Kind, Mutant, pick, replaced
from tests.mutation.project import Project, Spot

_TEXTS = {
    "string": ('"5"', '"true"', '""', '"2026-01-13"', '"x"'),
    "integer": ("5", "0", "-1"),
    "fraction": ("1.5", "-0.25"),
    "boolean": ("true", "false"),
    "null": ("null",),
    "array": ("[]", "[1]", '["a"]'),
    "object": ("{}", '{"a": 1}'),
}
_TAKES = {"number": {"integer", "fraction"}}
_EXPECTED = ("string", "integer", "number", "boolean", "array", "object")


def takes(kind: str, found: str) -> bool:
    """Say whether a JSON Schema type takes a value of another kind."""
    return kind == found or found in _TAKES.get(kind, ())


def _wrong_type(
    expected: str, found: str, project: Project, random: Random
) -> Mutant | None:
    spots = [s for s in project.spots if _may_only_be(s, expected, found)]
    if (spot := pick(random, spots)) is None:
        return None
    return replaced(project, spot, random.choice(_TEXTS[found]), "wrong-type")


def _may_only_be(spot: Spot, expected: str, found: str) -> bool:
    types = spot.said.types()
    return (
        spot.said.sure
        and not spot.said.others
        and spot.holder is not None
        and expected in types
        and not any(takes(each, found) for each in types)
        and not _is_tag(spot)
    )


def _is_tag(spot: Spot) -> bool:
    return bool(spot.said.says("const"))


def _all() -> Iterator[Kind]:
    for expected in _EXPECTED:
        for found in _TEXTS:
            if not takes(expected, found):
                name = f"{found}_in_place_of_{expected}"
                yield Kind(name, partial(_wrong_type, expected, found))


KINDS = tuple(_all())
