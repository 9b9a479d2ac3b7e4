"""Lower `renames` and `removed` to what became of each key, in one step.

renames  a -> b, b -> c        renames  a -> c, b -> c
renames  d -> e                removed  d -> c
removed  e -> a                removed  e -> c
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, cast

from seedc.model.catalog import Row
from seedc.model.document import Envelope
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.lifecycle import Entry, EntryList, Lifecycle, Removed, Rename
from seedc.model.table import Table
from seedc.postgres.canonical import canonical

_LISTS: tuple[tuple[EntryList, str, str], ...] = (
    ("renames", "from", "to"),
    ("removed", "key", "replacement"),
)

_End: TypeAlias = tuple[bool, Row | None]
"""Whether a row was taken out on the way, and the key at the end."""


def lower_entries(table: Table, envelope: Envelope) -> Iterator[Entry]:
    """Yield the entries of a seed file, whose keys fit the table's primary key."""
    for name, old, new in _LISTS:
        given = cast("list[JsonObject]", envelope.members.get(name, []))
        for at, entry in enumerate(given):
            key = cast("Row", _key(table, entry[old]))
            next_key = _key(table, entry[new])
            yield Entry(envelope.source, envelope.start, name, at, key, next_key)


def _key(table: Table, value: JsonValue) -> Row | None:
    if value is None:
        return None
    values = value if isinstance(value, list) else [value]
    types = [table.column(name).type for name in table.primary_key]
    return tuple(canonical(t, [v])[0] for t, v in zip(types, values, strict=True))


def lower_lifecycle(entries: Sequence[Entry]) -> Lifecycle:
    """Return what the entries of a table come to, in key order.

    Args:
        entries: They; where one has a problem, so has what follows from it.
    """
    by_key = {entry.key: entry for entry in entries}
    ends = sorted(_ends(by_key).items(), key=lambda each: each[0])
    return Lifecycle(
        tuple(Rename(key, end) for key, (gone, end) in ends if end and not gone),
        tuple(Removed(key, end) for key, (gone, end) in ends if gone),
    )


def _ends(by_key: Mapping[Row, Entry]) -> dict[Row, _End]:
    ends: dict[Row, _End] = {}
    for start in by_key:
        way: dict[Row, Entry] = {}
        at: Row | None = start
        while at is not None and at in by_key and at not in way and at not in ends:
            way[at] = by_key[at]
            at = by_key[at].next_key
        gone, end = (False, at) if at is None else ends.get(at, (False, at))
        for key, entry in reversed(way.items()):
            gone |= entry.list == "removed"
            ends[key] = (gone, end)
    return ends
