"""What a table's record is to a client: its public members, in the file's order.

A table with `drops` in child rows (`store: rows`) has no column `drops`; here the
property is a member again: an array of the child table's own records.
"""

from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.emit.typescript.column_shape import column_shape
from seedc.model.catalog import Catalog
from seedc.model.json_value import JsonObject
from seedc.model.shape import ArrayShape, Field, ObjectShape, Shape
from seedc.model.table import Column, Owner, Parent, Table

SCALAR = "value"
"""Column of a child table whose items are scalars."""


@final
@dataclass(frozen=True, slots=True)
class ColumnMember:
    """A member whose value stands in a column."""

    key: str
    column: Column

    @property
    def in_rows(self) -> bool:
        """Whether rows hold it: what the live system owns is in no record."""
        return self.column.owner is not Owner.LIVE


@final
@dataclass(frozen=True, slots=True)
class RowsMember:
    """A member whose items are the rows of a child table."""

    key: str
    table: Table
    parent: Parent


Member: TypeAlias = ColumnMember | RowsMember


def public_tables(catalog: Catalog) -> tuple[Table, ...]:
    """Return the tables that clients may see and that have records of their own."""
    return tuple(t for t in catalog.tables if t.public and t.parent is None)


def members(catalog: Catalog, table: Table) -> tuple[Member, ...]:
    """Return the members of a table's record."""
    order = {key: i for i, key in enumerate(_properties(table))}
    both = [*_column_members(table), *_rows_members(catalog, table)]
    return tuple(sorted(both, key=lambda m: order.get(m.key, len(order))))


def record_shape(catalog: Catalog, table: Table) -> ObjectShape:
    """Return the shape of a table's record."""
    fields = tuple(_field(catalog, table, m) for m in members(catalog, table))
    return ObjectShape(table.class_name, fields, table.description)


def _column_members(table: Table) -> list[Member]:
    return [
        ColumnMember(column.key, column)
        for column in table.columns
        if column.key is not None and column.public
    ]


def _rows_members(catalog: Catalog, table: Table) -> list[Member]:
    return [
        RowsMember(child.parent.key, child, child.parent)
        for child in catalog.tables
        if child.parent is not None and child.parent.table == table.name
        if child.public
    ]


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


def _properties(table: Table) -> JsonObject:
    # A child table does not say where its property stood, nor what it was for.
    properties = table.record_schema.get("properties")
    return properties if isinstance(properties, dict) else {}


def _description(table: Table, key: str) -> str:
    schema = _properties(table).get(key)
    found = schema.get("description") if isinstance(schema, dict) else None
    return found if isinstance(found, str) else ""
