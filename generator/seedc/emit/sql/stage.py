"""Write the statements that put a table's rows into a staging table.

Every list of rows ends in a row of NULLs, so that the last row's line is like any
other. The NULL rows are removed once all is staged.
"""

from collections.abc import Iterable, Iterator, Sequence

from seedc.emit.sql.lines import staged_columns
from seedc.model.table import Column, Table
from seedc.postgres.literal import quote_name


def names_of(columns: Sequence[Column]) -> str:
    """Return the quoted names of columns, with commas."""
    return ", ".join(quote_name(column.name) for column in columns)


def inserts(target: str, table: Table, lists: Iterable[str]) -> Iterator[str]:
    """Yield the text of the statements that insert the rows of a table.

    Args:
        target: Quoted name of the table to insert into.
        table: The rows' table.
        lists: Its rows, as `Lines.lists` gives them.
    """
    columns = staged_columns(table)
    head = f"INSERT INTO {target} ({names_of(columns)}) VALUES\n"
    tail = f"  ({', '.join(['NULL'] * len(columns))});\n"
    for rows in lists:
        yield head
        yield rows
        yield tail
