"""Values that are valid and yet fit no column."""

import re
from decimal import Decimal
from random import Random

from tests.mutation.mutant import Change, Mutant, changed, kinds, pick, replaced
from tests.mutation.project import Project, Spot
from tests.mutation.tables import rows_table

CODE = "value-does-not-fit"
TEXT = "unstorable-text"
_BIGGEST = {"smallint": 2**15, "integer": 2**31, "bigint": 2**63}


def nul_in_text(project: Project, random: Random) -> Mutant | None:
    """A text with the character NUL, which Postgres does not store."""
    return _with_escape(project, random, "\\u0000")


def half_a_surrogate_pair(project: Project, random: Random) -> Mutant | None:
    """A text with half a character of an emoji."""
    escape = random.choice(["\\ud83d", "\\uDE00", "\\udc00\\ud800"])
    return _with_escape(project, random, escape)


def nul_in_a_key(project: Project, random: Random) -> Mutant | None:
    """A key with the character NUL."""
    objects = [s for s in project.spots if s.node.members]
    if (spot := pick(random, objects)) is None:
        return None
    member = random.choice(spot.node.members)
    at = member.start + 1
    change = Change(at, at, "\\u0000")
    return changed(project, spot.path, change, TEXT, (member.start, member.end + 6))


def _with_escape(project: Project, random: Random, escape: str) -> Mutant | None:
    texts = [s for s in project.spots if isinstance(s.node.value, str)]
    if (spot := pick(random, texts)) is None:
        return None
    written = project.texts[spot.path][spot.node.start : spot.node.end]
    return replaced(project, spot, f'{written[:-1]}{escape}"', TEXT)


def _columns(project: Project) -> list[Spot]:
    """Return the values that stand in a column of their own."""
    return [
        s
        for s in project.spots
        if s.said.sure
        and (len(s.pointer) == 1 or (rows_table(s) and len(s.pointer) == 3))
    ]


def _type(spot: Spot) -> str:
    """Return the column type that a schema gives."""
    given = [
        own.get("type") for own in spot.said.says("x-column") if isinstance(own, dict)
    ]
    return next((str(name) for name in given if name), "")


def integer_too_large(project: Project, random: Random) -> Mutant | None:
    """An integer that its schema takes and its column does not."""
    spots = [
        s
        for s in _columns(project)
        if "integer" in s.said.types()
        and not s.said.says("maximum")
        and not s.said.says("x-references")
    ]
    if (spot := pick(random, spots)) is None:
        return None
    value = _BIGGEST.get(_type(spot), 2**53)
    return replaced(project, spot, str(value), CODE)


def too_many_decimals(project: Project, random: Random) -> Mutant | None:
    """A number with more digits behind the point than its column keeps."""
    spots = [s for s in _columns(project) if _numeric(s) and _is_between(s)]
    if (spot := pick(random, spots)) is None:
        return None
    value, (_, scale) = spot.node.value, _numeric(spot) or (0, 0)
    assert isinstance(value, Decimal)
    finer = value - Decimal(1).scaleb(-scale - 1)
    return replaced(project, spot, f"{finer:f}", CODE)


def _is_between(spot: Spot) -> bool:
    """Say whether a value may become a little less."""
    value = spot.node.value
    bounds = [*spot.said.says("minimum"), *spot.said.says("exclusiveMinimum")]
    return isinstance(value, Decimal) and all(
        isinstance(low, int | Decimal) and value - 1 / Decimal(10) > low
        for low in bounds
    )


def too_many_digits(project: Project, random: Random) -> Mutant | None:
    """A number with more digits before the point than its column keeps."""
    spots = [s for s in _columns(project) if _numeric(s) and not s.said.says("maximum")]
    if (spot := pick(random, spots)) is None:
        return None
    precision, scale = _numeric(spot) or (0, 0)
    return replaced(project, spot, "1" + "0" * (precision - scale), CODE)


def _numeric(spot: Spot) -> tuple[int, int] | None:
    match = re.fullmatch(r"numeric\((\d+),\s*(\d+)\)", _type(spot))
    return (int(match[1]), int(match[2])) if match else None


def text_too_long_for_its_column(project: Project, random: Random) -> Mutant | None:
    """A text that its schema takes and its column would cut off."""
    spots = [
        s
        for s in _columns(project)
        if _type(s).startswith("varchar")
        and not s.said.says("maxLength")
        and not s.said.says("pattern")
        and isinstance(s.node.value, str)
    ]
    if (spot := pick(random, spots)) is None:
        return None
    most = int(_type(spot)[len("varchar(") : -1])
    return replaced(project, spot, f'"{"Ω" * (most + 1)}"', CODE)


def date_before_all_others(project: Project, random: Random) -> Mutant | None:
    """A day of the year 0, which is a date in JSON Schema and none in Postgres."""
    spots = [s for s in _columns(project) if {"date", "date-time"} & set(_formats(s))]
    if (spot := pick(random, spots)) is None:
        return None
    time = "T00:00:00Z" if "date-time" in _formats(spot) else ""
    return replaced(project, spot, f'"0000-02-01{time}"', CODE)


def _formats(spot: Spot) -> list[str]:
    return [str(name) for name in spot.said.says("format")]


KINDS = kinds(
    nul_in_text,
    half_a_surrogate_pair,
    nul_in_a_key,
    integer_too_large,
    too_many_decimals,
    too_many_digits,
    text_too_long_for_its_column,
    date_before_all_others,
)
