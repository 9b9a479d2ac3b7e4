"""Arithmetic as Postgres does it, which depends on the types of the numbers.

Integers have the width of the wider one, decimals are exact, and whatever meets a
`double precision` becomes one. What leaves the range of its type is an error there.
"""

import math
import operator
from collections.abc import Callable, Mapping
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import TypeAlias, TypeGuard, cast

from seedc.check.expression.terms import (
    Cell,
    Evaluate,
    NumberKind,
    Term,
    UncomputableError,
)
from seedc.check.expression.tree import Sign
from seedc.model.catalog import Row

Number: TypeAlias = int | Decimal | float
Sum: TypeAlias = Callable[[Number, Number], Number]

_EXACT = Context(prec=200_000, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Enough for every sum and product of numbers that Postgres can hold."""

_BITS: Mapping[NumberKind, int] = {"smallint": 15, "integer": 31, "bigint": 63}
_MOST_DIGITS = 131_072
_MOST_PLACES = 16_383
_READABLE = 24

_PLAIN: Mapping[Sign, object] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_DECIMAL: Mapping[Sign, object] = {
    "+": _EXACT.add,
    "-": _EXACT.subtract,
    "*": _EXACT.multiply,
}


def is_number(value: object) -> TypeGuard[int | Decimal]:
    """Say whether a value is an exact number."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def negative(number: int | Decimal) -> int | Decimal:
    """Return the negative of a number, with all its digits."""
    return -number if isinstance(number, int) else number.copy_negate()


def number_kind(number: int | Decimal) -> NumberKind:
    """Return the type that Postgres gives a number in an expression."""
    if isinstance(number, Decimal):
        return "numeric"
    if _fits(number, 31):
        return "integer"
    return "bigint" if _fits(number, 63) else "numeric"


def in_double(term: Term) -> Evaluate:
    """Return the value of a term that is a number, as a double."""
    evaluate = term.evaluate
    if term.kind == "double precision":
        return evaluate

    def double(row: Row) -> Cell:
        value = evaluate(row)
        return as_double(value) if is_number(value) else None

    return double


def as_double(value: int | Decimal) -> float:
    """Return the double next to a number.

    Raises:
        UncomputableError: There is none.
    """
    try:
        double = float(value)
    except OverflowError:
        double = math.inf
    if math.isinf(double) or (double == 0 and value != 0):
        raise UncomputableError(_out_of_range(value, "double precision"))
    return double


def sum_of(sign: Sign, kind: NumberKind) -> Sum:
    """Return a sum, difference or product of two numbers of a type."""
    given = _DECIMAL if kind == "numeric" else _PLAIN
    compute = cast("Sum", given[sign])

    def computed(x: Number, y: Number) -> Number:
        found = compute(x, y)
        lost = sign == "*" and isinstance(found, float) and found == 0 != x and y != 0
        if lost or not _holds(kind, found):
            raise UncomputableError(_out_of_range(found, kind))
        return found

    return computed


def minus(kind: NumberKind) -> Callable[[Number], Number]:
    """Return the negative of a number of a type."""
    less = sum_of("-", kind)
    return lambda number: less(0, number)


def absolute(kind: NumberKind) -> Callable[[Number], Number]:
    """Return the distance of a number of a type from 0."""
    less = minus(kind)
    return lambda number: less(number) if number < 0 else number


def _fits(number: int, bits: int) -> bool:
    limit: int = 2**bits
    return -limit <= number < limit


def _holds(kind: NumberKind, number: Number) -> bool:
    match number:
        case int():
            return kind == "numeric" or _fits(number, _BITS[kind])
        case float():
            return math.isfinite(number)
        case Decimal():
            lowest = cast("int", number.as_tuple().exponent)
            return lowest >= -_MOST_PLACES and number.adjusted() < _MOST_DIGITS


def _out_of_range(number: Number, kind: NumberKind) -> str:
    plain = str(number)
    shown = plain if len(plain) <= _READABLE else f"about {Decimal(number):.2e}"
    return f"{shown} is out of the range of `{kind}`"
