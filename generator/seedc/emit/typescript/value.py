"""Print JSON values as their shapes see them.

Most values are printed as they are. A shape matters where it holds a member that
clients may not see or know by another name, or a number that is written as text or
that a JavaScript number would round.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from seedc.emit.typescript.big_integer import is_big
from seedc.emit.typescript.literal import literal, object_literal, property_name
from seedc.emit.typescript.scalar import any_literal, is_numeric, scalar_literal
from seedc.emit.typescript.shape_fit import fits
from seedc.emit.typescript.shape_walk import definitions_used, walk
from seedc.emit.typescript.vocabulary import Vocabulary
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.shape import (
    AnyShape,
    ArrayShape,
    MapShape,
    NullableShape,
    ObjectShape,
    Shape,
    TupleShape,
    UnionShape,
)

Printer: TypeAlias = Callable[[JsonValue], str]


def value_printer(shape: Shape, vocabulary: Vocabulary) -> Printer:
    """Return what prints values of a shape: the fastest that does."""
    if _is_plain(shape, vocabulary):
        return literal
    return partial(shaped_literal, shape=shape, vocabulary=vocabulary)


def shaped_literal(value: JsonValue, shape: Shape, vocabulary: Vocabulary) -> str:
    """Print a value of a shape."""
    match vocabulary.resolved(shape), value:
        case NullableShape(shape=inner), _:
            return "null" if value is None else shaped_literal(value, inner, vocabulary)
        case UnionShape() as union, _:
            return shaped_literal(value, _arm(value, union, vocabulary), vocabulary)
        case ObjectShape() | MapShape() as shape, dict():
            return _object(value, shape, vocabulary)
        case ArrayShape() | TupleShape() as shape, list():
            return _array(value, shape, vocabulary)
        case AnyShape(), _:
            return any_literal(value, vocabulary.chosen.as_text)
        case scalar, _:
            return scalar_literal(value, scalar, vocabulary.chosen.as_text)


def _object(
    value: JsonObject, shape: ObjectShape | MapShape, vocabulary: Vocabulary
) -> str:
    shapes = {key: _member_shape(key, shape) for key in value}
    owner = shape.name if isinstance(shape, ObjectShape) else ""
    return object_literal(
        [
            f"{property_name(vocabulary.chosen.member(owner, key))}: "
            + shaped_literal(value[key], inner, vocabulary)
            for key, inner in shapes.items()
            if inner is not None
        ]
    )


def _member_shape(key: str, shape: ObjectShape | MapShape) -> Shape | None:
    """Return the shape of a member, or None if clients may not see it."""
    match shape:
        case MapShape(values=inner):
            return inner
        case ObjectShape(fields=fields, extra=extra):
            found = next((field for field in fields if field.key == key), None)
            if found is None:
                return extra
            return found.shape if found.public else None


def _array(
    value: list[JsonValue], shape: ArrayShape | TupleShape, vocabulary: Vocabulary
) -> str:
    shapes = _item_shapes(shape, len(value))
    pairs = zip(value, shapes, strict=True)
    return f"[{', '.join(shaped_literal(v, s, vocabulary) for v, s in pairs)}]"


def _item_shapes(shape: ArrayShape | TupleShape, count: int) -> tuple[Shape, ...]:
    match shape:
        case ArrayShape(items=inner):
            return (inner,) * count
        case TupleShape(items=shapes):
            return shapes


def _arm(value: JsonValue, union: UnionShape, vocabulary: Vocabulary) -> Shape:
    for arm in union.arms:
        if fits(value, arm, vocabulary):
            return arm
    # Printing it as it is might show what only servers may see.
    message = f"a value that passed its schema is of no arm of {union.name}"
    raise AssertionError(message)


def _is_plain(shape: Shape, vocabulary: Vocabulary) -> bool:
    used = definitions_used((shape,), vocabulary.definitions)
    definitions = (vocabulary.definitions[name] for name in used)
    parts = (part for root in (shape, *definitions) for part in walk(root))
    return not any(_is_special(part, vocabulary) for part in parts)


def _is_special(shape: Shape, vocabulary: Vocabulary) -> bool:
    match vocabulary.resolved(shape):
        case AnyShape():
            return True
        case ObjectShape(name=name, fields=fields):
            return any(
                not field.public
                or vocabulary.chosen.member(name, field.key) != field.key
                for field in fields
            )
        case scalar:
            return is_big(scalar) or (
                vocabulary.chosen.as_text.numeric and is_numeric(scalar)
            )
