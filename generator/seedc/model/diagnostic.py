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
class Edit:
    """A span of a source file, and what should stand there.

    Attributes:
        path: Path from the project's root, with `/`.
        start: Where the span starts, in characters of the file as it stands on disk,
            so that a byte order mark counts as one.
        end: Where it ends; equal to `start` where nothing goes.
        text: What comes in its place.
        before: What stood there when the file was read; if it no longer does, the
            edit is no good.
    """

    path: str
    start: int
    end: int
    text: str
    before: str


@final
@dataclass(frozen=True, slots=True)
class Fix:
    """A mechanical repair: the only one there is, and certain to be what was meant.

    Attributes:
        message: What it does: "rename `nmae` to `name`".
        edits: The spans that it changes; they do not overlap.
    """

    message: str
    edits: tuple[Edit, ...]


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
        fix: What `seedc check --fix` does about it; None where a person must decide.
        alike: Where else the same is wrong, of which this one problem tells.
    """

    code: str
    message: str
    place: Place
    notes: tuple[Note, ...] = ()
    help: str | None = None
    severity: Severity = Severity.ERROR
    fix: Fix | None = None
    alike: tuple[Place, ...] = ()


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Say whether any of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
