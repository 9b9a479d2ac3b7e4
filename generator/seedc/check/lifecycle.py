"""Check what seed files say of rows that are no more."""

from collections.abc import Iterator

from seedc.check.known_keys import KnownKeys
from seedc.check.rules.departed_rows import departed_rows
from seedc.check.rules.distinct_entries import distinct_entries
from seedc.check.rules.ending_entries import ending_entries
from seedc.check.rules.existing_successors import existing_successors
from seedc.model.diagnostic import Diagnostic
from seedc.model.lifecycle import Entry
from seedc.model.table import Table


def check_lifecycle(keys: KnownKeys, table: Table) -> Iterator[Diagnostic]:
    """Yield what is wrong with the entries of a table, of each entry once."""
    loaded = keys.sources.get(table.name)
    if loaded is None or not loaded.entries:
        return
    entries, told = loaded.entries, set[Entry]()
    # What comes first is what explains the rest.
    for found in (
        ending_entries(entries),
        distinct_entries(entries),
        departed_rows(keys, table, entries),
        existing_successors(keys, table, entries),
    ):
        for about, problem in found:
            if told.isdisjoint(about):
                yield problem
            told.update(about)
