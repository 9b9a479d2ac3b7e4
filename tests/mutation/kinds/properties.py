"""Properties that a record has too many or too few of."""

from random import Random

from tests.mutation.mutant import Change, Mutant, changed, kinds, pick
from tests.mutation.project import Project, Spot
from tests.mutation.words import misspelt

UNKNOWN = "unknown-property"
MISSING = "missing-property"


def objects(project: Project) -> list[Spot]:
    """Return the records and the objects in them of which all is known."""
    return [
        s
        for s in project.spots
        if isinstance(s.node.value, dict) and s.said.sure and s.said.is_closed()
    ]


def put_in(
    project: Project, random: Random, spot: Spot, member: str, code: str
) -> Mutant:
    """Return an object with one more member, and a problem at its key."""
    starts = spot.node.starts()
    at = random.choice(starts) if starts else spot.node.start + 1
    comma = ", " if starts else ""
    key_end = at + member.index('":') + 1
    change = Change(at, at, f"{member}{comma}")
    return changed(project, spot.path, change, code, (at, key_end))


def removed(project: Project, spot: Spot, key: str, code: str) -> Mutant:
    """Return an object without one of its members, and a problem at the object."""
    members = spot.node.members
    i = next(i for i, m in enumerate(members) if m.key == key)
    start, end = members[i].start, members[i].value.end
    if i + 1 < len(members):
        end = members[i + 1].start
    elif i:
        start = members[i - 1].value.end
    at = (spot.node.start, spot.node.start + 1)
    return changed(project, spot.path, Change(start, end, ""), code, at)


def unknown_property(project: Project, random: Random) -> Mutant | None:
    """A property that its schema does not know."""
    if (spot := pick(random, objects(project))) is None:
        return None
    key = random.choice(["zq_new", "Comment", "", "_", "9", "a b", "__proto__", "Ω"])
    value = random.choice(["1", '"x"', "null", "[]", '{"id": 1}'])
    return put_in(project, random, spot, f'"{key}": {value}', UNKNOWN)


def misspelt_property(project: Project, random: Random) -> Mutant | None:
    """A property with a typo in its key, whether it is required or not."""
    spots = [s for s in objects(project) if _long_keys(s)]
    if (spot := pick(random, spots)) is None:
        return None
    key = random.choice(_long_keys(spot))
    word = misspelt(random, key, spot.said.properties())
    member = spot.node.member(key)
    assert member is not None
    change = Change(member.start, member.end, f'"{word}"')
    return None if word is None else changed(project, spot.path, change, UNKNOWN)


def _long_keys(spot: Spot) -> list[str]:
    return [m.key for m in spot.node.members if len(m.key) > 3]


def key_in_other_case(project: Project, random: Random) -> Mutant | None:
    """A property as another language would write it."""
    if (spot := pick(random, [s for s in objects(project) if s.node.members])) is None:
        return None
    member = random.choice(spot.node.members)
    other = random.choice([member.key.upper(), member.key.title(), f"{member.key} "])
    if other in spot.said.properties():
        return None
    change = Change(member.start, member.end, f'"{other}"')
    return changed(project, spot.path, change, UNKNOWN)


def missing_property(project: Project, random: Random) -> Mutant | None:
    """An object without a property that it must have."""
    spots = [s for s in objects(project) if _spare(s)]
    if (spot := pick(random, spots)) is None:
        return None
    return removed(project, spot, random.choice(_spare(spot)), MISSING)


def _spare(spot: Spot) -> list[str]:
    """Return the required members that are not what tells a union's arms apart."""
    keys = [k for k in spot.said.required() if spot.node.member(k)]
    return [] if spot.said.others else keys


def live_property(project: Project, random: Random) -> Mutant | None:
    """A property that belongs to the live system."""
    pairs = [
        (spot, key)
        for spot in project.records()
        for table in spot.said.says("properties")
        if isinstance(table, dict)
        for key, schema in table.items()
        if isinstance(schema, dict)
        and isinstance(own := schema.get("x-column"), dict)
        and own.get("owner") == "live"
    ]
    if (pair := pick(random, pairs)) is None:
        return None
    value = random.choice(["1", '"2026-01-13T00:00:00Z"', "null"])
    return put_in(project, random, pair[0], f'"{pair[1]}": {value}', "live-property")


def bad_key_of_a_map(project: Project, random: Random) -> Mutant | None:
    """A key that a map does not take."""
    maps = [
        s
        for s in project.spots
        if s.said.sure
        and isinstance(s.node.value, dict)
        and s.said.one("patternProperties")
        and s.said.one("additionalProperties") is False
    ]
    if (spot := pick(random, maps)) is None:
        return None
    key = random.choice(["No Key!", "", "-", "Ä"])
    return put_in(project, random, spot, f'"{key}": 1', UNKNOWN)


def bad_name_in_a_map(project: Project, random: Random) -> Mutant | None:
    """A key that breaks what a map says of its keys."""
    maps = [s for s in project.spots if s.said.sure and _names(s)]
    if (spot := pick(random, maps)) is None or not spot.node.members:
        return None
    member = random.choice(spot.node.members)
    key, code = ("No Key!", "pattern-mismatch")
    if "enum" in _names(spot):
        key, code = (f"{member.key}x", "not-in-enum")
    change = Change(member.start, member.end, f'"{key}"')
    return changed(project, spot.path, change, code)


def _names(spot: Spot) -> list[str]:
    names = spot.said.one("propertyNames")
    if not isinstance(names, dict) or not isinstance(spot.node.value, dict):
        return []
    return [k for k in ("pattern", "enum") if k in names]


KINDS = kinds(
    unknown_property,
    misspelt_property,
    key_in_other_case,
    missing_property,
    live_property,
    bad_key_of_a_map,
    bad_name_in_a_map,
)
