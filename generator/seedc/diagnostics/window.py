"""Cut out of a source line what is worth showing around a span."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import final

from seedc.diagnostics.visible import visible, width

_TAB = "    "
_LONGEST = 100
_LONGEST_SPAN = 80  # leaves room for the key in front of a long value
_CUT = "..."


@final
@dataclass(frozen=True, slots=True)
class Window:
    """A part of a source line, ready for a terminal.

    Attributes:
        text: What is shown of the line.
        indent: Columns of the terminal in front of the span.
        length: Columns that the span takes; at least 1.
    """

    text: str
    indent: int
    length: int


def window(line: str, column: int, length: int) -> Window:
    """Return the part of a line around a span.

    Args:
        line: The line.
        column: Where the span starts, from 1; behind the line means at its end.
        length: Characters in the span; what is behind the line does not count.
    """
    start = min(max(column, 1) - 1, len(line))
    span = line[start : start + min(length, _LONGEST_SPAN)]
    stop = start + _fitting(span, _LONGEST_SPAN)
    room = _LONGEST - _cost(line[start:stop])
    after = _cost(line[stop : stop + room])
    before = line[max(0, start - room) : start]
    first = start - _fitting(reversed(before), max(room // 2, room - after))
    room -= _cost(line[first:start])
    last = stop + _fitting(line[stop : stop + room], room)
    head = (_CUT if first else "") + _cells(line[first:start])
    middle = _cells(line[start:stop])
    tail = _cells(line[stop:last]) + (_CUT if last < len(line) else "")
    return Window(head + middle + tail, width(head), max(1, width(middle)))


def _cells(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _cost(text: Iterable[str]) -> int:
    # A character without a width costs as well: a line may hold a million of them.
    return sum(max(1, width(_cells(char))) for char in text)


def _fitting(text: Iterable[str], room: int) -> int:
    """Return how many characters fit into the room."""
    totals = accumulate(max(1, width(_cells(char))) for char in text)
    return sum(total <= room for total in totals)
