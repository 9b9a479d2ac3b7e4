"""Take out commas behind which nothing follows, as many as a JSON text has."""

import re
from collections.abc import Iterator

from seedc.model.diagnostic import Fix
from seedc.model.source import Source
from seedc.text.repair import edit

_SPACE = " \t\n\r"
_TOKEN = re.compile(
    rf'[{_SPACE}]*+("(?:[^"\\\x00-\x1f]|\\.)*+"|[-+.\w]++|[\[\]{{}}:,])'
)


def without_trailing_commas(source: Source, at: int) -> Fix | None:
    """Return the fix for a comma in front of a closing bracket, and those behind it.

    Only the first would be found otherwise, as nothing behind it can be read.

    Args:
        source: The file.
        at: Where the scanner stopped: at the bracket, or from Python 3.13 on at the
            comma.

    Returns:
        The fix; None if something else is wrong there.
    """
    text = source.text
    if text.startswith(("]", "}"), at):
        at = _last(text, at)
    if not text.startswith(",", at) or at < 0 or _opens(text, _last(text, at)):
        return None
    commas = tuple(_trailing(text, at))
    if not commas or commas[0] != at:
        return None
    edits = tuple(edit(source, comma, comma + 1, "") for comma in commas)
    more = f" and {len(edits) - 1} more" if edits[1:] else ""
    return Fix(f"remove the trailing comma{more}", edits)


def _trailing(text: str, start: int) -> Iterator[int]:
    """Yield the trailing commas from an offset on, as far as there are tokens."""
    comma, opens = -1, False
    while (token := _TOKEN.match(text, start)) is not None:
        if token[1] in ("]", "}") and comma >= 0:
            yield comma
        comma = token.start(1) if token[1] == "," and not opens else -1
        opens = token[1] in ("[", "{", ":", ",")
        start = token.end()


def _last(text: str, end: int) -> int:
    """Return the offset of the last character in front of another that is no space."""
    at = end - 1
    while at >= 0 and text[at] in _SPACE:
        at -= 1
    return at


def _opens(text: str, at: int) -> bool:
    return at < 0 or text[at] in "[{:,"
