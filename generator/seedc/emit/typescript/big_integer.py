"""Integers that a JavaScript number does not hold exactly.

Bounds decide, never values: where a schema allows integers beyond 2^53 - 1, its type
is `bigint` and its data is written as `123n`; everywhere else it is `number`.
"""

from dataclasses import replace

from seedc.model.column_type import BigInt, ColumnType, Numeric
from seedc.model.shape import (
    ConstShape,
    EnumShape,
    NullableShape,
    NumberShape,
    Shape,
)

SAFE_INTEGER = 2**53 - 1
"""Largest integer of which a JavaScript number is sure."""

_MOST_DIGITS = 1000
"""Of `numeric` with a precision (PostgreSQL manual, 8.1.2); without, it has more."""


def is_big(shape: Shape) -> bool:
    """Say whether values of a shape need `bigint`."""
    match shape:
        case NumberShape(integer=True, minimum=low, maximum=high):
            low = low if low is not None else shape.exclusive_minimum
            high = high if high is not None else shape.exclusive_maximum
            return max(-(low or 0), high or 0) > SAFE_INTEGER
        case ConstShape(value=int(value)):
            return abs(value) > SAFE_INTEGER
        case EnumShape(values=values):
            return any(isinstance(v, int) and abs(v) > SAFE_INTEGER for v in values)
        case _:
            return False


def widened(shape: Shape, column: ColumnType) -> Shape:
    """Give a shape the bounds that its column declares beyond 2^53 - 1."""
    match shape, column:
        case NullableShape(shape=inner), _:
            return NullableShape(widened(inner, column))
        case NumberShape(), BigInt(minimum=low, maximum=high) if (
            max(-low, high) > SAFE_INTEGER
        ):
            return replace(shape, minimum=low, maximum=high)
        case NumberShape(integer=True), Numeric():
            return _as_wide_as(shape, column)
        case _:
            return shape


def _as_wide_as(shape: NumberShape, column: Numeric) -> NumberShape:
    """Fill in the bounds that the schema does not say."""
    digits = (column.precision or _MOST_DIGITS) - (column.scale or 0)
    largest = 10**digits - 1
    if shape.minimum is None and shape.exclusive_minimum is None:
        shape = replace(shape, minimum=-largest)
    if shape.maximum is None and shape.exclusive_maximum is None:
        shape = replace(shape, maximum=largest)
    return shape
