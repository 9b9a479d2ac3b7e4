"""Print scalars as their shapes see them."""

from decimal import Decimal

from seedc.emit.typescript.big_integer import is_big
from seedc.emit.typescript.literal import literal
from seedc.model.json_value import JsonValue
from seedc.model.shape import Shape


def scalar_literal(value: JsonValue, shape: Shape) -> str:
    """Print a scalar: a `bigint` where its shape needs one, else as it is."""
    if isinstance(value, int | Decimal) and is_big(shape):
        return f"{int(value)}n"
    return literal(value)
