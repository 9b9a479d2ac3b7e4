"""Print scalars as their shapes see them."""

from decimal import Decimal

from seedc.emit.typescript.big_integer import SAFE_INTEGER, is_big
from seedc.emit.typescript.choices import AsText
from seedc.emit.typescript.literal import literal, object_literal, property_name
from seedc.model.json_value import JsonValue
from seedc.model.shape import ConstShape, NumberShape, Shape


def is_numeric(shape: Shape) -> bool:
    """Say whether values of a shape are exact numbers that may have a fraction."""
    match shape:
        case NumberShape(integer=False, floating=False) | ConstShape(value=Decimal()):
            return True
        case _:
            return False


def scalar_literal(value: JsonValue, shape: Shape, as_text: AsText) -> str:
    """Print a scalar: a `bigint` or text where its shape asks for it."""
    match value:
        case bool():
            return literal(value)
        case int() | Decimal() if is_big(shape):
            return _big_literal(int(value), as_text)
        case int() | Decimal() if as_text.numeric and is_numeric(shape):
            # A constant is the one that its type spells, `1.50` as well as `1.5`.
            exact = shape.value if isinstance(shape, ConstShape) else value
            return f'"{exact}"'
        case _:
            return literal(value)


def any_literal(value: JsonValue, as_text: AsText) -> str:
    """Print a value of which no shape is known; no number of it is rounded."""
    match value:
        case list():
            return f"[{', '.join(any_literal(item, as_text) for item in value)}]"
        case dict():
            pairs = value.items()
            return object_literal(
                [f"{property_name(k)}: {any_literal(v, as_text)}" for k, v in pairs]
            )
        case int() if abs(value) > SAFE_INTEGER:
            return _big_literal(value, as_text)
        case Decimal() if as_text.numeric:
            return f'"{value}"'
        case _:
            return literal(value)


def _big_literal(value: int, as_text: AsText) -> str:
    return f'"{value}"' if as_text.bigint else f"{value}n"
