"""The bounds that a schema sets, over all of its layers, and which of them conflict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import final

from seedc.dialect.node import Node
from seedc.dialect.types import value_types
from seedc.dialect.view import View

BOUNDS = frozenset(
    {"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"}
    | {"minLength", "maxLength", "minItems", "maxItems", "minProperties"}
    | {"maxProperties", "minContains", "maxContains"}
)
"""Keywords that set bounds."""

_COUNTS = {
    "Length": "text of at least {} and at most {} characters",
    "Items": "list of at least {} and at most {} items",
    "Properties": "object of at least {} and at most {} members",
    "Contains": "list with at least {} and at most {} items that `contains` describes",
}


@final
@dataclass(frozen=True, slots=True)
class Bound:
    """A keyword that sets a bound.

    Attributes:
        node: The schema that has it.
        keyword: The keyword.
        value: Its value.
    """

    node: Node
    keyword: str
    value: Fraction

    @property
    def exclusive(self) -> bool:
        """Whether the value itself is out of bounds."""
        return self.keyword.startswith("exclusive")


@final
@dataclass(frozen=True, slots=True)
class Conflict:
    """Bounds that no value keeps.

    Attributes:
        message: What there is none of.
        one: A bound.
        other: The bound that it conflicts with.
    """

    message: str
    one: Bound
    other: Bound


def conflicts(here: View) -> Iterator[Conflict]:
    """Yield the bounds of a schema that no value of their type keeps."""
    for what, message in _COUNTS.items():
        low = max(_bounds(here, f"min{what}"), key=_value, default=None)
        high = min(_bounds(here, f"max{what}"), key=_value, default=None)
        if low and high and low.value > high.value:
            said = f"there is no {message.format(low.value, high.value)}"
            yield Conflict(said, low, high)
    lows = _bounds(here, "minimum", "exclusiveMinimum")
    highs = _bounds(here, "maximum", "exclusiveMaximum")
    if lows and highs:
        low = max(lows, key=lambda b: (b.value, b.exclusive))
        high = min(highs, key=lambda b: (b.value, not b.exclusive))
        yield from _of_numbers(here, low, high)


def _of_numbers(here: View, low: Bound, high: Bound) -> Iterator[Conflict]:
    whole = value_types(here) == ("integer",)
    kind = "integer" if whole else "number"
    if not _between(low, high, Fraction(1) if whole else None):
        yield Conflict(f"there is no {kind} {_said(low, high)}", low, high)
        return
    for step in _bounds(here, "multipleOf"):
        # Integers that are multiples of 3/2 are those of 3.
        size = Fraction(step.value.numerator) if whole else step.value
        if not _between(low, high, size):
            said = f"there is no multiple of {_text(step)} {_said(low, high)}"
            yield Conflict(said, step, high)


def _said(low: Bound, high: Bound) -> str:
    least = "over" if low.exclusive else "of at least"
    most = "below" if high.exclusive else "at most"
    return f"{least} {_text(low)} and {most} {_text(high)}"


def _text(bound: Bound) -> str:
    return str(bound.node.value[bound.keyword])


def _between(low: Bound, high: Bound, step: Fraction | None) -> bool:
    """Say whether a number, or a multiple of a step, is within two bounds."""
    if step is None:
        open_ended = low.exclusive or high.exclusive
        return low.value < high.value or (low.value == high.value and not open_ended)
    least, most = low.value / step, high.value / step
    first = floor(least) + 1 if low.exclusive else ceil(least)
    last = ceil(most) - 1 if high.exclusive else floor(most)
    return first <= last


def _bounds(here: View, *keywords: str) -> Sequence[Bound]:
    return [
        Bound(layer, keyword, Fraction(value))
        for layer in here.layers
        for keyword in keywords
        if isinstance(value := layer.value.get(keyword), int | Decimal)
    ]


def _value(bound: Bound) -> Fraction:
    return bound.value
