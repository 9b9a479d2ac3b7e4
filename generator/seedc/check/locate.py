"""Find the place in the sources that a row of the catalog came from."""

from seedc.model.catalog import Row
from seedc.model.json_value import Pointer
from seedc.model.rows import Data, Sources
from seedc.model.source import Place
from seedc.model.table import Table
from seedc.text.json_place import record_value


def row_place(
    table: Table, at: int, column: str | None, data: Data, sources: Sources
) -> Place:
    """Return the place of a value in a row, or of the row's record.

    Args:
        table: The row's table.
        at: The row's position in the table's data.
        column: The column, or None for the row as a whole.
        data: All rows.
        sources: What was read.
    """
    rows = data[table.name]
    pointer = row_pointer(table, rows.rows[at], column)
    return below_row(table, at, pointer, data, sources)


def below_row(
    table: Table, at: int, pointer: Pointer, data: Data, sources: Sources
) -> Place:
    """Return the place at a pointer, from the record that a row came from."""
    root = table.parent.table if table.parent else table.name
    return record_value(sources[root].records, data[table.name].origins[at], pointer)


def item_pointer(table: Table, row: Row) -> Pointer:
    """Return where a row's object stands in its record: the record, or an item."""
    if table.parent is None:
        return ()
    position = row[len(table.parent.columns)]
    return (table.parent.key, position if isinstance(position, int) else 0)


def row_pointer(table: Table, row: Row, column: str | None) -> Pointer:
    """Return where a value of a row, or the row's object, stands in its record."""
    key = table.column(column).key if column else None
    own = () if key is None else (key,)
    return (*item_pointer(table, row), *own)
