"""Print shapes of scalars as JSON Schema for the generator of Pydantic records."""

from decimal import Decimal

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
    kind: JsonObject = {"type": "integer" if shape.integer else "number"}
    if not shape.integer and not shape.floating:
        kind["format"] = "decimal"
    bounds = present(
        minimum=_bound(shape.minimum),
        maximum=_bound(shape.maximum),
        exclusiveMinimum=_bound(shape.exclusive_minimum),
        exclusiveMaximum=_bound(shape.exclusive_maximum),
        # A binary float is rarely a multiple of anything.
        multipleOf=None if shape.floating else _bound(shape.multiple_of),
    )
    return kind | bounds


def const_schema(shape: ConstShape) -> JsonObject:
    """Return the schema of one value; Literal knows no number with a fraction."""
    if isinstance(shape.value, Decimal):
        value = shape.value
        return number_schema(NumberShape(integer=False, minimum=value, maximum=value))
    return {"const": shape.value}


def present(**keywords: JsonValue) -> JsonObject:
    """Return the keywords that have a value."""
    return {name: value for name, value in keywords.items() if value is not None}


def _bound(number: Number | None) -> JsonValue:
    """Return a bound as the generator takes it, which knows no decimals.

    It prints a float, which Pydantic reads back by its digits. A bound of more
    digits than a float has is left to the check of the seeds.
    """
    if number is None or isinstance(number, int):
        return number
    if number == number.to_integral_value():
        return int(number)
    return number if Decimal(repr(float(number))) == number else None
