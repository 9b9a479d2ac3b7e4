"""Print shapes as TypeScript types."""

from collections.abc import Iterable

from seedc.emit.typescript.big_integer import is_big
from seedc.emit.typescript.choices import AsText
from seedc.emit.typescript.scalar import is_numeric, scalar_literal
from seedc.emit.typescript.vocabulary import Vocabulary
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


def type_text(shape: Shape, vocabulary: Vocabulary) -> str:
    """Print the type of a shape: its name where it has one, else spelled out."""
    symbol = vocabulary.symbol(shape)
    if symbol is not None:
        return symbol.name
    match shape:
        case EnumShape(name=name) | ObjectShape(name=name) | UnionShape(name=name):
            return name
        case NullableShape(shape=inner):
            return union_text([inner, NullShape()], vocabulary)
        case ArrayShape() | TupleShape() | MapShape():
            return _collection_text(shape, vocabulary)
        case _:
            return _scalar_text(shape, vocabulary.chosen.as_text)


def union_text(arms: Iterable[Shape], vocabulary: Vocabulary) -> str:
    """Print a union on one line."""
    return " | ".join(arm_texts(arms, vocabulary))


def arm_texts(arms: Iterable[Shape], vocabulary: Vocabulary) -> list[str]:
    """Print the arms of a union; `unknown` swallows the others."""
    flat = (part for arm in arms for part in _without_null(arm))
    texts = dict.fromkeys(type_text(arm, vocabulary) for arm in flat)
    return ["unknown"] if "unknown" in texts else [*texts]


def _without_null(shape: Shape) -> tuple[Shape, ...]:
    match shape:
        case NullableShape(shape=inner):
            return inner, NullShape()
        case _:
            return (shape,)


def _collection_text(
    shape: ArrayShape | TupleShape | MapShape, vocabulary: Vocabulary
) -> str:
    match shape:
        case ArrayShape(items=inner):
            return f"readonly {_item_text(inner, vocabulary)}[]"
        case TupleShape(items=items):
            texts = (type_text(item, vocabulary) for item in items)
            return f"readonly [{', '.join(texts)}]"
        case MapShape(values=inner):
            return f"{{ readonly [key: string]: {type_text(inner, vocabulary)} }}"


def _item_text(shape: Shape, vocabulary: Vocabulary) -> str:
    text = type_text(shape, vocabulary)
    match shape:
        case ArrayShape() | TupleShape():
            return f"({text})"
        case NullableShape() if text != "unknown":
            return f"({text})"
        case _:
            return text


def _scalar_text(
    shape: (
        StringShape
        | NumberShape
        | BooleanShape
        | NullShape
        | ConstShape
        | AnyShape
        | Named
    ),
    as_text: AsText,
) -> str:
    match shape:
        case StringShape():
            return "string"
        case NumberShape():
            return _number_text(shape, as_text)
        case BooleanShape():
            return "boolean"
        case NullShape():
            return "null"
        case ConstShape(value=value):
            return scalar_literal(value, shape, as_text)
        case AnyShape() | Named():
            return "unknown"


def _number_text(shape: NumberShape, as_text: AsText) -> str:
    if is_big(shape):
        return "`${bigint}`" if as_text.bigint else "bigint"
    return "`${number}`" if as_text.numeric and is_numeric(shape) else "number"
