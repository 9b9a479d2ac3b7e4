"""Show edits: the lines that they change as they were, and as they are then.

- { "id": "sword", "nmae": "Sword" },
+ { "id": "sword", "name": "Sword" },
"""

from collections.abc import Iterable, Iterator

from seedc.diagnostics.paint import GREEN, RED, Paint
from seedc.diagnostics.window import window
from seedc.model.diagnostic import Edit
from seedc.text.secrets import redact

_MOST_LINES = 6
_AROUND = 20_000
"""Characters of a long line in which a secret is looked for, to either side."""


def by_line(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Join the edits of a text that touch the same lines, in order."""
    joined: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        last = joined[-1] if joined else None
        if last is None or "\n" in text[last.end : edit.start]:
            joined.append(edit)
            continue
        between = text[last.end : edit.start]
        before, after = (f"{a}{between}{b}" for a, b in _both(last, edit))
        joined[-1] = Edit(edit.path, last.start, edit.end, after, before)
    return joined


def _both(one: Edit, other: Edit) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one.before, other.before), (one.text, other.text)


def diff(text: str, edit: Edit, paint: Paint) -> Iterator[str]:
    """Yield the lines that an edit changes, before and after, ready for a terminal.

    Args:
        text: The file as it was.
        edit: The edit.
        paint: Gives a text a style.
    """
    line_start = text.rfind("\n", 0, edit.start) + 1
    line_end = text.find("\n", edit.end)
    head = text[max(line_start, edit.start - _AROUND) : edit.start]
    tail = text[edit.end : line_end if line_end >= 0 else len(text)][:_AROUND]
    for sign, changed, style in (("-", edit.before, RED), ("+", edit.text, GREEN)):
        lines = redact(f"{head}{changed}{tail}").split("\n")
        for line in _shown(lines, len(head), len(changed)):
            yield paint(f"{sign} {line}", style)


def _shown(lines: list[str], column: int, length: int) -> Iterator[str]:
    first = lines[0].rstrip("\r")
    yield window(first, column + 1, max(1, length)).text.strip()
    for line in lines[1:_MOST_LINES]:
        yield window(line.rstrip("\r"), 1, 1).text.strip()
    if len(lines) > _MOST_LINES:
        yield f"... and {len(lines) - _MOST_LINES:,} more lines"
