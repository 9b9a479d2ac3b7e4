"""What a value is made of, one level down, each part with its shape."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from seedc.check.alternatives import may_be
from seedc.model.json_value import JsonObject, JsonValue, Pointer
from seedc.model.shape import (
    ArrayShape,
    Definition,
    MapShape,
    Named,
    NullableShape,
    ObjectShape,
    Shape,
    TupleShape,
    UnionShape,
)

Part: TypeAlias = tuple[Shape, JsonValue, Pointer]
"""A shape, a value that is valid by it, and where the value stands."""

Definitions: TypeAlias = Mapping[str, Definition]


def all_parts(part: Part, definitions: Definitions) -> Iterator[Part]:
    """Yield a value and all that it is made of, at any depth.

    Of a union it is the first alternative that the value may be; what no shape is
    known of is left out.

    Args:
        part: The value.
        definitions: The catalog's definitions by name.
    """
    stack = [part]
    while stack:
        part = stack.pop()
        yield part
        stack += reversed([*_parts(*part, definitions)])


def _parts(
    shape: Shape, value: JsonValue, pointer: Pointer, definitions: Definitions
) -> Iterator[Part]:
    match shape, value:
        case Named(name=name), _:
            yield definitions[name], value, pointer
        case NullableShape(shape=inner), _:
            yield inner, value, pointer
        case UnionShape(arms=arms), _:
            fitting = (arm for arm in arms if may_be(arm, value, definitions))
            yield from ((arm, value, pointer) for arm in [*fitting][:1])
        case ArrayShape(items=inner), list():
            yield from ((inner, item, (*pointer, i)) for i, item in enumerate(value))
        case TupleShape(items=shapes), list():
            pairs = enumerate(zip(shapes, value, strict=False))
            yield from ((inner, item, (*pointer, i)) for i, (inner, item) in pairs)
        case MapShape() | ObjectShape(), dict():
            yield from _members(shape, value, pointer)
        case _:
            return


def _members(
    shape: MapShape | ObjectShape, value: JsonObject, pointer: Pointer
) -> Iterator[Part]:
    fields = shape.fields if isinstance(shape, ObjectShape) else ()
    other = shape.extra if isinstance(shape, ObjectShape) else shape.values
    shapes = {field.key: field.shape for field in fields}
    for key, item in value.items():
        inner = shapes.get(key, other)
        if inner is not None:
            yield inner, item, (*pointer, key)
