"""What a report on problems is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.diagnostics.choice import Choice
from seedc.diagnostics.order import summary
from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Source

Sources: TypeAlias = Callable[[str], Source | None]
"""Find a source file by its path; None where it cannot be shown."""


@final
@dataclass(frozen=True, slots=True)
class Report:
    """Problems, ready to be written in any format.

    Attributes:
        problems: All of them, in order, each once.
        choice: Which of them are shown.
        sources: The files that they are in.
        folder: Path of the project from the root of its repository, with `/` at its
            end; empty where both are the same.
        color: Whether the text goes to a terminal that knows colours.
    """

    problems: tuple[Diagnostic, ...]
    choice: Choice
    sources: Sources
    folder: str = ""
    color: bool = False


def headline(report: Report) -> str:
    """Count the problems, and say how many of them are shown if not all are."""
    shown, total = len(report.choice.shown), len(report.problems)
    hidden = f"; {shown:,} shown, --max-problems 0 shows all" if shown < total else ""
    return f"{summary(report.problems)}{hidden}"
