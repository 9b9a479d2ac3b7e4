"""A problem in the user's input, as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import final

from seedc.model.source import Place


@final
class Severity(StrEnum):
    """How bad a problem is; only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


@final
@dataclass(frozen=True, slots=True)
class Note:
    """A further place that explains a problem ("first defined here")."""

    message: str
    place: Place


@final
@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: what was found, where, and what would mend it.

    Attributes:
        code: Stable kebab-case name; a key of `seedc.diagnostics.codes.CODES`.
        message: What was found and what was expected; lower case, no period.
        place: Where the problem is.
        notes: Further places.
        help: The fix: the nearest name, or the exact edit.
        severity: As the code says, unless `seedc.toml` says otherwise.
    """

    code: str
    message: str
    place: Place
    notes: tuple[Note, ...] = ()
    help: str | None = None
    severity: Severity = Severity.ERROR


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Say whether any of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
