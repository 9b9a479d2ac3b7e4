"""Read a seed file as a stream, so that a table of any size fits into memory.

The records come in batches, in file order; whoever consumes them may forget a
batch once its rows are made. The envelope comes last, as its members may stand
behind the data.
"""

import re
from array import array
from collections.abc import Generator, Iterator

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Batch, Envelope
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.source import Source
from seedc.read.json_error import expected
from seedc.read.json_parse import (
    SCAN_ERRORS,
    Parsed,
    duplicate_key,
    end_of_file,
    parse_value,
)
from seedc.read.merge_conflict import merge_conflict
from seedc.text.json_scan import DuplicateKeyError, scan
from seedc.text.json_walk import Member, Span, skip_space
from seedc.text.position import place_at

SeedEvent = Batch | Envelope | Diagnostic

BATCH = 4096
"""Records in a batch: few enough to stay in the processor's cache."""


# A comma that surely has a record behind it; all else is looked at more closely.
_COMMA = re.compile(r"[ \t\n\r]*,[ \t\n\r]*(?=\{)")

Consumed = Generator[SeedEvent, None, int]
"""Yields what a part of the file holds and returns the offset behind it."""


class _BrokenError(Exception):
    """The text is no JSON from here on; carries the problem."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_seed(source: Source) -> Iterator[SeedEvent]:
    """Yield a seed file's batches and problems and, if it is JSON, its envelope."""
    start = skip_space(source.text, 0)
    if not source.text.startswith("{", start):
        yield _no_envelope(source, start)
        return
    try:
        yield from _envelope(source, start)
    except _BrokenError as broken:
        yield broken.problem


def _no_envelope(source: Source, start: int) -> Diagnostic:
    return merge_conflict(source) or Diagnostic(
        "wrong-envelope",
        "a seed file is an object with `version`, `updated_at` and `data`",
        place_at(source, start),
        help='write {"version": "1.0.0", "updated_at": "...", "data": [...]}',
    )


def _envelope(source: Source, start: int) -> Iterator[SeedEvent]:
    found: JsonObject = {}
    seen: dict[str, Member] = {}
    at = _first(source, start, "}")
    while source.text[at] != "}":
        member = _key(source, at)
        again = seen.setdefault(member.key, member) is not member
        if again:
            yield duplicate_key(source, seen[member.key], member)
        at = member.value.start
        if member.key == "data" and source.text.startswith("[", at):
            at = _parse(source, at).end if again else (yield from _records(source, at))
        else:
            parsed = _parse(source, at)
            yield from parsed.problems
            found[member.key] = parsed.value
            at = parsed.end
        at = _next(source, at, "}")
    if (trailing := end_of_file(source, at + 1)) is not None:
        yield trailing
    has_data = "data" in seen and "data" not in found
    yield Envelope(source, start, found, has_data)


def _key(source: Source, at: int) -> Member:
    if not source.text.startswith('"', at):
        raise _BrokenError(expected(source, at, "a key in double quotes"))
    key = _parse(source, at)
    colon = skip_space(source.text, key.end)
    if not source.text.startswith(":", colon):
        raise _BrokenError(expected(source, colon, "`:` after the key"))
    value = skip_space(source.text, colon + 1)
    return Member(str(key.value), Span(at, key.end), Span(value, value))


def _parse(source: Source, at: int) -> Parsed:
    parsed = parse_value(source, at)
    if isinstance(parsed, Diagnostic):
        raise _BrokenError(parsed)
    return parsed


def _records(source: Source, start: int) -> Consumed:
    text, at = source.text, _first(source, start, "]")
    while text[at] != "]":
        records: list[JsonValue] = []
        offsets = array("Q")
        problems: list[Diagnostic] = []
        broken: _BrokenError | None = None
        try:
            while len(records) < BATCH and text[at] != "]":
                offsets.append(at)
                try:
                    record, at = scan(text, at)
                except (DuplicateKeyError, *SCAN_ERRORS):
                    parsed = _parse(source, at)
                    problems += parsed.problems
                    record, at = parsed.value, parsed.end
                records.append(record)
                comma = _COMMA.match(text, at)
                at = comma.end() if comma else _next(source, at, "]")
        except _BrokenError as error:
            broken = error
            # The text behind the last one may tell that it is none: `"id": ...`.
            if len(records) == len(offsets) and not isinstance(records[-1], dict):
                records.pop()
        yield from problems
        yield Batch(records, offsets[: len(records)])
        if broken is not None:  # what stands before it was worth a look all the same
            raise broken
    return at + 1


def _first(source: Source, start: int, close: str) -> int:
    at = skip_space(source.text, start + 1)
    if at == len(source.text):
        raise _BrokenError(expected(source, at, f"`{close}`"))
    return at


def _next(source: Source, end: int, close: str) -> int:
    at = skip_space(source.text, end)
    if source.text.startswith(close, at):
        return at
    if not source.text.startswith(",", at):
        raise _BrokenError(expected(source, at, f"`,` or `{close}`"))
    after = skip_space(source.text, at + 1)
    if after == len(source.text) or source.text[after] == close:
        what = "a value" if close == "]" else "a key in double quotes"
        raise _BrokenError(expected(source, after, what))
    return after
