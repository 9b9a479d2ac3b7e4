"""The shape of a column's value, with all that the catalog knows of it."""

from dataclasses import replace

from seedc.emit.typescript.big_integer import widened
from seedc.model.catalog import Catalog
from seedc.model.record import key_column
from seedc.model.shape import NullableShape, NumberShape, Shape, StringShape
from seedc.model.table import Column, Table


def column_shape(catalog: Catalog, table: Table, column: Column) -> Shape:
    """Return the shape of a column's value; a table's own id refers to itself."""
    if column is key_column(table):
        return _referring(bare_shape(catalog, table, column), own_target(table, column))
    return bare_shape(catalog, table, column)


def bare_shape(catalog: Catalog, table: Table, column: Column) -> Shape:
    """Return the shape of a column's value, referring to other tables alone."""
    shape = widened(column.shape, column.type)
    target = _foreign_target(catalog, table, column)
    return _referring(shape, target) if target else shape


def own_target(table: Table, column: Column) -> str:
    """Name a column as references do: `items.id`."""
    return f"{table.name}.{column.key}"


def _foreign_target(catalog: Catalog, table: Table, column: Column) -> str | None:
    for key in table.foreign_keys:
        if key.columns == (column.name,):
            target = catalog.table(key.table)
            return own_target(target, target.column(key.target[0]))
    return None


def _referring(shape: Shape, target: str) -> Shape:
    match shape:
        case NullableShape(shape=inner):
            return NullableShape(_referring(inner, target))
        case StringShape() | NumberShape():
            return replace(shape, references=target)
        case _:
            return shape
