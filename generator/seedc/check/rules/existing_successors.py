"""A rename leads to a row, and so does a replacement.

Keys that have entries of their own are followed; where these lead nowhere, they say so
themselves.
"""

from collections.abc import Iterator, Sequence

from seedc.check.entries import About, first_by_key, next_place
from seedc.check.known_keys import KnownKeys, Target, Values, name_of, shown
from seedc.model.diagnostic import Diagnostic, Fix
from seedc.model.lifecycle import Entry
from seedc.model.table import Table
from seedc.text.near import nearest_few, one_of
from seedc.text.only_near import only_near
from seedc.text.repair import replace_value, replacement

_MOST_HINTS = 50


def existing_successors(
    keys: KnownKeys, table: Table, entries: Sequence[Entry]
) -> Iterator[About]:
    """Yield the entries of a table whose next key neither a row nor an entry has."""
    target = Target(table.name, table.primary_key)
    for count, (entry, key) in enumerate(_lost(keys, target, entries)):
        verb = "renamed to" if entry.list == "renames" else "replaced by"
        known = keys.names((target,)) if count < _MOST_HINTS else frozenset[str]()
        problem = Diagnostic(
            "missing-successor",
            f"{shown(entry.key)} is {verb} {shown(key)}, which is not there",
            next_place(entry),
            help=_help(entry, key, known),
            fix=_fix(entry, key, known),
        )
        yield [entry], problem


def _lost(
    keys: KnownKeys, target: Target, entries: Sequence[Entry]
) -> Iterator[tuple[Entry, Values]]:
    explained = first_by_key(entries)
    for entry in entries:
        key = entry.next_key
        if key is not None and key not in explained and not keys.has([target], key):
            yield entry, key


def _help(entry: Entry, key: Values, known: frozenset[str]) -> str:
    if near := nearest_few(name_of(key) or "", known):
        return f"did you mean {one_of(near)}?"
    if entry.list == "removed":
        return "write the key of a row, or null"
    return "write the key of a row, or list the row in `removed`"


def _fix(entry: Entry, key: Values, known: frozenset[str]) -> Fix | None:
    # Of a renamed row nobody knows whether the entry or the row has the wrong key.
    if entry.list == "renames" or len(key) > 1 or not isinstance(key[0], str):
        return None
    meant = only_near(key[0], known)
    if meant is None:
        return None
    edit = replace_value(entry.source, entry.start, entry.next_pointer, meant)
    return replacement(key[0], meant, (edit,))
