"""Write rows as lines of literals, once for all dialects where these agree.

Rows stand one a line in key order. Where a list of rows must be split into
statements, the split is chosen by the key of the row before it, so that a new row
moves no other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, final
from zlib import crc32

from seedc.model.catalog import Row, Rows
from seedc.model.column_type import ColumnType, Time, Timestamp, Uuid
from seedc.model.json_value import JsonValue
from seedc.model.table import Column, Owner, Table
from seedc.postgres.literals import Literals, Quote

WriteColumn: TypeAlias = Callable[[ColumnType, Sequence[JsonValue], Quote], Literals]

_MEAN_ROWS = 128
"""Rows in a statement, on average; about 100 are the fastest to load."""

_BATCH = 4096


@final
@dataclass(frozen=True, slots=True)
class Dialect:
    """How a database wants its literals.

    Attributes:
        quote: Writes any text as a literal.
        write: Writes a column's values as literals.
    """

    quote: Quote
    write: WriteColumn


class Lines:
    """The lines of all tables' rows, kept where any dialect can use them."""

    def __init__(self, rows: Rows) -> None:
        """Take the rows, in key order."""
        self._rows = rows
        self._shared: dict[str, list[str]] = {}

    def lists(self, table: Table, dialect: Dialect) -> list[str]:
        """Return the rows of a table as lists, the text of one statement each."""
        if table.name in self._shared:
            return self._shared[table.name]
        odd_text = False

        def quote(value: str) -> str:
            nonlocal odd_text
            odd_text = True
            return dialect.quote(value)

        lists = [*_lists(table, self._rows[table.name], quote, dialect.write)]
        # Only text with special characters is quoted one by one, and differently.
        if not odd_text and not _has_own_forms(table):
            self._shared[table.name] = lists
        return lists


def staged_columns(table: Table) -> list[Column]:
    """Return the columns that seeds have values for."""
    return [c for c in table.columns if c.owner is not Owner.LIVE]


def _has_own_forms(table: Table) -> bool:
    # SQLite has no such types, and SQLAlchemy forms of its own for them there.
    return any(isinstance(c.type, Time | Timestamp | Uuid) for c in table.columns)


def _lists(
    table: Table, rows: Sequence[Row], quote: Quote, write: WriteColumn
) -> Iterator[str]:
    rest: list[str] = []
    for lines, ends in _batches(table, rows, quote, write):
        start = 0
        for end in ends:
            yield "".join([*rest, *lines[start:end]])
            start, rest = end, []
        rest += lines[start:]
    if rest:
        yield "".join(rest)


def _batches(
    table: Table, rows: Sequence[Row], quote: Quote, write: WriteColumn
) -> Iterator[tuple[list[str], list[int]]]:
    """Yield batches of lines, each with the positions behind which a list ends."""
    columns = staged_columns(table)
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
