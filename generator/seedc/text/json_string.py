"""Where the characters of a JSON string stand in its text, in spite of escapes."""

import re

_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u[0-9a-fA-F]{4}|\\.|[^\"\\]"
)


def string_offset(text: str, start: int, index: int) -> int:
    """Return the offset of a character of a string; of its end quote for those behind.

    Args:
        text: A JSON text.
        start: Where the string starts in it.
        index: Number of the character in the value of the string.
    """
    at = start + 1
    for _ in range(index):
        match = _CHARACTER.match(text, at)
        if match is None:
            break
        at = match.end()
    return at
