"""Problems as text for people.

seeds/items.json:7:13: error[duplicate-primary-key]: two rows of `items` have ...
7 |     { "id": "sword" },
  |             ^^^^^^^
seeds/items.json:5:13: first used here
5 |     { "id": "sword" },
  |             -------
help: give one of them another value
... and 214 more like it in seeds/items.json, on lines 31, 44, 58, ...
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from seedc.diagnostics.paint import BLUE, BOLD, CYAN, GREEN, RED, YELLOW, Paint, painter
from seedc.diagnostics.report import Report, Sources, headline
from seedc.diagnostics.snippet import snippet
from seedc.diagnostics.visible import sentence, visible
from seedc.model.diagnostic import Diagnostic, Note, Severity
from seedc.model.source import Place, Source

_SHOWN_NOTES = 3
"""Notes with their source line; of further ones the place is enough."""

_LISTED_NOTES = 20
"""Notes of which the place is given; of further ones the number is enough."""

_LISTED_LINES = 3
"""Lines that are named of problems like one that is shown."""


def as_text(report: Report) -> str:
    """Return the problems that were chosen as text, and how many there are."""
    paint = painter(color=report.color)
    # Problems of one file stand together, and a file may take a while to find.
    find = lru_cache(maxsize=4)(report.sources)
    parts = [
        [*_problem(problem, find, paint), *_more(report.choice.more.get(problem, ()))]
        for problem in report.choice.shown
    ]
    text = "\n\n".join("\n".join(lines) for lines in [*parts, [*_ending(report)]])
    # The runner of GitHub Actions takes `##[` for a command, wherever in a line.
    return text.replace("##[", "##(") + "\n"


def _problem(problem: Diagnostic, find: Sources, paint: Paint) -> Iterator[str]:
    style = RED if problem.severity is Severity.ERROR else YELLOW
    gutter = max(len(str(place.line)) for place in _shown(problem))
    label = paint(f"{problem.severity}[{problem.code}]", style)
    message = paint(sentence(problem.message), BOLD)
    yield f"{_where(problem.place, paint)}{label}: {message}"
    source = find(problem.place.path)
    yield from snippet(
        source, problem.place, gutter, lambda n: paint("^" * n, style), paint
    )
    for i, note in enumerate(problem.notes[:_LISTED_NOTES]):
        there = find(note.place.path) if i < _SHOWN_NOTES else None
        yield from _note(note, there, gutter, paint)
    if (unlisted := len(problem.notes) - _LISTED_NOTES) > 0:
        yield f"... and {unlisted:,} more places"
    if problem.help is not None:
        yield f"{paint('help', CYAN)}: {sentence(problem.help)}"
    if problem.fix is not None:
        repair = sentence(problem.fix.message)
        yield f"{paint('fix', GREEN)}: {repair} (seedc check --fix)"


def _shown(problem: Diagnostic) -> list[Place]:
    return [problem.place, *(note.place for note in problem.notes[:_SHOWN_NOTES])]


def _note(
    note: Note, source: Source | None, gutter: int, paint: Paint
) -> Iterator[str]:
    yield f"{_where(note.place, paint)}{sentence(note.message)}"
    yield from snippet(
        source, note.place, gutter, lambda n: paint("-" * n, BLUE), paint
    )


def _where(place: Place, paint: Paint) -> str:
    """Return `path:line:column: `, or less where the place is a file or the project."""
    at = f":{place.line}:{place.column}" if place.line else ""
    where = paint(f"{visible(place.path)}{at}:", BOLD)
    return f"{where} " if place.path else ""


def _more(alike: Sequence[Diagnostic]) -> Iterator[str]:
    if alike:
        path = visible(alike[0].place.path)
        lines = [str(n) for n in dict.fromkeys(p.place.line for p in alike) if n]
        further = ["..."] if len(lines) > _LISTED_LINES else []
        named = ", ".join([*lines[:_LISTED_LINES], *further])
        where = f" in {path}" if path else ""
        on = f", on line{'s' if lines[1:] else ''} {named}" if lines else ""
        yield f"... and {len(alike):,} more like it{where}{on}"


def _ending(report: Report) -> Iterator[str]:
    yield headline(report)
    if fixable := sum(problem.fix is not None for problem in report.problems):
        plural = "" if fixable == 1 else "s"
        yield f"{fixable:,} problem{plural} can be fixed with `seedc check --fix`"
    codes = {problem.code for problem in report.choice.shown}
    code = codes.pop() if len(codes) == 1 else "CODE"
    yield f"for more information: seedc explain {code}"
