"""Print rows as records: one line each, child rows nested back where they came from.

Rows are joined from plain strings; ten thousand of them take a fraction of a second.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.emit.typescript.column_shape import column_shape
from seedc.emit.typescript.literal import literal, object_literal, property_name
from seedc.emit.typescript.value import Printer, value_printer
from seedc.emit.typescript.vocabulary import Vocabulary
from seedc.model.catalog import Catalog, Row, Rows
from seedc.model.column_type import Time, Timestamp
from seedc.model.json_value import JsonValue
from seedc.model.record import (
    SCALAR,
    ColumnMember,
    Member,
    RowsMember,
    members,
    ordinals,
)
from seedc.model.table import Column, Parent, Table

_RowPrinter: TypeAlias = Callable[[Row], str]


@final
@dataclass(frozen=True, slots=True)
class Data:
    """A catalog with its rows and the names of its package."""

    catalog: Catalog
    rows: Rows
    vocabulary: Vocabulary


def record_lines(data: Data, table: Table) -> list[str]:
    """Print the rows of a table, in key order."""
    return list(map(_record_printer(data, table), data.rows.get(table.name, ())))


def _record_printer(data: Data, table: Table) -> _RowPrinter:
    parts = [_part(data, table, m) for m in members(data.catalog, table) if _told(m)]

    def print_record(row: Row) -> str:
        return object_literal([text for part in parts if (text := part(row))])

    return print_record


def _told(member: Member) -> bool:
    return isinstance(member, RowsMember) or member.in_rows


def _part(data: Data, table: Table, member: Member) -> _RowPrinter:
    """Return what prints a member of a row; it prints nothing if that is absent."""
    match member:
        case ColumnMember(column=column):
            return _column_part(data, table, column, _prefix(data, table, member))
        case RowsMember():
            return _rows_part(data, table, member)


def _prefix(data: Data, table: Table, member: Member) -> str:
    name = data.vocabulary.chosen.member(table.class_name, member.key)
    return f"{property_name(name)}: "


def _column_part(data: Data, table: Table, column: Column, prefix: str) -> _RowPrinter:
    absent = f"{prefix}null" if column.required else ""
    position = table.position(column.name)
    print_value = _column_printer(data, table, column)

    def print_member(row: Row) -> str:
        value = row[position]
        return absent if value is None else prefix + print_value(value)

    return print_member


def _rows_part(data: Data, table: Table, member: RowsMember) -> _RowPrinter:
    prefix = _prefix(data, table, member)
    none = f"{prefix}[]" if member.parent.required else ""
    key = [table.position(name) for name in table.primary_key]
    items = _items(data, member.table, member.parent)

    def print_member(row: Row) -> str:
        found = items.get(tuple(row[i] for i in key))
        return f"{prefix}[{', '.join(found)}]" if found else none

    return print_member


def _items(data: Data, table: Table, parent: Parent) -> dict[Row, list[str]]:
    """Print the items of a child table, by the key of their parent."""
    print_item = _item_printer(data, table, parent)
    key = [table.position(name) for name in parent.columns]
    items: dict[Row, list[str]] = {}
    for row in _in_order(data, table, parent):
        items.setdefault(tuple(row[i] for i in key), []).append(print_item(row))
    return items


def _item_printer(data: Data, table: Table, parent: Parent) -> _RowPrinter:
    if not parent.scalar:
        return _record_printer(data, table)
    position = table.position(SCALAR)
    print_value = _column_printer(data, table, table.columns[position])
    return lambda row: print_value(row[position])


def _in_order(data: Data, table: Table, parent: Parent) -> list[Row]:
    added = [table.position(column.name) for column in ordinals(table, parent)]
    rows = data.rows.get(table.name, ())
    return sorted(rows, key=lambda row: [_integer(row, i) for i in added])


def _integer(row: Row, position: int) -> int:
    value = row[position]
    return value if isinstance(value, int) else 0


def _column_printer(data: Data, table: Table, column: Column) -> Printer:
    if isinstance(column.type, Time | Timestamp):
        return _moment
    shape = column_shape(data.catalog, table, column)
    return value_printer(shape, data.vocabulary)


def _moment(value: JsonValue) -> str:
    """Print a moment as RFC 3339 has it; rows hold it in UTC, without its zone."""
    return literal(f"{value}Z".replace(" ", "T"))
