"""Every value in a key or an index is short enough for Postgres to index it.

A b-tree takes a third of a page for an entry (SQLSTATE 54000, "index row size exceeds
btree maximum"). It may compress longer ones, but when it can, nobody knows before.
"""

from collections.abc import Iterator, Sequence

from seedc.check.locate import row_place
from seedc.model.catalog import Row
from seedc.model.diagnostic import Diagnostic
from seedc.model.rows import Data, Sources
from seedc.model.table import Table

_MOST_BYTES = 2600
"""Of 2704, less the head of an entry."""

_BYTES = 4
"""Of the longest character in UTF-8."""


def indexable_values(
    table: Table, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    """Yield the values that are too long for a key or an index of their table."""
    for columns in dict.fromkeys(_indexed(table)):
        for at in _long(table, columns, data[table.name].rows):
            names = ", ".join(columns)
            yield Diagnostic(
                "value-does-not-fit",
                f"Postgres cannot index ({names}) of over {_MOST_BYTES} bytes",
                row_place(table, at, columns[-1], data, sources),
            )


def _indexed(table: Table) -> Iterator[tuple[str, ...]]:
    yield table.primary_key
    yield from (key.columns for key in table.unique_keys)
    for index in table.indexes:
        if index.method == "btree":
            yield tuple(column.column for column in index.columns)


def _long(table: Table, columns: Sequence[str], rows: Sequence[Row]) -> Iterator[int]:
    at = [table.position(name) for name in columns]
    most = sum(max((_length(row[i]) for row in rows), default=0) for i in at)
    if most * _BYTES > _MOST_BYTES:
        for number, row in enumerate(rows):
            if sum(_size(row[i]) for i in at) > _MOST_BYTES:
                yield number


def _length(value: object) -> int:
    return len(value) if isinstance(value, str) else 0


def _size(value: object) -> int:
    return len(value.encode()) if isinstance(value, str) else 0
