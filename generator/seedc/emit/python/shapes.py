"""Walk the shapes of a catalog."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from seedc.model.catalog import Catalog
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

Shapes = dict[str, Definition]
"""Shapes that have a name, by name; what a shape holds comes before it."""


def parts(shape: Shape) -> tuple[Shape, ...]:
    """Return the shapes that a shape directly holds."""
    match shape:
        case ArrayShape(items=part) | MapShape(values=part) | NullableShape(shape=part):
            return (part,)
        case TupleShape(items=parts) | UnionShape(arms=parts):
            return parts
        case ObjectShape():
            extra = () if shape.extra is None else (shape.extra,)
            return (*(field.shape for field in shape.fields), *extra)
        case _:
            return _no_parts(shape)


def _no_parts(
    shape: StringShape
    | NumberShape
    | BooleanShape
    | NullShape
    | ConstShape
    | EnumShape
    | Named
    | AnyShape,
) -> tuple[Shape, ...]:
    match shape:
        case (
            StringShape()
            | NumberShape()
            | BooleanShape()
            | NullShape()
            | ConstShape()
            | EnumShape()
            | Named()
            | AnyShape()
        ):
            return ()
        case _:
            assert_never(shape)


def without_null(shape: Shape) -> Shape:
    """Return the shape of the values that are not null."""
    return shape.shape if isinstance(shape, NullableShape) else shape


def named_shapes(shapes: Iterable[Shape], catalog: Catalog) -> Shapes:
    """Return all shapes with a name that the shapes hold, at any depth."""
    definitions = {d.name: d for d in catalog.definitions}
    found: Shapes = {}
    entered: set[str] = set()
    for shape in shapes:
        found |= _named(shape, definitions, entered)
    return found


def _named(shape: Shape, definitions: Shapes, entered: set[str]) -> Shapes:
    whole = definitions.get(shape.name, shape) if isinstance(shape, Named) else shape
    found: Shapes = {}
    match whole:
        case EnumShape() | ObjectShape() | UnionShape():
            if whole.name in entered:
                return {}
            entered.add(whole.name)
            for part in parts(whole):
                found |= _named(part, definitions, entered)
            found[whole.name] = whole
        case _:
            for part in parts(whole):
                found |= _named(part, definitions, entered)
    return found


def column_shapes(catalog: Catalog) -> Iterator[Shape]:
    """Yield the shape of each column of each table."""
    for table in catalog.tables:
        for column in table.columns:
            yield column.shape
