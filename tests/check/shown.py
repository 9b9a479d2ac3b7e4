"""What a problem points at, as text: a test then needs no line and no column."""

from collections.abc import Sequence
from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place


def text_at(root: Path, place: Place) -> str:
    """Return the text that stands at a place in a project."""
    line = (root / place.path).read_text("utf-8").splitlines()[place.line - 1]
    return line[place.column - 1 : place.column - 1 + place.length]


def shown(root: Path, problems: Sequence[Diagnostic]) -> list[tuple[str, str, str]]:
    """Return the code of each problem, the text that it points at, and its message."""
    return [(p.code, text_at(root, p.place), p.message) for p in problems]
