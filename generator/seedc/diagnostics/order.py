"""The order of problems, and their count."""

from collections.abc import Iterable, Sequence

from seedc.model.diagnostic import Diagnostic, Severity


def in_order(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the problems by path, line, column, code and message, each once."""
    return sorted(dict.fromkeys(problems), key=_rank)


def summary(problems: Sequence[Diagnostic]) -> str:
    """Count the problems: `found 3 errors and 1 warning in 2 files`."""
    counts = [_count(number, noun) for noun, number in by_severity(problems).items()]
    found = " and ".join(count for count in counts if count) or "no problems"
    files = _count(file_count(problems), "file")
    return f"found {found} in {files}" if files else f"found {found}"


def by_severity(problems: Iterable[Diagnostic]) -> dict[str, int]:
    """Return how many errors and how many warnings there are."""
    severities = [problem.severity for problem in problems]
    return {s.value: severities.count(s) for s in (Severity.ERROR, Severity.WARNING)}


def file_count(problems: Iterable[Diagnostic]) -> int:
    """Return how many files have a problem."""
    return len({problem.place.path for problem in problems} - {""})


def _count(number: int, noun: str) -> str:
    plural = "" if number == 1 else "s"
    return f"{number:,} {noun}{plural}" if number else ""


def _rank(problem: Diagnostic) -> tuple[object, ...]:
    place = problem.place
    notes = tuple((note.place, note.message) for note in problem.notes)
    # Beyond the message only so that the order never hangs on that of the input.
    rest = (place.length, problem.help or "", problem.severity, notes)
    return (place.path, place.line, place.column, problem.code, problem.message, *rest)
