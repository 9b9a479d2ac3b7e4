"""What the laws about `renames` and `removed` share."""

from collections.abc import Sequence
from typing import TypeAlias

from seedc.model.catalog import Row
from seedc.model.diagnostic import Diagnostic
from seedc.model.lifecycle import Entry
from seedc.model.source import Place
from seedc.text.json_place import value_place

About: TypeAlias = tuple[Sequence[Entry], Diagnostic]
"""A problem, and the entries that it is about."""


def first_by_key(entries: Sequence[Entry]) -> dict[Row, Entry]:
    """Return the first entry of each key that is no more."""
    first: dict[Row, Entry] = {}
    for entry in entries:
        first.setdefault(entry.key, entry)
    return first


def entry_place(entry: Entry) -> Place:
    """Return where the key that is no more is written."""
    return value_place(entry.source, entry.start, entry.pointer)


def next_place(entry: Entry) -> Place:
    """Return where the next key is written."""
    return value_place(entry.source, entry.start, entry.next_pointer)
