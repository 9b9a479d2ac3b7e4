"""Problems as text for people.

seeds/items.json:7:13: error[duplicate-primary-key]: two rows of `items` have ...
7 |     { "id": "sword" },
  |             ^^^^^^^
seeds/items.json:5:13: first used here
5 |     { "id": "sword" },
  |             -------
help: give one of them another value
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from seedc.diagnostics.paint import BLUE, BOLD, CYAN, RED, YELLOW, Paint, painter
from seedc.diagnostics.snippet import snippet
from seedc.diagnostics.visible import visible
from seedc.model.diagnostic import Diagnostic, Note, Severity
from seedc.model.source import Place, Source

Sources: TypeAlias = Callable[[str], Source | None]
"""Find a source file by its path; None where it cannot be shown."""

_SHOWN_NOTES = 3
"""Notes with their source line; of further ones the place is enough."""


def render(problems: Sequence[Diagnostic], sources: Sources, *, color: bool) -> str:
    """Return the problems as text, in the order given.

    Args:
        problems: The problems; see `in_order`.
        sources: The files that they are in.
        color: Whether the text goes to a terminal that knows colours.
    """
    paint = painter(color=color)
    # Problems of one file stand together, and a file may take a while to find.
    find = lru_cache(maxsize=4)(sources)
    return "\n".join("\n".join(_problem(p, find, paint)) + "\n" for p in problems)


def in_order(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the problems by path, line, column, code and message, each once."""
    return sorted(dict.fromkeys(problems), key=_rank)


def summary(problems: Sequence[Diagnostic]) -> str:
    """Count the problems: `found 3 errors and 1 warning in 2 files`."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    warnings = sum(p.severity is Severity.WARNING for p in problems)
    counts = (_count(errors, "error"), _count(warnings, "warning"))
    found = " and ".join(count for count in counts if count) or "no problems"
    files = _count(len({p.place.path for p in problems} - {""}), "file")
    return f"found {found} in {files}" if files else f"found {found}"


def _count(number: int, noun: str) -> str:
    plural = "" if number == 1 else "s"
    return f"{number} {noun}{plural}" if number else ""


def _rank(problem: Diagnostic) -> tuple[object, ...]:
    place = problem.place
    notes = tuple((note.place, note.message) for note in problem.notes)
    # Beyond the message only so that the order never hangs on that of the input.
    rest = (place.length, problem.help or "", problem.severity, notes)
    return (place.path, place.line, place.column, problem.code, problem.message, *rest)


def _problem(problem: Diagnostic, find: Sources, paint: Paint) -> Iterator[str]:
    style = RED if problem.severity is Severity.ERROR else YELLOW
    gutter = max(len(str(place.line)) for place in _shown(problem))
    label = paint(f"{problem.severity}[{problem.code}]", style)
    message = paint(visible(problem.message), BOLD)
    yield f"{_where(problem.place, paint)}{label}: {message}"
    source = find(problem.place.path)
    yield from snippet(
        source, problem.place, gutter, lambda n: paint("^" * n, style), paint
    )
    for i, note in enumerate(problem.notes):
        there = find(note.place.path) if i < _SHOWN_NOTES else None
        yield from _note(note, there, gutter, paint)
    if problem.help is not None:
        yield f"{paint('help', CYAN)}: {visible(problem.help)}"


def _shown(problem: Diagnostic) -> list[Place]:
    return [problem.place, *(note.place for note in problem.notes[:_SHOWN_NOTES])]


def _note(
    note: Note, source: Source | None, gutter: int, paint: Paint
) -> Iterator[str]:
    yield f"{_where(note.place, paint)}{visible(note.message)}"
    yield from snippet(
        source, note.place, gutter, lambda n: paint("-" * n, BLUE), paint
    )


def _where(place: Place, paint: Paint) -> str:
    """Return `path:line:column: `, or less where the place is a file or the project."""
    at = f":{place.line}:{place.column}" if place.line else ""
    where = paint(f"{visible(place.path)}{at}:", BOLD)
    return f"{where} " if place.path else ""
