"""Print shapes of scalars as JSON Schema for the generator of Pydantic records."""

import math
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.shape import ConstShape, Number, NumberShape, StringShape


def string_schema(shape: StringShape) -> JsonObject:
    """Return the schema of a string; a format says more than bounds would."""
    if shape.format is not None:
        return {"type": "string", "format": shape.format}
    bounds = present(
        minLength=shape.min_length, maxLength=shape.max_length, pattern=shape.pattern
    )
    return {"type": "string", **bounds}


def number_schema(shape: NumberShape) -> JsonObject:
    """Return the schema of a number; `decimal` makes it exact in Python."""
    if shape.integer:
        return {"type": "integer", **_integer_bounds(shape)}
    exact: JsonObject = {} if shape.floating else {"format": "decimal"}
    return {"type": "number", **exact, **_bounds(shape, Decimal)}


def _bounds(shape: NumberShape, convert: Callable[[Number], JsonValue]) -> JsonObject:
    bounds = {
        "minimum": shape.minimum,
        "maximum": shape.maximum,
        "exclusiveMinimum": shape.exclusive_minimum,
        "exclusiveMaximum": shape.exclusive_maximum,
        # A binary float is rarely a multiple of anything.
        "multipleOf": None if shape.floating else shape.multiple_of,
    }
    return {name: convert(n) for name, n in bounds.items() if n is not None}


def _integer_bounds(shape: NumberShape) -> JsonObject:
    """Return bounds that are integers, and that the same integers keep."""
    step = shape.multiple_of
    whole = replace(
        shape,
        minimum=_rounded(shape.minimum, math.ceil),
        maximum=_rounded(shape.maximum, math.floor),
        exclusive_minimum=_rounded(shape.exclusive_minimum, math.floor),
        exclusive_maximum=_rounded(shape.exclusive_maximum, math.ceil),
        # The least integer that a fraction divides.
        multiple_of=None if step is None else Fraction(step).numerator,
    )
    return _bounds(whole, int)


def _rounded(bound: Number | None, turn: Callable[[Number], int]) -> int | None:
    return None if bound is None else turn(bound)


def const_schema(shape: ConstShape) -> JsonObject:
    """Return the schema of one value; Literal knows no number with a fraction."""
    if isinstance(shape.value, Decimal):
        value = shape.value
        return number_schema(NumberShape(integer=False, minimum=value, maximum=value))
    return {"const": shape.value}


def present(**keywords: JsonValue) -> JsonObject:
    """Return the keywords that have a value."""
    return {name: value for name, value in keywords.items() if value is not None}
