"""Columns as programs count them whose strings are UTF-16, as those of most editors.

A character beyond the first 65,536 of Unicode, such as most emoji, counts as two.
"""

import re
from bisect import bisect_left
from functools import lru_cache

from seedc.model.source import Source
from seedc.text.position import line_start

_PAIR = re.compile("[\U00010000-\U0010ffff]")


def utf16_column(source: Source, line: int, column: int) -> int:
    """Return a column, from 1, in units of UTF-16.

    Args:
        source: The file.
        line: Line, from 1.
        column: Column in it, from 1, in characters.

    Raises:
        IndexError: The source has no such line.
    """
    pairs = _pairs(source)
    if not pairs:
        return column
    start = line_start(source, line)
    return column + bisect_left(pairs, start + column - 1) - bisect_left(pairs, start)


@lru_cache(maxsize=4)
def _pairs(source: Source) -> list[int]:
    """Return where the characters stand that take two units."""
    if source.text.isascii():
        return []
    return [match.start() for match in _PAIR.finditer(source.text)]
