"""Walk shapes, without what clients may not see."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from seedc.model.shape import (
    ArrayShape,
    Definition,
    EnumShape,
    Field,
    MapShape,
    Named,
    NullableShape,
    ObjectShape,
    Shape,
    TupleShape,
    UnionShape,
)


def public_fields(shape: ObjectShape) -> tuple[Field, ...]:
    """Return the members of an object that clients may see.

    What a member's own doc comment says, the type of its value does not repeat.
    """
    return tuple(
        replace(field, shape=_untold(field.shape, field.description))
        for field in shape.fields
        if field.public
    )


def _untold(shape: Shape, told: str) -> Shape:
    match shape:
        case ArrayShape(items=inner):
            return replace(shape, items=_untold(inner, told))
        case NullableShape(shape=inner):
            return NullableShape(_untold(inner, told))
        case EnumShape() | ObjectShape() | UnionShape() if shape.description == told:
            return replace(shape, description="")
        case _:
            return shape


def children(shape: Shape) -> tuple[Shape, ...]:
    """Return the shapes that stand directly inside a shape."""
    match shape:
        case ArrayShape(items=inner) | MapShape(values=inner):
            return (inner,)
        case NullableShape(shape=inner):
            return (inner,)
        case TupleShape(items=shapes) | UnionShape(arms=shapes):
            return shapes
        case ObjectShape(extra=extra):
            fields = tuple(field.shape for field in public_fields(shape))
            return fields if extra is None else (*fields, extra)
        case _:
            return ()


def walk(shape: Shape) -> Iterator[Shape]:
    """Yield a shape after all that stands inside it; definitions stay closed."""
    for child in children(shape):
        yield from walk(child)
    yield shape


def definitions_used(
    shapes: tuple[Shape, ...], definitions: Mapping[str, Definition]
) -> frozenset[str]:
    """Return the names of the definitions that the shapes lead to."""
    used: set[str] = set()
    open_shapes = list(shapes)
    while open_shapes:
        found = {s.name for s in walk(open_shapes.pop()) if isinstance(s, Named)}
        found &= definitions.keys()
        open_shapes += [definitions[name] for name in sorted(found - used)]
        used |= found
    return frozenset(used)
