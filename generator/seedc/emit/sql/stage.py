"""Write the statements that put a table's rows into a staging table.

Every list of rows ends in a row of NULLs, so that the last row's line is like any
other. The NULL rows are removed once all is staged.
"""

from collections.abc import Iterable, Iterator, Sequence

from seedc.emit.sql.lines import staged_columns
from seedc.model.table import Column, Owner, Table
from seedc.postgres.literal import quote_name


def names_of(columns: Sequence[Column]) -> list[str]:
    """Return the quoted names of columns."""
    return [quote_name(column.name) for column in columns]


def owned_names(table: Table) -> list[str]:
    """Return the quoted names of the columns that seeds keep as they say."""
    return [
        quote_name(c.name)
        for c in table.columns
        if c.owner is Owner.SEED and c.name not in table.primary_key
    ]


def filled(table: Table) -> list[tuple[str, str]]:
    """Return the columns that their default fills in where a seed has no value.

    Each with its quoted name and its default. What seeds keep as they say (`owner:
    seed`) stays NULL there.
    """
    return [
        (quote_name(c.name), c.default)
        for c in table.columns
        if c.owner is Owner.ONCE and c.default is not None
    ]


def inserts(target: str, table: Table, lists: Iterable[str]) -> Iterator[str]:
    """Yield the text of the statements that insert the rows of a table.

    Args:
        target: Quoted name of the table to insert into.
        table: The rows' table.
        lists: Its rows, as `Lines.lists` gives them.
    """
    head = f"INSERT INTO {target} VALUES\n"
    tail = f"  ({', '.join(['NULL'] * len(staged_columns(table)))});\n"
    for rows in lists:
        yield head
        yield rows
        yield tail
