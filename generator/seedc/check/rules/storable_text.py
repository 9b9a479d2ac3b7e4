"""No text holds NUL or half a surrogate pair, which no target can store."""

import re
from collections.abc import Iterator

from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import JsonValue, Pointer
from seedc.model.source import Source
from seedc.text.json_place import value_place

_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_BAD = re.compile("[\x00\ud800-\udfff]")


def may_hold_unstorable_text(source: Source) -> bool:
    """Say whether a file needs a closer look; only escapes can write such text."""
    # Looking for one character is far faster, and most files have no escape at all.
    text = source.text
    return "\\" in text and "\\u" in text and _ESCAPE.search(text) is not None


def storable_text(
    record: JsonValue, source: Source, offset: int
) -> Iterator[Diagnostic]:
    """Yield the texts of a record that cannot be stored."""
    for pointer, text in _texts(record, ()):
        if match := _BAD.search(text):
            what = "NUL" if match[0] == "\x00" else "half a surrogate pair"
            yield Diagnostic(
                "unstorable-text",
                f"the text holds {what}, which Postgres cannot store",
                value_place(source, offset, pointer),
                help=f"remove the escape `\\u{ord(match[0]):04x}`",
            )


def _texts(value: JsonValue, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    match value:
        case str():
            yield pointer, value
        case list():
            for i, item in enumerate(value):
                yield from _texts(item, (*pointer, i))
        case dict():
            for key, member in value.items():
                yield (*pointer, key), key
                yield from _texts(member, (*pointer, key))
        case _:
            return
