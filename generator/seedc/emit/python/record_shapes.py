"""Put records together again: child rows are a list inside their parent's record."""

from collections.abc import Iterator

from seedc.emit.python.shapes import named_shapes
from seedc.model.catalog import Catalog
from seedc.model.shape import (
    ArrayShape,
    EnumShape,
    Field,
    Named,
    ObjectShape,
    Shape,
    UnionShape,
)
from seedc.model.table import Owner, Table

_VALUE = "value"
"""Column of child rows that holds an item which is a scalar."""


def record_shapes(catalog: Catalog) -> dict[str, ObjectShape | UnionShape]:
    """Return what records consist of, by name; what a record holds comes before it."""
    shapes: dict[str, ObjectShape | UnionShape] = {}
    for table in catalog.tables:
        if table.parent is None:
            for shape in _shapes(table, catalog):
                shapes.setdefault(shape.name, shape)
    return shapes


def _shapes(table: Table, catalog: Catalog) -> Iterator[ObjectShape | UnionShape]:
    record = _record(table, catalog)
    for child in _children(table, catalog):
        yield from _shapes(child, catalog)
    items = (c.shape for c in table.columns if c.owner is not Owner.LIVE)
    for shape in named_shapes(items, catalog).values():
        if not isinstance(shape, EnumShape):
            yield shape
    if table.parent is None or not table.parent.scalar:
        yield record


def _record(table: Table, catalog: Catalog) -> ObjectShape:
    """Return the shape of a table's records, without what the live system writes."""
    columns = (
        Field(c.key, c.shape, c.required, c.description)
        for c in table.columns
        if c.key is not None and c.owner is not Owner.LIVE
    )
    lists = (
        Field(parent.key, _list(child), parent.required, child.description)
        for child in _children(table, catalog)
        if (parent := child.parent) is not None
    )
    text = table.description or f"A record of `{table.name}`."
    return ObjectShape(table.class_name, (*columns, *lists), text)


def _children(table: Table, catalog: Catalog) -> list[Table]:
    return [t for t in catalog.tables if t.parent and t.parent.table == table.name]


def _list(child: Table) -> Shape:
    scalar = child.parent is not None and child.parent.scalar
    return ArrayShape(child.column(_VALUE).shape if scalar else Named(child.class_name))
