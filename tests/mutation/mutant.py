"""A mutated project, and the one problem that it must give."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias, TypeVar, final

from tests.mutation.project import Project, Spot


@final
@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link out of the project, to a file with the same content."""


@final
@dataclass(frozen=True, slots=True)
class Where:
    """Where the problem is.

    Attributes:
        path: Path from the project's root.
        line: The line, from 1; 0 for the file as a whole.
        first: The first column that is right, from 1; 0 where any is.
        last: The last one.
    """

    path: str
    line: int = 0
    first: int = 0
    last: int = 0


T = TypeVar("T")

Changes: TypeAlias = Mapping[str, bytes | Link | None]
"""The new content of files by path; None for a file that is removed."""


@final
@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake.

    Attributes:
        changes: What differs from the good project.
        code: The code of the one problem.
        places: Where it may be; mostly there is one place.
    """

    changes: Changes
    code: str
    places: tuple[Where, ...]


@final
@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mistake: makes a mutant, or None where there is no place for it."""

    name: str
    make: Callable[[Project, Random], Mutant | None]


@final
@dataclass(frozen=True, slots=True)
class Change:
    """A span of a text and what comes in its place."""

    start: int
    end: int
    text: str


def kinds(*makers: Callable[[Project, Random], Mutant | None]) -> tuple[Kind, ...]:
    """Name kinds after their functions."""
    return tuple(Kind(make.__name__, make) for make in makers)


def applied(text: str, changes: Sequence[Change]) -> str:
    """Return a text with changes that do not overlap."""
    for change in sorted(changes, key=lambda c: c.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def whole_line(path: str, text: str, at: int) -> Where:
    """Return the line of an offset, any column."""
    return Where(path, text.count("\n", 0, at) + 1)


def span(path: str, text: str, start: int, end: int) -> Where:
    """Return the part of a line that a span covers."""
    line_start = text.rfind("\n", 0, start) + 1
    return Where(
        path,
        text.count("\n", 0, start) + 1,
        start - line_start + 1,
        max(start + 1, end) - line_start,
    )


def changed(
    project: Project,
    path: str,
    change: Change,
    code: str,
    at: tuple[int, int] | None = None,
) -> Mutant:
    """Return a file with one change.

    Args:
        project: The project.
        path: The file.
        change: The change.
        code: The code of the problem.
        at: The right span in the new text; default: the text that was put in.
    """
    text = applied(project.texts[path], [change])
    start, end = at or (change.start, change.start + len(change.text))
    return Mutant({path: text.encode()}, code, (span(path, text, start, end),))


def replaced(project: Project, spot: Spot, text: str, code: str) -> Mutant:
    """Return a mutant with another text for a value, and the problem there."""
    change = Change(spot.node.start, spot.node.end, text)
    return changed(project, spot.path, change, code)


def pick(random: Random, options: Sequence[T]) -> T | None:
    """Return one of the options, or None if there are none."""
    return random.choice(options) if options else None
