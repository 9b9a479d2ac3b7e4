"""No two rows of a table share a primary key or a secondary unique key.

As in SQL, a secondary key with a NULL in it equals no other. A record that does not
fit its schema counts too: its key would still be taken once it does.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import final

from seedc.check.known_keys import in_one_form
from seedc.check.locate import item_pointer
from seedc.check.refused import Refused, RefusedRow
from seedc.model.catalog import Row
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.json_value import JsonValue, Pointer
from seedc.model.rows import Data, Sources
from seedc.model.source import Place
from seedc.model.table import Table
from seedc.text.excerpt import excerpt
from seedc.text.json_place import record_value


def unique_keys(
    table: Table, data: Data, sources: Sources, refused: Refused
) -> Iterator[Diagnostic]:
    """Yield a problem for each row that repeats a key of an earlier one.

    Of records with the same primary key nothing else is said: their lists repeat their
    keys for the same reason, and a record that stands twice is one mistake.
    """
    rows = _rows(table, data, sources, refused)
    records = rows
    if table.parent is not None:
        parent = refused.catalog.table(table.parent.table)
        records = _rows(parent, data, sources, refused)
    identities = cache(partial(_identities, records))
    for at, first in _repeats(rows, table.primary_key):
        if table.parent is None or not _is_told(identities, rows, at, first):
            yield _problem(rows, "primary", table.primary_key, at, first)
    for key in table.unique_keys:
        for at, first in _repeats(rows, key.columns):
            if not _is_told(identities, rows, at, first):
                yield _problem(rows, "unique", key.columns, at, first)


def _rows(table: Table, data: Data, sources: Sources, refused: Refused) -> "_Rows":
    return _Rows(table, data, sources, tuple(refused.rows(table)))


@final
@dataclass(frozen=True, slots=True)
class _Rows:
    """All rows of a table, and behind them those that their records do not make."""

    table: Table
    data: Data
    sources: Sources
    refused: tuple[RefusedRow, ...]

    def keys(self, columns: Sequence[str]) -> "Sequence[JsonValue | Row]":
        """Return what each row has in some columns: a value, or a tuple of several."""
        at = [self.table.position(name) for name in columns]
        rows = self.data[self.table.name].rows
        hidden = [in_one_form(self.table, columns, r.values) for r in self.refused]
        if len(at) == 1:
            return [*(row[at[0]] for row in rows), *(value for (value,) in hidden)]
        return [*(tuple(row[i] for i in at) for row in rows), *hidden]

    def values(self, columns: Sequence[str], at: int) -> Row:
        """Return what one row has in some columns."""
        rows = self.data[self.table.name].rows
        if at >= len(rows):
            values = self.refused[at - len(rows)].values
            return in_one_form(self.table, columns, values)
        return tuple(rows[at][self.table.position(name)] for name in columns)

    def record(self, at: int) -> int:
        """Return the number of the record that a row is of."""
        rows = self.data[self.table.name]
        if at < len(rows.rows):
            return rows.origins[at]
        return self.refused[at - len(rows.rows)].number

    def place(self, at: int, column: str) -> Place:
        """Return the place of a value of a row."""
        rows, table = self.data[self.table.name].rows, self.table
        own = (
            item_pointer(table, rows[at])
            if at < len(rows)
            else self.refused[at - len(rows)].pointer
        )
        key = table.column(column).key
        root = table.parent.table if table.parent else table.name
        pointer: Pointer = own if key is None else (*own, key)
        return record_value(self.sources[root].records, self.record(at), pointer)


def _repeats(rows: _Rows, columns: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each row that repeats a key, and the first row that has it."""
    keys = rows.keys(columns)
    if len(set(keys)) == len(keys):
        return
    first: dict[object, int] = {}
    for at in sorted(range(len(keys)), key=rows.record):
        key = keys[at]
        if None in (key if isinstance(key, tuple) else (key,)):
            continue
        if first.setdefault(key, at) != at:
            yield at, first[key]


def _identities(records: _Rows) -> dict[int, object]:
    """Return the primary keys of records, by their numbers."""
    keys = records.keys(records.table.primary_key)
    return {records.record(at): key for at, key in enumerate(keys)}


def _is_told(
    identities: Callable[[], dict[int, object]], rows: _Rows, at: int, first: int
) -> bool:
    one, other = rows.record(at), rows.record(first)
    return one != other and identities()[one] == identities()[other]


def _problem(
    rows: _Rows, kind: str, columns: Sequence[str], at: int, first: int
) -> Diagnostic:
    shown = ", ".join(excerpt(value) for value in rows.values(columns, at))
    names = ", ".join(columns)
    return Diagnostic(
        f"duplicate-{kind}-key",
        f"two rows of `{rows.table.name}` have the {kind} key ({names}) = ({shown})",
        rows.place(at, columns[-1]),
        notes=(Note("first used here", rows.place(first, columns[-1])),),
        help="give one of them another value",
    )
