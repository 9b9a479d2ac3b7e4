"""The parts of an expression of the closed list; a closed union.

Each knows the span of the text that it was written in, so that a problem can be shown
there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Literal, TypeAlias, final

Span: TypeAlias = tuple[int, int]
"""Start and end in the text of the expression, in characters."""

Comparison: TypeAlias = Literal["=", "<>", "<", "<=", ">", ">="]
Function: TypeAlias = Literal["ABS", "COALESCE", "GREATEST", "LEAST", "LENGTH", "LOWER"]
Sign: TypeAlias = Literal["+", "-", "*"]


@final
@dataclass(frozen=True, slots=True)
class Name:
    """A column, by its name in SQL."""

    name: str
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a text, TRUE, FALSE or NULL."""

    value: int | Decimal | str | bool | None
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Junction:
    """AND or OR."""

    word: Literal["AND", "OR"]
    parts: tuple["Part", ...]
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Not:
    """NOT, also that of `NOT IN` and its like."""

    part: "Part"
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison of two values."""

    sign: Comparison
    left: "Part"
    right: "Part"
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Is:
    """IS NULL, IS TRUE or IS FALSE."""

    part: "Part"
    value: bool | None
    span: Span


@final
@dataclass(frozen=True, slots=True)
class In:
    """A value and a list of those that it may be."""

    part: "Part"
    options: tuple["Part", ...]
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Between:
    """A value and its bounds, which are allowed too."""

    part: "Part"
    low: "Part"
    high: "Part"
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Like:
    """A text and its pattern."""

    part: "Part"
    pattern: "Part"
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Minus:
    """The negative of a number."""

    part: "Part"
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Sum:
    """A sum, difference or product of two numbers."""

    sign: Sign
    left: "Part"
    right: "Part"
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Case:
    """CASE: conditions, or values that the operand is compared with, and results."""

    operand: "Part | None"
    whens: tuple[tuple["Part", "Part"], ...]
    default: "Part | None"
    span: Span


@final
@dataclass(frozen=True, slots=True)
class Call:
    """A function."""

    name: Function
    parts: tuple["Part", ...]
    span: Span


Part: TypeAlias = (
    Name
    | Constant
    | Junction
    | Not
    | Compared
    | Is
    | In
    | Between
    | Like
    | Minus
    | Sum
    | Case
    | Call
)


def over(first: Part, last: Part) -> Span:
    """Return the span from one part to another."""
    return first.span[0], last.span[1]


def names(part: Part) -> tuple[str, ...]:
    """Return the columns that a part speaks of, each once, in the order of the text."""
    return tuple(dict.fromkeys(_names(part)))


def _names(part: object) -> Iterator[str]:
    match part:
        case Name():
            yield part.name
        case tuple():
            for inner in part:
                yield from _names(inner)
        case _ if is_dataclass(part):
            yield from _names(tuple(getattr(part, f.name) for f in fields(part)))
        case _:
            return
