"""Find where in the schema files the shapes of a catalog stand.

The walk follows the steps that `lower/shape.py` took to make a shape of a schema.
"""

from collections.abc import Iterator
from typing import TypeAlias

from seedc.dialect.names import (
    columns_of,
    definition_name,
    named_definitions,
    row_items,
)
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.types import types_of
from seedc.dialect.view import View, view
from seedc.model.catalog import Catalog
from seedc.model.shape import (
    ArrayShape,
    MapShape,
    NullableShape,
    ObjectShape,
    Shape,
    TupleShape,
    UnionShape,
)
from seedc.model.table import Table

Located: TypeAlias = tuple[Shape, View]
"""A shape and the schema that it was made of."""


def located_shapes(catalog: Catalog, library: Library) -> Iterator[Located]:
    """Yield all shapes of a catalog, those of its columns first."""
    for table in catalog.tables:
        schemas = _column_schemas(table, library)
        for column in table.columns:
            if column.name in schemas:
                yield from located(column.shape, schemas[column.name])
    shapes = {definition.name: definition for definition in catalog.definitions}
    nodes = {definition_name(library, node): node for node in definitions(library)}
    for name, node in nodes.items():
        yield from located(shapes[name], view(library, node))


def definitions(library: Library) -> Iterator[Node]:
    """Yield the definitions that code gives a name, in the order of their files."""
    for _, document in sorted(library.items()):
        yield from named_definitions(library, root_node(document))


def located(shape: Shape, schema: View) -> Iterator[Located]:
    """Yield a shape and all that it is made of, each with its schema."""
    here = schema if isinstance(shape, NullableShape) else _single(schema)
    yield shape, here
    for part, below in _parts(shape, here):
        yield from located(part, below)


def _column_schemas(table: Table, library: Library) -> dict[str, View]:
    record = view(library, root_node(library[table.schema_path]))
    if table.parent is None:
        return columns_of(record)
    items = row_items(record.properties()[table.parent.key])
    if items is None:
        return {}
    return {"value": items} if table.parent.scalar else columns_of(items)


def _single(schema: View) -> View:
    """Return the one alternative that is not null, where there is just one."""
    plain = _alternatives(schema)
    return _single(plain[0]) if len(plain) == 1 else schema


def _alternatives(schema: View) -> list[View]:
    arms = () if schema.where("const") or schema.where("enum") else schema.arms()
    return [schema.with_arm(arm) for arm in arms if types_of(arm) != ("null",)]


def _parts(shape: Shape, schema: View) -> Iterator[Located]:
    match shape:
        case NullableShape():
            yield shape.shape, schema
        case UnionShape():
            # Without alternatives it is one of several types, or values of several.
            schemas = _alternatives(schema) or [schema] * len(shape.arms)
            yield from zip(shape.arms, schemas, strict=True)
        case ArrayShape() | TupleShape():
            yield from _items(shape, schema)
        case MapShape():
            yield from _of_other_keys(shape.values, schema)
        case ObjectShape():
            members = schema.properties()
            yield from ((field.shape, members[field.key]) for field in shape.fields)
            yield from _of_other_keys(shape.extra, schema)
        case _:
            pass


def _items(shape: ArrayShape | TupleShape, schema: View) -> Iterator[Located]:
    if isinstance(shape, TupleShape):
        below = (schema.below("prefixItems", i) for i in range(len(shape.items)))
        yield from zip(shape.items, below, strict=True)
    elif schema.where("items") and not schema.where("prefixItems"):
        yield shape.items, schema.below("items")


def _of_other_keys(shape: Shape | None, schema: View) -> Iterator[Located]:
    places: list[tuple[str, ...]] = [
        ("patternProperties", key) for key in schema.table("patternProperties")
    ]
    if isinstance(schema.get("additionalProperties"), dict):
        places.append(("additionalProperties",))
    if shape is not None and places:
        yield shape, schema.below(*places[0])
