"""The shape of a table's record, as a client sees it."""

from seedc.emit.typescript.column_shape import column_shape
from seedc.model.catalog import Catalog
from seedc.model.json_value import JsonObject
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
            return Field(
                key,
                column_shape(catalog, table, column),
                required=column.required and member.in_rows,
                description=column.description,
                deprecated=column.deprecated,
            )
        case RowsMember(key=key, table=child, parent=parent):
            schema = _schema(table, key)
            description = schema.get("description")
            return Field(
                key,
                ArrayShape(_item_shape(catalog, child, parent)),
                required=parent.required,
                description=description if isinstance(description, str) else "",
                deprecated=schema.get("deprecated") is True,
            )


def _item_shape(catalog: Catalog, table: Table, parent: Parent) -> Shape:
    if parent.scalar:
        return column_shape(catalog, table, table.column(SCALAR))
    return record_shape(catalog, table)


def _schema(table: Table, key: str) -> JsonObject:
    schema = properties(table).get(key)
    return schema if isinstance(schema, dict) else {}
