"""Tell which alternatives of a union a value may be: by its type, its tag, its keys."""

from collections.abc import Mapping
from decimal import Decimal

from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.shape import (
    AnyShape,
    ArrayShape,
    BooleanShape,
    ConstShape,
    Definition,
    EnumShape,
    MapShape,
    Named,
    NullableShape,
    NumberShape,
    ObjectShape,
    Shape,
    StringShape,
    TupleShape,
    UnionShape,
)


def may_be(
    shape: Shape, value: JsonValue, definitions: Mapping[str, Definition]
) -> bool:
    """Say whether a value that is valid may be of a shape.

    Args:
        shape: The shape.
        value: The value; not null.
        definitions: The catalog's definitions by name.
    """
    match shape:
        case Named():
            return may_be(definitions[shape.name], value, definitions)
        case NullableShape():
            return may_be(shape.shape, value, definitions)
        case UnionShape():
            return any(may_be(arm, value, definitions) for arm in shape.arms)
        case AnyShape():
            return True
        case _:
            return _is_of_type(shape, value)


def _is_of_type(shape: Shape, value: JsonValue) -> bool:
    match value:
        case dict():
            is_object = isinstance(shape, ObjectShape) and _fits(shape, value)
            return is_object or isinstance(shape, MapShape)
        case list():
            return isinstance(shape, ArrayShape | TupleShape)
        case _:
            return _is_scalar(shape, value)


def _is_scalar(shape: Shape, value: JsonValue) -> bool:
    match shape, value:
        case EnumShape(), _:
            return value in shape.values
        case ConstShape(), _:
            return value == shape.value
        case _, bool():
            return isinstance(shape, BooleanShape)
        case _, str():
            return isinstance(shape, StringShape)
        case _, int() | Decimal():
            return isinstance(shape, NumberShape) and _is_within(shape, value)
        case _:
            return False


def _is_within(shape: NumberShape, value: int | Decimal) -> bool:
    above, below = shape.exclusive_minimum, shape.exclusive_maximum
    return (
        (shape.minimum is None or value >= shape.minimum)
        and (shape.maximum is None or value <= shape.maximum)
        and (above is None or value > above)
        and (below is None or value < below)
    )


def _fits(shape: ObjectShape, value: JsonObject) -> bool:
    if shape.extra is None and value.keys() - {field.key for field in shape.fields}:
        return False
    for field in shape.fields:
        tag = field.shape
        if field.key not in value:
            if field.required:
                return False
        elif isinstance(tag, ConstShape) and value[field.key] != tag.value:
            return False
    return True
