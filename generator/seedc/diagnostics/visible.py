"""Make text safe and readable on a terminal.

A seed file can hold any character: one that moves the cursor, changes colours,
reorders the line or is not to be seen would make a terminal show something else
than what was found.
"""

import unicodedata

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LAST_OF_FOUR_DIGITS = 0xFFFF


def visible(text: str) -> str:
    """Return text with every character that has no shape of its own as an escape.

    That is what Python calls not printable: controls, joiners, marks of direction,
    halves of surrogate pairs, line separators, and all spaces but the common one.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def width(text: str) -> int:
    """Return how many columns of a terminal a visible text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    code = ord(char)
    escape = f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
    return _SHORT.get(char, escape)


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
