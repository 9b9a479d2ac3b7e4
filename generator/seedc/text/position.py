"""Turn offsets in a source into places that people and editors use.

Lines are counted by the block, so that a file of millions of lines is ready at once
and a file that is one line is never walked from its start.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import final

from seedc.model.source import Place, Source

_BLOCK = 2048


@final
@dataclass(frozen=True, slots=True)
class _Blocks:
    """What is known where each block of a text begins.

    Attributes:
        breaks: Line breaks in front of it.
        lines: Offset of the line that it begins in.
    """

    breaks: list[int]
    lines: list[int]


@lru_cache(maxsize=16)
def _blocks(source: Source) -> _Blocks:
    text, breaks, lines = source.text, [0], [0]
    for at in range(0, len(text), _BLOCK):
        breaks.append(breaks[-1] + text.count("\n", at, at + _BLOCK))
        lines.append(text.rfind("\n", at, at + _BLOCK) + 1 or lines[-1])
    return _Blocks(breaks, lines)


def place_at(source: Source, start: int, end: int | None = None) -> Place:
    """Return the place of a span; what lies beyond the first line is cut off.

    Args:
        source: The file.
        start: Offset of the first character.
        end: Offset behind the last one; default: one character.
    """
    text, blocks, block = source.text, _blocks(source), start // _BLOCK
    line = blocks.breaks[block] + text.count("\n", block * _BLOCK, start) + 1
    begin = text.rfind("\n", block * _BLOCK, start) + 1 or blocks.lines[block]
    wanted = min(start + 1 if end is None else end, len(text))
    found = text.find("\n", start, wanted)
    stop = wanted if found < 0 else found
    return Place(source.path, line, start - begin + 1, max(1, stop - start))


def line_start(source: Source, line: int) -> int:
    """Return the offset of the first character of a line, from 1.

    Raises:
        IndexError: The source has no such line.
    """
    breaks = _blocks(source).breaks
    block = bisect_left(breaks, line - 1)
    if block == len(breaks):
        raise IndexError(line)
    if block == 0:
        return 0
    at = (block - 1) * _BLOCK
    for _ in range(line - 1 - breaks[block - 1]):
        at = source.text.index("\n", at) + 1
    return at


def line_text(source: Source, line: int, longest: int | None = None) -> str:
    """Return a line of the source, from 1, without its line break.

    Args:
        source: The file.
        line: The line.
        longest: How much of it is wanted; default: all.

    Raises:
        IndexError: The source has no such line.
    """
    text, start = source.text, line_start(source, line)
    limit = len(text) if longest is None else start + longest
    end = text.find("\n", start, limit)
    return text[start : limit if end < 0 else end].rstrip("\r")
