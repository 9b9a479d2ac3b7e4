"""What a table's record is to a client: its public members, in the file's order.

A table with `drops` in child rows (`store: rows`) has no column `drops`; here the
property is a member again: an array of the child table's own records.
"""

from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.model.catalog import Catalog
from seedc.model.json_value import JsonObject
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
    order = {key: i for i, key in enumerate(properties(table))}
    both = [*_column_members(table), *_rows_members(catalog, table)]
    return tuple(sorted(both, key=lambda m: order.get(m.key, len(order))))


def key_column(table: Table) -> Column | None:
    """Return the column that alone tells records apart, if clients may see it."""
    if len(table.primary_key) != 1 or table.parent is not None or not table.public:
        return None
    column = table.column(table.primary_key[0])
    return column if column.public and column.key is not None else None


def properties(table: Table) -> JsonObject:
    """Return the schemas of a record's properties; none for a child table."""
    # A child table does not say where its property stood, nor what it was for.
    found = table.record_schema.get("properties")
    return found if isinstance(found, dict) else {}


def ordinals(table: Table, parent: Parent) -> tuple[Column, ...]:
    """Return the columns of a child table that keep the order of its list."""
    known = {*parent.columns, SCALAR}
    return tuple(c for c in table.columns if c.key is None and c.name not in known)


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
