"""What became of the rows that are no more, for those who look for one."""

from dataclasses import dataclass
from typing import final

from seedc.check.entries import entry_place, first_by_key
from seedc.check.known_keys import KnownKeys, Target, Values, shown
from seedc.model.catalog import Row
from seedc.model.diagnostic import Note
from seedc.model.lifecycle import Entry
from seedc.model.table import Table


@final
@dataclass(frozen=True, slots=True)
class Departure:
    """What became of a row that is no more.

    Attributes:
        entry: What says it.
        successor: The key that it has now, or that replaces its own; None if none does.
        renamed: Whether it lives on.
    """

    entry: Entry
    successor: Row | None
    renamed: bool

    def meant(self, known: frozenset[str]) -> str | None:
        """Return the text to refer to in its place, if it is known."""
        key = self.successor or ()
        text = key[0] if len(key) == 1 else None
        return text if isinstance(text, str) and text in known else None

    def note(self) -> Note:
        """Say where its file tells of it."""
        verb = "renamed" if self.entry.list == "renames" else "removed"
        return Note(f"{verb} here", entry_place(self.entry))

    def help(self) -> str:
        """Say what to refer to in its place."""
        if self.successor is None:
            return "it was removed: refer to another row, or to none"
        if self.renamed:
            return f"it is {shown(self.successor)} now"
        return f"it was replaced by {shown(self.successor)}"


def departures(keys: KnownKeys) -> dict[tuple[Target, Values], Departure]:
    """Return the rows that are no more, by what referred to them."""
    return {
        (Target(table.name, table.primary_key), key): departure
        for table in keys.catalog.tables
        for key, departure in _of_table(keys, table).items()
    }


def _of_table(keys: KnownKeys, table: Table) -> dict[Row, Departure]:
    if (loaded := keys.sources.get(table.name)) is None:
        return {}
    entries = first_by_key(loaded.entries)
    return {
        **{
            r.from_key: Departure(entries[r.from_key], r.to_key, renamed=True)
            for r in loaded.lifecycle.renames
        },
        **{
            r.key: Departure(entries[r.key], r.replacement, renamed=False)
            for r in loaded.lifecycle.removed
        },
    }
