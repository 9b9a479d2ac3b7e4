"""Find where the parts of a JSON text stand, by walking it again.

Only used on text that was parsed before, and only where a place is asked for, so
that reading itself need not keep places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import final

from seedc.model.json_value import Pointer
from seedc.text.json_scan import scan_with_duplicates

_SPACE = re.compile(r"[ \t\n\r]*")


@final
@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, by offsets."""

    start: int
    end: int


@final
@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object: its key, and where key and value stand."""

    key: str
    key_span: Span
    value: Span


def skip_space(text: str, at: int) -> int:
    """Return the offset of the next character that is no white space."""
    match = _SPACE.match(text, at)
    return match.end() if match else at


def members(text: str, start: int) -> Iterator[Member]:
    """Yield the members of the object that starts at an offset, in file order."""
    at = skip_space(text, start + 1)
    while text[at] != "}":
        key, key_end = scan_with_duplicates(text, at)
        value = skip_space(text, skip_space(text, key_end) + 1)
        end = _end(text, value)
        yield Member(str(key), Span(at, key_end), Span(value, end))
        at = _next(text, end)


def items(text: str, start: int) -> Iterator[Span]:
    """Yield where the items of the array that starts at an offset stand."""
    at = skip_space(text, start + 1)
    while text[at] != "]":
        end = _end(text, at)
        yield Span(at, end)
        at = _next(text, end)


def value_span(text: str, start: int, pointer: Pointer) -> Span:
    """Return where the value at a pointer stands, or the deepest part that exists."""
    span: Span | None = None
    for step in pointer:
        inner = _step(text, span.start if span else start, step)
        if inner is None:
            break
        span = inner.value if isinstance(inner, Member) else inner
    return span or Span(start, _end(text, start))


def key_span(text: str, start: int, pointer: Pointer) -> Span:
    """Return where the last key of a pointer stands; an item for an index."""
    parent = value_span(text, start, pointer[:-1])
    inner = _step(text, parent.start, pointer[-1]) if pointer else None
    if inner is None:
        return parent
    return inner.key_span if isinstance(inner, Member) else inner


def _step(text: str, start: int, step: str | int) -> Member | Span | None:
    if isinstance(step, int):
        found = _items(text, start) if text[start] == "[" else ()
        return found[step] if step < len(found) else None
    return _members(text, start).get(step) if text[start] == "{" else None


# A record with many problems is asked for many places.
@lru_cache(maxsize=32)
def _items(text: str, start: int) -> tuple[Span, ...]:
    return tuple(items(text, start))


@lru_cache(maxsize=32)
def _members(text: str, start: int) -> dict[str, Member]:
    # Of a key that stands twice, parsing kept the last one.
    return {member.key: member for member in members(text, start)}


def _end(text: str, start: int) -> int:
    return scan_with_duplicates(text, start)[1]


def _next(text: str, end: int) -> int:
    at = skip_space(text, end)
    return skip_space(text, at + 1) if text[at] == "," else at
