"""What the seed files of a project say at one time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.model.catalog import Catalog, Row
from seedc.model.json_value import JsonValue
from seedc.model.lifecycle import Lifecycle, Removed, Rename
from seedc.model.table import Table
from tests.apply.values import Key

Values: TypeAlias = dict[str, JsonValue]
"""A row by column."""

RowsByKey: TypeAlias = dict[str, dict[Key, Values]]
"""Rows by table and key."""


@final
@dataclass(frozen=True, slots=True)
class Left:
    """What became of a key that is no more.

    Attributes:
        removed: Whether its row was taken out, rather than renamed.
        to: The row's next key, or its replacement.
    """

    removed: bool
    to: Key | None


Entries: TypeAlias = Mapping[str, Mapping[Key, Left]]
"""What became of keys, by table."""


@final
@dataclass(frozen=True, slots=True)
class Seeds:
    """The seed files.

    Attributes:
        rows: The rows of all tables.
        left: What became of earlier keys, by table.
        version: The version of each file.
    """

    rows: RowsByKey
    left: Entries
    version: str

    def end(self, table: str, key: Key) -> Left | None:
        """Return what became of a key in the end; None if the files do not say."""
        entries = self.left.get(table, {})
        if key not in entries:
            return None
        removed, at = False, key
        while at in entries:
            removed |= entries[at].removed
            following = entries[at].to
            if following is None:
                return Left(removed, None)
            at = following
        return Left(removed, at)

    def lifecycle(self) -> dict[str, Lifecycle]:
        """Return what became of all keys, as the compiler gives it."""
        return {name: self._lifecycle(name) for name in self.left}

    def _lifecycle(self, table: str) -> Lifecycle:
        ends = [(key, self.end(table, key)) for key in self.left[table]]
        return Lifecycle(
            tuple(
                Rename(k, end.to)
                for k, end in ends
                if end and not end.removed and end.to is not None
            ),
            tuple(Removed(k, end.to) for k, end in ends if end and end.removed),
        )

    def in_columns(self, catalog: Catalog) -> dict[str, list[Row]]:
        """Return the rows as the compiler gives them."""
        return {
            t.name: [
                tuple(row.get(c.name) for c in t.columns)
                for row in self.rows.get(t.name, {}).values()
            ]
            for t in catalog.tables
        }


def key_of(table: Table, row: Values) -> Key:
    """Return the primary key of a row."""
    return tuple(row[name] for name in table.primary_key)
