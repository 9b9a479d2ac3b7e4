"""Every key in `renames` and `removed` fits the columns of the primary key."""

from collections.abc import Iterator

from seedc.check.rules.fitting_values import misfits
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Envelope
from seedc.model.json_value import JsonValue, Pointer
from seedc.model.table import Table
from seedc.text.json_place import value_place


def fitting_keys(envelope: Envelope, table: Table) -> Iterator[Diagnostic]:
    """Yield the keys that no row could have.

    Args:
        envelope: The envelope of one of a table's files, without problems.
        table: The table.
    """
    for pointer, key in _keys(envelope):
        values = key if isinstance(key, list) else [key]
        for at, column in enumerate(table.key_columns):
            for _, reason in misfits(column.type, values[at : at + 1]):
                # The deepest part of a way that exists is what is found.
                way = (*pointer, at)
                place = value_place(envelope.source, envelope.start, way)
                yield Diagnostic("value-does-not-fit", reason, place)


def _keys(envelope: Envelope) -> Iterator[tuple[Pointer, JsonValue]]:
    for name in ("renames", "removed"):
        entries = envelope.members.get(name)
        for at, entry in enumerate(entries if isinstance(entries, list) else ()):
            for member, key in entry.items() if isinstance(entry, dict) else ():
                if key is not None:
                    yield (name, at, member), key
