"""Say what of a pattern some engine does not know, and what says the same to all."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

ESCAPE = r"\\(?:[\^$\\.*+?()\[\]{}|/tnrfv]|u(?!0000|[dD][89a-fA-F])[0-9a-fA-F]{4})"
"""An escape that all engines take."""

_SPELT = {"d": "0-9", "w": "A-Za-z0-9_", "s": r" \t\n\r"}
_PLANE = 0xFFFF
"""The last code point that `\\u` can write."""


@final
@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a pattern is not portable.

    Attributes:
        message: What engines do not share.
        help: What to write in its place, or None.
    """

    message: str
    help: str | None = None


_FOREIGN = (
    (r"\.", "`.` takes line breaks in some engines and not in others"),
    (r"\\[dDwWsSbB]", "`{}` does not mean the same characters to every engine"),
    (r"\\[pP]\{[^}]*\}?", "not every engine knows `{}`"),
    (r"\\(?:[1-9][0-9]*|k<[^>]*>?)", "not every engine looks back to a group: `{}`"),
    (r"\(\?<?[=!]", "not every engine looks ahead or behind: `{}`"),
    (r"\(\?P?<[^>]*>", "not every engine gives groups names: `{}`"),
    (r"\(\?[^:]?", "not every engine knows `{}`"),
    (r"\\(?:x[0-9a-fA-F]{2}|u\{[0-9a-fA-F]+\})", "not every engine knows `{}`"),
    (r"\\u[0-9a-fA-F]{4}", "not every engine knows `{}`"),
    (r"\\.?", "not every engine takes `{}`"),
)
_ADVICE = {
    "=": "say it with `allOf` and `not` beside the pattern",
    "!": "say it with `allOf` and `not` beside the pattern",
    "p": "list the characters in a class",
    "P": "list the characters in a class",
}


def foreign(pattern: str, at: int) -> Trouble:
    """Return what is the matter with the part of a pattern that starts at a place."""
    if pattern[at] == "[":
        return _foreign_class(pattern, at)
    for form, message in _FOREIGN:
        if found := re.compile(form, re.DOTALL).match(pattern, at):
            advice = _ADVICE.get(found[0][-1:]) or _ADVICE.get(found[0][1:2])
            return Trouble(message.format(found[0]), advice)
    message = f"`{pattern[at]}` stands alone"
    return Trouble(message, rf"write `\\{pattern[at]}` for the character itself")


def _foreign_class(pattern: str, at: int) -> Trouble:
    shown = pattern[at : at + 20]
    message = f"not every engine reads the class `{shown}`"
    advice = r"list characters and ranges; write `\\[`, `\\]`, `\\\\` and `\\-`"
    return Trouble(message, advice)


_PIECE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u\{[0-9a-fA-F]+\}|.)|\(\?P?<[A-Za-z_]\w*>|.", re.DOTALL
)


def respelt(pattern: str) -> str:
    """Return a pattern with all that can be said otherwise, said otherwise."""
    return "".join(_pieces(pattern))


def _pieces(pattern: str) -> Iterator[str]:
    inside = False
    for piece in _PIECE.findall(pattern):
        yield _same(piece, inside=inside)
        inside = piece == "[" or (inside and piece != "]")


def _same(piece: str, *, inside: bool) -> str:
    """Return what says the same as a piece of a pattern, to every engine."""
    plain = {".": piece if inside else r"[^\n]", "[": r"\[" if inside else piece}
    if piece[0] != "\\" or not piece[1:]:
        return "(" if piece.startswith("(?") else plain.get(piece, piece)
    return _same_escape(piece, inside=inside)


def _same_escape(piece: str, *, inside: bool) -> str:
    kind, rest = piece[1], piece[2:].strip("{}")
    if rest:
        return _of_code_point(int(rest, 16))
    if (members := _SPELT.get(kind.lower())) is not None:
        negated = kind.isupper()
        return members if inside and not negated else f"[{'^' * negated}{members}]"
    plain = not kind.isalnum() and not re.fullmatch(ESCAPE, piece)
    return kind if plain and not (inside and kind == "-") else piece


def _of_code_point(point: int) -> str:
    return f"\\u{point:04x}" if point <= _PLANE else chr(min(point, sys.maxunicode))
