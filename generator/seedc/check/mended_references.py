"""Fix references that lead nowhere, where only one row can have been meant.

What the fix makes is checked before it is offered: the record stays valid, and no row
gets a key that another row has.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, final

from seedc.check.repair import mended
from seedc.check.rules.valid_records import RecordSchema, compile_schema
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Edit, Fix
from seedc.model.json_value import JsonValue, Pointer
from seedc.model.rows import Data, Sources
from seedc.model.table import Table
from seedc.text.json_place import record_start
from seedc.text.json_scan import scan_with_duplicates
from seedc.text.repair import replace_value, replacement

_Values: TypeAlias = tuple[JsonValue, ...]
_Key: TypeAlias = tuple[str, tuple[str, ...], _Values]


@final
@dataclass(frozen=True, slots=True)
class Referring:
    """A value that refers to a row.

    Attributes:
        row: Position of its own row.
        column: The column that it is in.
        pointer: Where it stands, from the row's record.
    """

    row: int
    column: str
    pointer: Pointer


@final
@dataclass(frozen=True, slots=True)
class MendedReferences:
    """Makes the fixes of one check, none of which gets in the way of another.

    Attributes:
        catalog: The tables.
        data: All rows.
        sources: What was read.
    """

    catalog: Catalog
    data: Data
    sources: Sources
    _schemas: dict[str, RecordSchema] = field(default_factory=dict)
    _keys: dict[tuple[str, tuple[str, ...]], set[_Values]] = field(default_factory=dict)
    _changed: set[tuple[str, int]] = field(default_factory=set)

    def fix(
        self,
        references: Sequence[tuple[Table, Referring]],
        found: str,
        meant: str,
    ) -> Fix | None:
        """Return the fix for all that refers to one missing row.

        Args:
            references: What refers to it, with the tables of the rows.
            found: The value that no row has.
            meant: The value that a row has, to come in its place.
        """
        edits = [self._edit(table, each, meant) for table, each in references]
        kept = dict.fromkeys(edit for edit in edits if edit is not None)
        if None in edits or not self._keeps_keys(references, meant):
            return None
        return replacement(found, meant, tuple(kept))

    def _edit(self, table: Table, each: Referring, meant: str) -> Edit | None:
        root = table.parent.table if table.parent else table.name
        number = self.data[table.name].origins[each.row]
        source, start = record_start(self.sources[root].records, number)
        record, _ = scan_with_duplicates(source.text, start)
        after = mended(record, each.pointer, meant, key=False)
        if not self._schema(root).record.is_valid(after):
            return None
        return replace_value(source, start, each.pointer, meant)

    def _schema(self, table: str) -> RecordSchema:
        if table not in self._schemas:
            self._schemas[table] = compile_schema(self.catalog.table(table))
        return self._schemas[table]

    def _keeps_keys(
        self, references: Sequence[tuple[Table, Referring]], meant: str
    ) -> bool:
        """Say whether the rows that change still have keys of their own."""
        changes: dict[tuple[str, int], set[str]] = {}
        for table, each in references:
            changes.setdefault((table.name, each.row), set()).add(each.column)
        new: set[_Key] = set()
        rows: set[tuple[str, int]] = set()
        for row, columns in changes.items():
            for key in self._renewed(row, columns, meant):
                rows.add(row)
                if key in new or key[2] in self._in_use(key[0], key[1]):
                    return False
                new.add(key)
        if rows & self._changed:  # what another fix leaves is to be seen
            return False
        for name, columns_of_key, values in new:
            self._in_use(name, columns_of_key).add(values)
        self._changed.update(rows)
        return True

    def _renewed(
        self, row: tuple[str, int], columns: set[str], meant: str
    ) -> Iterator[_Key]:
        """Yield the keys of a row that change, as they are then."""
        name, number = row
        table, values = self.catalog.table(name), self.data[name].rows[number]
        for key in _keys_of(table):
            if columns & {*key}:
                cells = ((c, values[table.position(c)]) for c in key)
                new = tuple(meant if c in columns else value for c, value in cells)
                yield name, key, new

    def _in_use(self, name: str, key: tuple[str, ...]) -> set[_Values]:
        if (name, key) not in self._keys:
            at = [self.catalog.table(name).position(column) for column in key]
            rows = self.data[name].rows
            self._keys[name, key] = {tuple(row[i] for i in at) for row in rows}
        return self._keys[name, key]


def _keys_of(table: Table) -> list[tuple[str, ...]]:
    return [table.primary_key, *(key.columns for key in table.unique_keys)]
