"""Write rows as statements that put them into a staging table.

Rows stand one a line in key order. Where a list of rows must be split into
statements, the split is chosen by the key of the row before it, so that a new row
moves no other; and every list ends in a row of NULLs, so that the last row's line
is like any other. The NULL rows are removed once all is staged.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias
from zlib import crc32

from seedc.emit.sql.literals import Literals, Quote, literals
from seedc.model.catalog import Row
from seedc.model.column_type import ColumnType
from seedc.model.json_value import JsonValue
from seedc.model.table import Column, Owner, Table
from seedc.postgres.literal import quote_name

WriteColumn: TypeAlias = Callable[[ColumnType, Sequence[JsonValue], Quote], Literals]

_MEAN_ROWS = 128
"""Rows in a statement, on average; about 100 are the fastest to load."""

_BATCH = 4096


def staged_columns(table: Table) -> list[Column]:
    """Return the columns that seeds have values for."""
    return [c for c in table.columns if c.owner is not Owner.LIVE]


def names_of(columns: Sequence[Column]) -> str:
    """Return the quoted names of columns, with commas."""
    return ", ".join(quote_name(column.name) for column in columns)


def inserts(
    target: str,
    table: Table,
    rows: Sequence[Row],
    quote: Quote,
    write: WriteColumn = literals,
) -> Iterator[str]:
    """Yield the text of the statements that insert the rows of a table.

    Args:
        target: Quoted name of the table to insert into.
        table: The rows' table.
        rows: The rows, in key order.
        quote: Writes any text as a literal of the dialect.
        write: Writes a column's values as literals.
    """
    columns = staged_columns(table)
    head = f"INSERT INTO {target} ({names_of(columns)}) VALUES\n"
    tail = f"  ({', '.join(['NULL'] * len(columns))});\n"
    is_open = False
    for lines, ends in _batches(table, columns, rows, quote, write):
        start = 0
        for end in ends:
            part = "".join(lines[start:end])
            yield f"{part}{tail}" if is_open else f"{head}{part}{tail}"
            start, is_open = end, False
        if start < len(lines):
            part = "".join(lines[start:])
            yield part if is_open else head + part
            is_open = True
    if is_open:
        yield tail


def _batches(
    table: Table,
    columns: Sequence[Column],
    rows: Sequence[Row],
    quote: Quote,
    write: WriteColumn,
) -> Iterator[tuple[list[str], list[int]]]:
    """Yield batches of lines, each with the positions behind which a list ends."""
    at = [table.position(column.name) for column in columns]
    keys = [i for i, c in enumerate(columns) if c.name in table.primary_key]
    for first in range(0, len(rows), _BATCH):
        values = list(zip(*rows[first : first + _BATCH], strict=True))
        written = [
            [*write(column.type, values[i], quote)]
            for i, column in zip(at, columns, strict=True)
        ]
        lines = [f"  ({', '.join(line)}),\n" for line in zip(*written, strict=True)]
        yield lines, _ends([written[i] for i in keys])


def _ends(keys: Sequence[list[str]]) -> list[int]:
    joined = keys[0] if len(keys) == 1 else map(",".join, zip(*keys, strict=True))
    return [
        i + 1 for i, key in enumerate(joined) if not crc32(key.encode()) % _MEAN_ROWS
    ]
