"""Show a place: its source line, with a number and a mark under the span.

7 |     { "id": "sword" },
  |             ^^^^^^^
"""

from collections.abc import Callable
from functools import lru_cache

from seedc.diagnostics.paint import BLUE, Paint
from seedc.diagnostics.window import window
from seedc.model.source import Place, Source
from seedc.text.position import line_text
from seedc.text.secrets import redact

_AROUND = 20_000
"""Characters on each side of the start of a span that are searched for secrets."""


def snippet(
    source: Source | None,
    place: Place,
    gutter: int,
    mark: Callable[[int], str],
    paint: Paint,
) -> list[str]:
    """Return the lines that show a place; none where there is nothing to show.

    Args:
        source: The file, if it can be shown.
        place: The place in it.
        gutter: Columns that line numbers take.
        mark: Makes the mark under a span of that many columns.
        paint: Gives a text a style.
    """
    line = _line(source, place.line) if source and place.line else None
    if line is None:
        return []
    # A file may be one line of megabytes, and a secret be kilobytes long.
    first = max(0, place.column - 1 - _AROUND)
    near = redact(line[first : place.column + _AROUND])
    seen = window(near, place.column - first, place.length)
    number = paint(f"{place.line:>{gutter}} |", BLUE)
    empty = paint(f"{'':>{gutter}} |", BLUE)
    under = f"{empty} {' ' * seen.indent}{mark(seen.length)}"
    return [f"{number} {seen.text}".rstrip(), under]


# A file that is one long line is not cut out of its text for each problem again.
@lru_cache(maxsize=2)
def _line(source: Source, line: int) -> str | None:
    try:
        return line_text(source, line)
    except IndexError:  # the file was cut off after it was checked
        return None
