"""Following renames and replacements comes to an end."""

from collections.abc import Iterator, Mapping, Sequence

from seedc.check.entries import About, entry_place, first_by_key
from seedc.check.known_keys import shown
from seedc.model.catalog import Row
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.lifecycle import Entry

_MOST_NOTES = 20


def ending_entries(entries: Sequence[Entry]) -> Iterator[About]:
    """Yield a problem for each circle of entries, with the entries in it."""
    by_key = first_by_key(entries)
    seen: set[Row] = set()
    for start in by_key:
        way: dict[Row, Entry] = {}
        at: Row | None = start
        while at is not None and at in by_key and at not in seen:
            seen.add(at)
            way[at] = by_key[at]
            at = by_key[at].next_key
        if at in way:
            yield _about(_circle(way, at))


def _circle(way: Mapping[Row, Entry], start: Row) -> list[Entry]:
    keys = list(way)
    return [way[key] for key in keys[keys.index(start) :]]


def _about(circle: Sequence[Entry]) -> About:
    first, *others = circle
    if not others:
        renamed = first.list == "renames"
        verb = "renamed to" if renamed else "replaced by"
        message = f"{shown(first.key)} is {verb} itself"
        hint = "take the entry out" if renamed else "write another row's key, or null"
    else:
        message = f"{shown(first.key)} comes back to itself, so that no key is the last"
        hint = "take one of the entries out"
    notes = tuple(
        Note(f"by way of {shown(entry.key)}", entry_place(entry))
        for entry in others[:_MOST_NOTES]
    )
    place = entry_place(first)
    return circle, Diagnostic("circular-entries", message, place, notes, hint)
