"""Make text safe and readable on a terminal.

A seed file can hold any character: one that moves the cursor, changes colours,
reorders the line or is not to be seen would make a terminal show something else
than what was found.
"""

import unicodedata
from itertools import chain

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LAST_OF_FOUR_DIGITS = 0xFFFF

_LONGEST = 1000

_AS_EMOJI = "\ufe0f"
_SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_JOINED_JAMO = frozenset(map(chr, chain(range(0x1160, 0x1200), range(0xD7B0, 0xD800))))

_BLANK = frozenset(
    map(
        chr,
        chain(
            [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0],
            range(0x180B, 0x1810),
            range(0xFE00, 0xFE0E),
            range(0xE0100, 0xE01F0),
        ),
    )
)
"""Letters and marks without a shape, which Python calls printable.

Most are what Unicode calls default ignorable. The two marks by which text asks for an
emoji or for its plain form stay, as they do have an effect.
"""


def visible(text: str) -> str:
    """Return text with every character that has no shape of its own as an escape.

    These are what Python calls not printable: controls, joiners, marks of direction,
    halves of surrogate pairs, line separators, and all spaces but the common one; and
    fillers, blanks and selectors of variants.
    """
    plain = text.isprintable() and (text.isascii() or _BLANK.isdisjoint(text))
    return text if plain else "".join(map(_shown, text))


def sentence(text: str) -> str:
    """Return the words of a problem, visible and cut where nobody would read on.

    A name in them may be a key of a seed file, and that may be of any length.
    """
    return visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")


def encodable(text: str) -> str:
    """Return text with halves of surrogate pairs, which UTF-8 lacks, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def width(text: str) -> int:
    """Return how many columns of a terminal a visible text takes."""
    return len(text) if text.isascii() else sum(map(_width, text, f" {text}"))


def _shown(char: str) -> str:
    if char.isprintable() and char not in _BLANK:
        return char
    code = ord(char)
    escape = f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
    return _SHORT.get(char, escape)


def _width(char: str, before: str) -> int:
    """Return the columns of a character behind another one."""
    if char == _AS_EMOJI:  # makes a narrow sign a wide emoji
        return int(not before.isalpha() and _alone(before) == 1)
    if char in _SKINS and _alone(before) == 2:  # noqa: PLR2004, colours an emoji
        return 0
    return _alone(char)


def _alone(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"} or char in _JOINED_JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
