"""Find where the parts of a JSON text stand, by walking it again.

Only used on text that was parsed before, and only where a place is asked for, so
that reading itself need not keep places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, final

from seedc.model.json_value import Pointer
from seedc.text.json_scan import scan_with_duplicates

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN_KEY = re.compile(r'"([^"\\]*)"[ \t\n\r]*:[ \t\n\r]*')
_COLON = re.compile(r"[ \t\n\r]*:[ \t\n\r]*")
_COMMA = re.compile(r"[ \t\n\r]*,?[ \t\n\r]*")


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


_Offsets: TypeAlias = tuple[str, int, int, int, int]
"""A member as its key and four offsets: of most members nobody asks for more.

An item is a member without a key, whose place is that of its value.
"""


def skip_space(text: str, at: int) -> int:
    """Return the offset of the next character that is no white space."""
    return _behind(_SPACE, text, at)


def members(text: str, start: int) -> Iterator[Member]:
    """Yield the members of the object that starts at an offset, in file order."""
    return (_member(offsets) for offsets in _walk(text, start))


def _walk(text: str, start: int) -> Iterator[_Offsets]:
    at = skip_space(text, start + 1)
    while text[at] != "}":
        if plain := _PLAIN_KEY.match(text, at):
            key, key_end, value = plain[1], plain.end(1) + 1, plain.end()
        else:
            escaped, key_end = scan_with_duplicates(text, at)
            key, value = str(escaped), _behind(_COLON, text, key_end)
        end = _end(text, value)
        yield key, at, key_end, value, end
        at = _next(text, end)


def _member(offsets: _Offsets) -> Member:
    key, start, key_end, value, end = offsets
    return Member(key, Span(start, key_end), Span(value, end))


def items(text: str, start: int) -> Iterator[Span]:
    """Yield where the items of the array that starts at an offset stand."""
    at = skip_space(text, start + 1)
    while text[at] != "]":
        end = _end(text, at)
        yield Span(at, end)
        at = _next(text, end)


def value_span(text: str, start: int, pointer: Pointer) -> Span:
    """Return where the value at a pointer stands, or the deepest part that exists."""
    return _inner(text, start, pointer) or Span(start, _end(text, start))


def key_span(text: str, start: int, pointer: Pointer) -> Span:
    """Return where the last key of a pointer stands; an item for an index."""
    parent = _inner(text, start, pointer[:-1])
    at = parent.start if parent else start
    inner = _step(text, at, pointer[-1]) if pointer else None
    if inner is None:
        return parent or Span(start, _end(text, start))
    return Span(*inner[1:3])


def _inner(text: str, start: int, pointer: Pointer) -> Span | None:
    """Return as `value_span` does, but for the whole value, whose end is far away."""
    span: Span | None = None
    for step in pointer:
        inner = _step(text, span.start if span else start, step)
        if inner is None:
            break
        span = Span(*inner[3:])
    return span


def _step(text: str, start: int, step: str | int) -> _Offsets | None:
    if isinstance(step, int):
        found = _items(text, start) if text[start] == "[" else ()
        return found[step] if step < len(found) else None
    return _members(text, start).get(step) if text[start] == "{" else None


# A record with many problems is asked for many places.
@lru_cache(maxsize=32)
def _items(text: str, start: int) -> tuple[_Offsets, ...]:
    spans = items(text, start)
    return tuple(("", s.start, s.end, s.start, s.end) for s in spans)


@lru_cache(maxsize=32)
def _members(text: str, start: int) -> dict[str, _Offsets]:
    # Of a key that stands twice, parsing kept the last one.
    return {offsets[0]: offsets for offsets in _walk(text, start)}


def _end(text: str, start: int) -> int:
    return scan_with_duplicates(text, start)[1]


def _next(text: str, end: int) -> int:
    return _behind(_COMMA, text, end)


def _behind(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
