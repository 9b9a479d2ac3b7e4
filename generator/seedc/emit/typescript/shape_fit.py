"""Tell which arm of a union a value belongs to.

The value has passed its schema, so little is left to ask: its kind, and of an object
its constants and keys, of a number its bounds.
"""

from decimal import Decimal

from seedc.emit.typescript.vocabulary import Vocabulary
from seedc.model.json_value import JsonValue
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


def fits(value: JsonValue, shape: Shape, vocabulary: Vocabulary) -> bool:
    """Say whether a value may be of a shape."""
    match shape:
        case NullableShape(shape=inner):
            return value is None or fits(value, inner, vocabulary)
        case UnionShape(arms=arms):
            return any(fits(value, arm, vocabulary) for arm in arms)
        case Named(name=name):
            return fits(value, vocabulary.definitions[name], vocabulary)
        case ObjectShape():
            return _fits_object(value, shape, vocabulary)
        case ArrayShape() | TupleShape() | MapShape():
            return isinstance(value, dict if isinstance(shape, MapShape) else list)
        case _:
            return _fits_scalar(value, shape)


def _fits_object(value: JsonValue, shape: ObjectShape, vocabulary: Vocabulary) -> bool:
    if not isinstance(value, dict):
        return False
    known = {field.key: field for field in shape.fields}
    missing = any(f.required and f.key not in value for f in shape.fields)
    unknown = shape.extra is None and not value.keys() <= known.keys()
    return (
        not missing
        and not unknown
        and all(
            fits(value[key], field.shape, vocabulary)
            for key, field in known.items()
            if key in value and isinstance(field.shape, ConstShape | EnumShape)
        )
    )


def _fits_scalar(
    value: JsonValue,
    shape: (
        StringShape
        | NumberShape
        | BooleanShape
        | NullShape
        | ConstShape
        | EnumShape
        | AnyShape
    ),
) -> bool:
    match shape:
        case StringShape():
            return isinstance(value, str)
        case NumberShape():
            return not _is_bool(value) and _fits_number(value, shape)
        case BooleanShape():
            return isinstance(value, bool)
        case NullShape():
            return value is None
        case ConstShape() | EnumShape():
            return _is_among(value, shape)
        case AnyShape():
            return True


def _fits_number(value: JsonValue, shape: NumberShape) -> bool:
    if not isinstance(value, int | Decimal) or (shape.integer and value != int(value)):
        return False
    low, high = shape.minimum, shape.maximum
    above, below = shape.exclusive_minimum, shape.exclusive_maximum
    return (
        (low is None or value >= low)
        and (high is None or value <= high)
        and (above is None or value > above)
        and (below is None or value < below)
    )


def _is_among(value: JsonValue, shape: ConstShape | EnumShape) -> bool:
    among = (shape.value,) if isinstance(shape, ConstShape) else shape.values
    # In Python true equals 1; in JSON it does not.
    return any(value == v and _is_bool(value) is _is_bool(v) for v in among)


def _is_bool(value: JsonValue) -> bool:
    return isinstance(value, bool)
