"""A row whose key is in `renames` or `removed` is no longer in the data."""

from collections.abc import Iterator, Sequence

from seedc.check.entries import About, entry_place
from seedc.check.known_keys import KnownKeys, Target, in_one_form, shown
from seedc.model.catalog import Row
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.lifecycle import Entry
from seedc.model.table import Table
from seedc.text.json_place import record_value


def departed_rows(
    keys: KnownKeys, table: Table, entries: Sequence[Entry]
) -> Iterator[About]:
    """Yield the entries of a table that speak of rows which are still there."""
    there = keys.of(Target(table.name, table.primary_key))
    staying = [entry for entry in entries if entry.key in there]
    numbers = _numbers(keys, table) if staying else {}
    records = keys.sources[table.name].records
    for entry in staying:
        verb = "renamed" if entry.list == "renames" else "removed"
        row = record_value(records, numbers[entry.key], ())
        problem = Diagnostic(
            "row-still-there",
            f"{shown(entry.key)} is {verb}, and yet its row is still there",
            entry_place(entry),
            notes=(Note("its row", row),),
            help=_help(entry, renamed=entry.next_key not in there),
        )
        yield [entry], problem


def _numbers(keys: KnownKeys, table: Table) -> dict[Row, int]:
    """Return the numbers of the records that have the keys of a table."""
    rows = keys.data[table.name]
    at = [table.position(name) for name in table.primary_key]
    refused = {
        in_one_form(table, table.primary_key, row.values): row.number
        for row in keys.refused.rows(table)
    }
    made = (tuple(row[i] for i in at) for row in rows.rows)
    return refused | dict(zip(made, rows.origins, strict=True))


def _help(entry: Entry, *, renamed: bool) -> str:
    if entry.list == "renames" and entry.next_key is not None and renamed:
        return f"give the row its new key {shown(entry.next_key)}"
    return "delete the row, or take the entry out"
