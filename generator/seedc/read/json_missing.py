"""Say where a comma or a closing quote is missing from a JSON text."""

import re

from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.source import Source
from seedc.text.position import place_at
from seedc.text.secrets import redact

_SPACE = " \t\n\r"
_ESCAPES = {"\n": r"\n", "\r": r"\n", "\t": r"\t"}
_WINDOW = 60
_STARTS = re.compile(r'["{[]|-?[0-9]|(?:true|false|null)\b')
_SCALAR = re.compile(r'(?<![\w\\.+-])(?:-?[0-9][\w.+-]*|[a-z]+|"[^"\\\n]*")\Z')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"?')
# What stands on the line behind a string that lacks its end: a key, an item, or the
# end of what the string stands in.
_NEXT_LINE = re.compile(
    r'\s*+(?:\Z|[\]}{[]|"(?:[^"\\\n]|\\.)*+"[ \t]*(?:[:,\]}\n]|\Z))'
)

Advice = tuple[str | None, tuple[Note, ...]]


def missing_comma(source: Source, at: int) -> Advice:
    """Return help and notes if a value or key starts where a comma should stand."""
    text, end = source.text, at
    while end > 0 and text[end - 1] in _SPACE:
        end -= 1
    if _STARTS.match(text, at) is None or (end == at and text[at - 1] not in "}]"):
        return None, ()
    start, shown = _before(text, end)
    place = place_at(source, start, end)
    apart = place.line != place_at(source, at).line
    notes = (Note("the value before ends here", place),) if apart else ()
    return f"add a comma behind {shown}", notes


def _before(text: str, end: int) -> tuple[int, str]:
    if text[end - 1] in "}]":
        return end - 1, f"the `{text[end - 1]}`"
    window = text[max(0, end - _WINDOW) : end]
    scalar = _SCALAR.search(window)
    if scalar is None or not scalar.start() or redact(window) != window:
        return end - 1, "the value before"
    return end - len(scalar[0]), f"`{scalar[0]}`"


def control_character(source: Source, at: int) -> Diagnostic:
    """Describe a control character in a string: most often, a line break behind it."""
    text = source.text
    line_break = text.startswith(("\n", "\r\n"), at)
    if line_break and _NEXT_LINE.match(text, text.index("\n", at) + 1):
        return _endless(source, at)
    escape = _ESCAPES.get(text[at], rf"\u{ord(text[at]):04x}")
    return Diagnostic(
        "invalid-json",
        "invalid control character in a string",
        place_at(source, at),
        help=f"write it as the escape `{escape}`",
    )


def _endless(source: Source, at: int) -> Diagnostic:
    # No string reaches over a line break, so that each line begins outside of one.
    line = source.text.rfind("\n", 0, at) + 1
    start = line
    for string in _STRING.finditer(source.text, line, at):
        start = string.start()
    return Diagnostic(
        "invalid-json",
        "invalid string: it has no end",
        place_at(source, at),
        notes=(Note("it starts here", place_at(source, start)),),
        help='close it with `"`',
    )
