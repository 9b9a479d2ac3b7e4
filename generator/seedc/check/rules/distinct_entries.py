"""One entry says what became of a key, and one row is renamed to a key."""

from collections.abc import Iterator, Sequence

from seedc.check.entries import About, entry_place, next_place
from seedc.check.known_keys import shown
from seedc.model.catalog import Row
from seedc.model.diagnostic import Diagnostic, Fix, Note
from seedc.model.lifecycle import Entry
from seedc.text.repair import delete_item


def distinct_entries(entries: Sequence[Entry]) -> Iterator[About]:
    """Yield the entries that say again, or otherwise, what an earlier one says."""
    old: dict[Row, Entry] = {}
    new: dict[Row, Entry] = {}
    for entry in entries:
        if (first := old.setdefault(entry.key, entry)) is not entry:
            yield [entry], _second_fate(first, entry)
        elif (first := _first_rename(entry, new)) is not entry:
            yield [entry], _second_rename(first, entry)


def _first_rename(entry: Entry, new: dict[Row, Entry]) -> Entry:
    if entry.list == "removed" or entry.next_key is None:
        return entry
    return new.setdefault(entry.next_key, entry)


def _second_fate(first: Entry, entry: Entry) -> Diagnostic:
    return Diagnostic(
        "repeated-entry",
        f"two entries say what became of {shown(entry.key)}",
        entry_place(entry),
        notes=(Note("the other one", entry_place(first)),),
        help="keep one of them",
        fix=_fix(first, entry),
    )


def _fix(first: Entry, entry: Entry) -> Fix | None:
    if (first.list, first.next_key) != (entry.list, entry.next_key):
        return None
    message = f"delete the second entry of {shown(entry.key)}, which says the same"
    return delete_item(entry.source, entry.start, entry.pointer[:-1], message)


def _second_rename(first: Entry, entry: Entry) -> Diagnostic:
    key = shown(entry.next_key or ())
    return Diagnostic(
        "repeated-entry",
        f"two rows are renamed to {key}",
        next_place(entry),
        notes=(Note("the other one", next_place(first)),),
        help=f"list one of them in `removed`, with {key} as its replacement",
    )
