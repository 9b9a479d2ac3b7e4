"""Mistakes in values that may be one of several things, told apart by a tag."""

from random import Random

from tests.mutation.kinds.properties import MISSING, UNKNOWN, put_in, removed
from tests.mutation.mutant import Mutant, kinds, pick, replaced
from tests.mutation.project import Project, Spot
from tests.mutation.schema import tag_key
from tests.mutation.words import misspelt


def _tagged(project: Project) -> list[tuple[Spot, str]]:
    """Return the values with a tag, and its key."""
    found = []
    for spot in project.spots:
        if spot.said.others and spot.said.sure and isinstance(spot.node.value, dict):
            key = tag_key(project.library, spot.said.others)
            found += [(spot, key)] if key and spot.node.member(key) else []
    return found


def misspelt_tag(project: Project, random: Random) -> Mutant | None:
    """A tag with a typo."""
    if (pair := pick(random, _tagged(project))) is None:
        return None
    spot, key = pair
    tag = next(s for s in project.spots if s.holder is spot and s.pointer[-1] == key)
    text = misspelt(random, tag.node.text, ()) or f"{tag.node.text}x"
    return replaced(project, tag, f'"{text}"', "not-in-enum")


def missing_tag(project: Project, random: Random) -> Mutant | None:
    """A value without the tag that says what it is."""
    if (pair := pick(random, _tagged(project))) is None:
        return None
    return removed(project, *pair, MISSING)


def property_of_another_arm(project: Project, random: Random) -> Mutant | None:
    """A property that only values with another tag have."""
    if (pair := pick(random, _tagged(project))) is None:
        return None
    spot, _ = pair
    others = {
        key
        for arm in spot.said.others
        if isinstance(properties := arm.value.get("properties"), dict)
        for key in properties
    }
    foreign = sorted(others - {*spot.said.properties()})
    if (key := pick(random, foreign)) is None:
        return None
    return put_in(project, random, spot, f'"{key}": 1', UNKNOWN)


def missing_property_of_an_arm(project: Project, random: Random) -> Mutant | None:
    """A value without what its tag asks for."""
    if (pair := pick(random, _tagged(project))) is None:
        return None
    spot, tag = pair
    needed = [k for k in spot.said.required() if k != tag and spot.node.member(k)]
    if (key := pick(random, needed)) is None:
        return None
    return removed(project, spot, key, MISSING)


def value_of_no_arm(project: Project, random: Random) -> Mutant | None:
    """A value that is nothing a union knows."""
    if (pair := pick(random, _tagged(project))) is None:
        return None
    text = random.choice(["5", "[]", '"x"', "true"])
    return replaced(project, pair[0], text, "wrong-type")


KINDS = kinds(
    misspelt_tag,
    missing_tag,
    property_of_another_arm,
    missing_property_of_an_arm,
    value_of_no_arm,
)
