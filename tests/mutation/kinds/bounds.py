"""Numbers out of their bounds."""

from decimal import Decimal
from random import Random

from seedc.model.json_value import JsonValue
from tests.mutation.mutant import Mutant, kinds, pick, replaced
from tests.mutation.project import Project, inside

RANGE = "out-of-range"


def _number(value: JsonValue) -> Decimal | None:
    known = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return Decimal(value) if known else None  # type: ignore[arg-type]


def _with_number(
    project: Project, random: Random, keyword: str, by: Decimal
) -> Mutant | None:
    """Return a number that misses one bound by a little."""
    spots = [
        s
        for s in inside(project)
        if _number(s.node.value) is not None
        and _number(s.said.one(keyword)) is not None
    ]
    if (spot := pick(random, spots)) is None:
        return None
    limit = _number(spot.said.one(keyword))
    assert limit is not None
    step = by if "integer" in spot.said.types() else random.choice([by, by / 100])
    return replaced(project, spot, f"{limit + step:f}", RANGE)


def too_small(project: Project, random: Random) -> Mutant | None:
    """A number below its minimum."""
    return _with_number(project, random, "minimum", Decimal(-1))


def too_large(project: Project, random: Random) -> Mutant | None:
    """A number above its maximum."""
    return _with_number(project, random, "maximum", Decimal(1))


def on_the_open_bound(project: Project, random: Random) -> Mutant | None:
    """A number that equals what it must be more than."""
    return _with_number(project, random, "exclusiveMinimum", Decimal(0))


def no_multiple(project: Project, random: Random) -> Mutant | None:
    """A number between two multiples."""
    spots = [s for s in project.spots if _number(s.said.one("multipleOf"))]
    if (spot := pick(random, spots)) is None:
        return None
    value, step = _number(spot.node.value), _number(spot.said.one("multipleOf"))
    if value is None or step is None or step == 1:
        return None
    return replaced(project, spot, f"{value + step / 2:f}", RANGE)


KINDS = kinds(too_small, too_large, on_the_open_bound, no_multiple)
