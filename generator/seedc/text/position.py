"""Turn offsets in a source into places that people and editors use."""

from bisect import bisect_right
from functools import lru_cache

from seedc.model.source import Place, Source


@lru_cache(maxsize=16)
def _line_starts(source: Source) -> list[int]:
    starts = [0]
    at = source.text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = source.text.find("\n", at + 1)
    return starts


def place_at(source: Source, start: int, end: int | None = None) -> Place:
    """Return the place of a span; what lies beyond the first line is cut off.

    Args:
        source: The file.
        start: Offset of the first character.
        end: Offset behind the last one; default: one character.
    """
    starts = _line_starts(source)
    line = bisect_right(starts, start)
    line_end = starts[line] - 1 if line < len(starts) else len(source.text)
    stop = min(start + 1 if end is None else end, line_end)
    return Place(source.path, line, start - starts[line - 1] + 1, max(1, stop - start))


def line_text(source: Source, line: int) -> str:
    """Return a line of the source, from 1, without its line break."""
    starts = _line_starts(source)
    end = starts[line] if line < len(starts) else len(source.text)
    return source.text[starts[line - 1] : end].rstrip("\r\n")
