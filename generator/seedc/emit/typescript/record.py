"""The shape of a table's record, as a client sees it."""

from seedc.emit.typescript.column_shape import column_shape
from seedc.model.catalog import Catalog
from seedc.model.record import (
    SCALAR,
    ColumnMember,
    Member,
    RowsMember,
    members,
    properties,
)
from seedc.model.shape import ArrayShape, Field, ObjectShape, Shape
from seedc.model.table import Parent, Table


def record_shape(catalog: Catalog, table: Table) -> ObjectShape:
    """Return the shape of a table's record."""
    fields = tuple(_field(catalog, table, m) for m in members(catalog, table))
    return ObjectShape(table.class_name, fields, table.description)


def _field(catalog: Catalog, table: Table, member: Member) -> Field:
    match member:
        case ColumnMember(key=key, column=column):
            shape = column_shape(catalog, table, column)
            required = column.required and member.in_rows
            return Field(key, shape, required, column.description)
        case RowsMember(key=key, table=child, parent=parent):
            items = ArrayShape(_item_shape(catalog, child, parent))
            return Field(key, items, parent.required, _description(table, key))


def _item_shape(catalog: Catalog, table: Table, parent: Parent) -> Shape:
    if parent.scalar:
        return column_shape(catalog, table, table.column(SCALAR))
    return record_shape(catalog, table)


def _description(table: Table, key: str) -> str:
    schema = properties(table).get(key)
    found = schema.get("description") if isinstance(schema, dict) else None
    return found if isinstance(found, str) else ""
