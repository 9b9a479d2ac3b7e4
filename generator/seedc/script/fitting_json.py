"""Write the condition that a JSON value may be of a shape.

The values that a seed wrote have passed their schema, so little is left to ask: the
kind, and of an object its constants and keys.
"""

from collections.abc import Callable
from typing import TypeAlias

from seedc.model.json_value import JsonScalar
from seedc.model.shape import (
    AnyShape,
    ArrayShape,
    BooleanShape,
    ConstShape,
    EnumShape,
    MapShape,
    Named,
    NullableShape,
    NullShape,
    NumberShape,
    ObjectShape,
    Shape,
    StringShape,
    TupleShape,
    UnionShape,
)
from seedc.postgres.literal import quote_text
from seedc.text.json_text import json_text

Resolve: TypeAlias = Callable[[Shape], Shape]
"""Returns the shape that a name stands for."""


def fits(value: str, shape: Shape, resolve: Resolve) -> str:  # noqa: PLR0911, one line for each kind
    """Return the condition that a value fits a shape; it is true or false, never NULL.

    Args:
        value: The value: an expression of type `jsonb` that is not NULL.
        shape: The shape.
        resolve: Gives the shape that a name stands for.
    """
    match shape:
        case Named():
            return fits(value, resolve(shape), resolve)
        case NullableShape(shape=inner):
            return f"({_is(value, 'null')} OR {fits(value, inner, resolve)})"
        case UnionShape(arms=arms):
            return f"({' OR '.join(fits(value, arm, resolve) for arm in arms)})"
        case ObjectShape():
            return _fits_object(value, shape, resolve)
        case ConstShape(value=const):
            return _is_among(value, (const,))
        case EnumShape(values=values):
            return _is_among(value, values)
        case AnyShape():
            return "true"
        case _:
            return _is(value, _kind(shape))


def _fits_object(value: str, shape: ObjectShape, resolve: Resolve) -> str:
    required = _texts([field.key for field in shape.fields if field.required])
    conditions = [f"{value} ?& {required}"]
    if shape.extra is None:
        known = _texts([field.key for field in shape.fields])
        conditions.append(f"{value} - {known} = '{{}}'")
    for field in shape.fields:
        if isinstance(field.shape, ConstShape | EnumShape):
            key = quote_text(field.key)
            member = fits(f"({value} -> {key})", field.shape, resolve)
            conditions.append(f"(NOT {value} ? {key} OR {member})")
    # Only CASE keeps Postgres from asking a scalar for its keys.
    both = " AND ".join(conditions)
    return f"CASE WHEN {_is(value, 'object')} THEN {both} ELSE false END"


def _is(value: str, kind: str) -> str:
    return f"jsonb_typeof({value}) = '{kind}'"


def _is_among(value: str, among: tuple[JsonScalar, ...]) -> str:
    literals = ", ".join(quote_text(json_text(each)) for each in among)
    return f"{value} = ANY (ARRAY[{literals}]::jsonb[])"


def _texts(keys: list[str]) -> str:
    return f"ARRAY[{', '.join(map(quote_text, keys))}]::text[]"


def _kind(
    shape: (
        ArrayShape
        | TupleShape
        | MapShape
        | StringShape
        | NumberShape
        | BooleanShape
        | NullShape
    ),
) -> str:
    match shape:
        case ArrayShape() | TupleShape():
            return "array"
        case MapShape():
            return "object"
        case StringShape():
            return "string"
        case NumberShape():
            return "number"
        case BooleanShape():
            return "boolean"
        case NullShape():
            return "null"
