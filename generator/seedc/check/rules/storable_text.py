"""No text holds NUL or half a surrogate pair, which no target can store."""

import re
from collections.abc import Iterator

from seedc.check.texts import texts
from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import JsonValue
from seedc.model.source import Source

_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_BAD = re.compile("[\x00\ud800-\udfff]")


def may_hold_unstorable_text(source: Source) -> bool:
    """Say whether a file needs a closer look; only escapes can write such text."""
    # Looking for one character is far faster, and most files have no escape at all.
    text = source.text
    return "\\" in text and "\\u" in text and _ESCAPE.search(text) is not None


def is_storable(text: str) -> bool:
    """Say whether a text can be stored."""
    return _BAD.search(text) is None


def storable_text(
    record: JsonValue, source: Source, offset: int
) -> Iterator[Diagnostic]:
    """Yield the texts of a record that cannot be stored."""
    for pointer, text, place in texts(record):
        if match := _BAD.search(text):
            what = "NUL" if match[0] == "\x00" else "half a surrogate pair"
            yield Diagnostic(
                "unstorable-text",
                f"the text holds {what}, which Postgres cannot store",
                place(source, offset, pointer),
                help=f"remove the escape `\\u{ord(match[0]):04x}`",
            )
