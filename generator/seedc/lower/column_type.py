"""Choose the column type for a property, as docs/types.md says."""

from collections.abc import Mapping

from seedc.dialect.column_type import parse_column_type
from seedc.dialect.view import View
from seedc.model.column_type import (
    BigInt,
    Boolean,
    ColumnType,
    Date,
    Integer,
    Json,
    Numeric,
    Text,
    Time,
    Timestamp,
    Uuid,
)
from seedc.model.json_value import JsonScalar
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
    NullShape,
    NumberShape,
    ObjectShape,
    Shape,
    StringShape,
    TupleShape,
    UnionShape,
)

_INT32 = 2**31
_INT64 = 2**63
_SAFE = BigInt()

Definitions = Mapping[str, Definition]


def column_type(schema: View, shape: Shape, definitions: Definitions) -> ColumnType:
    """Return the type of the column for a property.

    Args:
        schema: The property's schema.
        shape: The shape of its values.
        definitions: The catalog's definitions by name.
    """
    given = schema.table("x-column").get("type")
    if isinstance(given, str) and (parsed := parse_column_type(given)) is not None:
        return _bounded(parsed, shape)
    return _default_type(shape, definitions)


def _bounded(given: ColumnType, shape: Shape) -> ColumnType:
    # `bigint` says how wide the column is; what it takes is still what code can hold.
    inner = shape.shape if isinstance(shape, NullableShape) else shape
    if isinstance(given, BigInt) and isinstance(inner, NumberShape):
        return _big(*_limits(inner))
    return given


def _default_type(shape: Shape, definitions: Definitions) -> ColumnType:  # noqa: PLR0911, a case for each
    match shape:
        case NullableShape():
            return _default_type(shape.shape, definitions)
        case Named():
            return _default_type(definitions[shape.name], definitions)
        case StringShape():
            return _string_type(shape)
        case NumberShape(integer=True):
            return _integer_type(*_limits(shape))
        case NumberShape():
            return Numeric()
        case BooleanShape() | EnumShape() | ConstShape():
            return _fixed_type(shape)
        case (
            AnyShape()
            | ArrayShape()
            | MapShape()
            | NullShape()
            | ObjectShape()
            | TupleShape()
            | UnionShape()
        ):
            return Json()


def _fixed_type(shape: BooleanShape | EnumShape | ConstShape) -> ColumnType:
    match shape:
        case BooleanShape():
            return Boolean()
        case EnumShape():
            return _type_of_values(shape.values)
        case ConstShape():
            return _type_of_values((shape.value,))


def _string_type(shape: StringShape) -> ColumnType:
    match shape.format:
        case "uuid":
            return Uuid()
        case "date":
            return Date()
        case "time":
            return Time()
        case "date-time":
            return Timestamp(zoned=True)
        case None:
            return Text()


def _type_of_values(values: tuple[JsonScalar, ...]) -> ColumnType:
    numbers = [v for v in values if isinstance(v, int) and not isinstance(v, bool)]
    if len(numbers) == len(values):
        return _integer_type(min(numbers), max(numbers))
    if all(isinstance(v, bool) for v in values):
        return Boolean()
    return Text() if all(isinstance(v, str) for v in values) else Numeric()


def _integer_type(low: int | None, high: int | None) -> ColumnType:
    small = low is not None and high is not None and -_INT32 <= low <= high < _INT32
    return Integer() if small else _big(low, high)


def _big(low: int | None, high: int | None) -> BigInt:
    return BigInt(
        minimum=_SAFE.minimum if low is None else max(min(low, _SAFE.minimum), -_INT64),
        maximum=_SAFE.maximum
        if high is None
        else min(max(high, _SAFE.maximum), _INT64 - 1),
    )


def _limits(shape: NumberShape) -> tuple[int | None, int | None]:
    low, high = shape.minimum, shape.maximum
    if low is None and shape.exclusive_minimum is not None:
        low = shape.exclusive_minimum
    if high is None and shape.exclusive_maximum is not None:
        high = shape.exclusive_maximum
    return (None if low is None else int(low)), (None if high is None else int(high))
