"""Parse one JSON value, and turn every failure into a problem."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.model.diagnostic import Diagnostic, Fix, Note
from seedc.model.json_value import JsonValue
from seedc.model.source import Source
from seedc.read.json_error import expected, syntax_problem
from seedc.text.json_scan import (
    DuplicateKeyError,
    NotFiniteError,
    scan,
    scan_with_duplicates,
)
from seedc.text.json_walk import Member, Span, items, members, skip_space
from seedc.text.position import place_at
from seedc.text.repair import delete

SCAN_ERRORS = (
    ArithmeticError,
    NotFiniteError,
    RecursionError,
    StopIteration,
    ValueError,
)
"""What a scan may raise, but for `DuplicateKeyError`."""


@final
@dataclass(frozen=True, slots=True)
class Parsed:
    """A value, the offset behind it, and what is wrong with it."""

    value: JsonValue
    end: int
    problems: tuple[Diagnostic, ...] = ()


def parse_value(source: Source, start: int) -> Parsed | Diagnostic:
    """Parse the value at an offset.

    A key that stands twice is a problem of its own and the last one wins, so that
    the rest of the value can be checked too.
    """
    try:
        value, end = scan(source.text, start)
    except DuplicateKeyError:
        return _parse_with_duplicates(source, start)
    except SCAN_ERRORS as error:
        return syntax_problem(source, start, error)
    return Parsed(value, end)


def parse_document(source: Source) -> Parsed | Diagnostic:
    """Parse a whole file that holds one value."""
    start = skip_space(source.text, 0)
    parsed = parse_value(source, start)
    if isinstance(parsed, Diagnostic):
        return parsed
    return end_of_file(source, parsed.end) or parsed


def end_of_file(source: Source, end: int) -> Diagnostic | None:
    """Say what stands behind the top-level value, if anything does."""
    rest = skip_space(source.text, end)
    if rest == len(source.text):
        return None
    return expected(source, rest, "the end of the file")


def _parse_with_duplicates(source: Source, start: int) -> Parsed | Diagnostic:
    try:
        value, end = scan_with_duplicates(source.text, start)
    except SCAN_ERRORS as error:
        return syntax_problem(source, start, error)
    return Parsed(value, end, tuple(_duplicates(source, start)))


def _duplicates(source: Source, start: int) -> Iterator[Diagnostic]:
    stack = [start]
    while stack:
        at = stack.pop()
        if source.text[at] == "[":
            stack += [span.start for span in items(source.text, at)]
        if source.text[at] != "{":
            continue
        first: dict[str, Member] = {}
        for member in members(source.text, at):
            if first.setdefault(member.key, member) is not member:
                yield duplicate_key(source, first[member.key], member)
            stack.append(member.value.start)


def duplicate_key(source: Source, first: Member, again: Member) -> Diagnostic:
    """Describe that an object has a key twice."""
    there = place_at(source, first.key_span.start, first.key_span.end)
    return Diagnostic(
        "duplicate-key",
        f"the key `{again.key}` stands twice in one object",
        place_at(source, again.key_span.start, again.key_span.end),
        notes=(Note("first here", there),),
        help="keep one of them",
        fix=_without(source, first, again),
    )


def _without(source: Source, first: Member, again: Member) -> Fix | None:
    """Return the fix that deletes a pair which says the same as an earlier one."""
    text = source.text
    try:
        ends = [scan_with_duplicates(text, m.value.start)[1] for m in (first, again)]
    except SCAN_ERRORS:  # what is wrong there is told by itself
        return None
    if text[first.value.start : ends[0]] != text[again.value.start : ends[1]]:
        return None
    # The pair is not the first: a comma stands before it, and goes as well.
    comma = text.rindex(",", 0, again.key_span.start)
    message = f"delete the second `{again.key}`, which has the same value"
    return delete(source, Span(comma, ends[1]), message)
