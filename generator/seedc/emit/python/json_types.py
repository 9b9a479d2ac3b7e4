"""Print the types of JSON columns: what `json.loads` makes of them, as TypedDicts."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias, assert_never

from seedc.emit.python.code import literal, quoted
from seedc.emit.python.shapes import parts
from seedc.emit.python.symbols import Symbols
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

Names: TypeAlias = frozenset[str]
_NONE: Names = frozenset()


def json_type(shape: Shape, symbols: Symbols, later: Names = _NONE) -> str:
    """Return the type of a JSON value as Python reads it back.

    Args:
        shape: Shape of the value.
        symbols: Spelling of names from outside.
        later: Names that do not exist yet where the type is evaluated; what holds
            one stands in quotes.
    """
    match shape:
        case EnumShape() | ObjectShape() | UnionShape() | Named():
            return shape.name
        case ArrayShape(items=items):
            return f"{symbols['list']}[{_inside([items], symbols, later)}]"
        case TupleShape(items=items):
            return f"{symbols['list']}[{_inside(items, symbols, later)}]"
        case MapShape(values=values):
            return map_type(values, symbols, later)
        case NullableShape():
            return " | ".join(either((shape.shape, NullShape()), symbols, later))
        case _:
            return _scalar(shape, symbols)


def _scalar(
    shape: StringShape | NumberShape | BooleanShape | NullShape | ConstShape | AnyShape,
    symbols: Symbols,
) -> str:
    match shape:
        case StringShape():
            return symbols["str"]
        case NumberShape():
            return symbols["int" if shape.integer else "float"]
        case BooleanShape():
            return symbols["bool"]
        case NullShape():
            return "None"
        case ConstShape():
            return constant_type(shape, symbols)
        case AnyShape():
            return symbols["Any"]
        case _:
            assert_never(shape)


def constant_type(shape: ConstShape, symbols: Symbols) -> str:
    """Return the type of a single value; Literal knows no numbers with a fraction."""
    if isinstance(shape.value, Decimal):
        return symbols["float"]
    return f"{symbols['Literal']}[{literal(shape.value)}]"


def map_type(values: Shape, symbols: Symbols, later: Names = _NONE) -> str:
    """Return the type of an object with any keys."""
    inside = _inside([values], symbols, later)
    return f"{symbols['dict']}[{symbols['str']}, {inside}]"


def either(
    shapes: Iterable[Shape], symbols: Symbols, later: Names = _NONE
) -> list[str]:
    """Return the types of a union, each once, None last."""
    types = dict.fromkeys(json_type(shape, symbols, later) for shape in shapes)
    return sorted(types, key="None".__eq__) or [symbols["Any"]]


def mentions(shape: Shape, names: Names) -> bool:
    """Say whether the type of a shape is printed with one of the names."""
    match shape:
        case ObjectShape() | UnionShape() | EnumShape() | Named():
            return shape.name in names
        case _:
            return any(mentions(part, names) for part in parts(shape))


def _inside(shapes: Sequence[Shape], symbols: Symbols, later: Names) -> str:
    types = " | ".join(either(shapes, symbols))
    early = any(mentions(shape, later) for shape in shapes)
    return quoted(types) if early else types
