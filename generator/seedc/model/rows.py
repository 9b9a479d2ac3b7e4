"""Rows while they are being checked: with the way back to their records."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, final

from seedc.model.catalog import Row
from seedc.model.document import Records
from seedc.model.json_value import JsonObject
from seedc.model.lifecycle import Entry, Lifecycle


@final
@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of one table, in the order of its files.

    Grows batch by batch while the files are read, and no more after that.

    Attributes:
        rows: The rows.
        origins: For each row, the number of its record in the table's files; of
            the parent's record for child rows.
    """

    rows: list[Row] = field(default_factory=list)
    origins: "array[int]" = field(default_factory=lambda: array("L"))


@final
@dataclass(frozen=True, slots=True)
class Loaded:
    """All that was read of one table's seed files.

    Attributes:
        records: Where its records stand.
        refused: Records that do not fit the schema and so have no row, by number.
            What refers to them is not wrong for that.
        complete: Whether all its files could be read to their end.
        entries: What its files say of rows that are no more, in read order.
        lifecycle: What these entries come to.
    """

    records: Records
    refused: Mapping[int, JsonObject]
    complete: bool
    entries: tuple[Entry, ...]
    lifecycle: Lifecycle


Data: TypeAlias = Mapping[str, TableRows]
"""Rows by table."""

Sources: TypeAlias = Mapping[str, Loaded]
"""What was read, by table; child tables have no entry of their own."""
