"""Find where the keys of a TOML text stand, of which the standard library keeps none.

Only used on text that was parsed before: whatever is wrong with it was told.
"""

import re
import tomllib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.text.json_walk import Span

Keys: TypeAlias = tuple[str, ...]


@final
@dataclass(frozen=True, slots=True)
class TomlKey:
    """A part of a key: of `b` in `[a.b]` the keys are `a` and `b`."""

    keys: Keys
    span: Span


Walk: TypeAlias = Generator[TomlKey, None, int]
"""Yields the keys of a part of the text and returns the offset behind it."""

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*+")
_DOT = re.compile(r"[ \t]*+\.[ \t]*+")
_ONE_LINE = r'"(?:[^"\\\n]|\\.)*+"|' + r"'[^'\n]*+'"
_STRING = r'"{3}(?:[^\\]|\\.)*?"{3,5}|' + r"'{3}.*?'{3,5}|" + _ONE_LINE
_KEY = re.compile(rf"{_ONE_LINE}|[A-Za-z0-9_-]++")
_SCALAR = re.compile(rf"{_STRING}|[^,\]}}#\r\n]++", re.DOTALL)
_TOKEN = re.compile(
    rf"{_STRING}|#[^\n]*|([\[{{])|([\]}}])|[^\"'#\[\]{{}}]++", re.DOTALL
)


def toml_keys(text: str) -> Iterator[TomlKey]:
    """Yield every part of every key, in the order of the text.

    What stands in an array is passed over.
    """
    at, table = _skip(text, 0), Keys()
    while at < len(text):
        brackets = 2 if text.startswith("[[", at) else 1 if text[at] == "[" else 0
        if brackets:
            start = _skip(text, at + brackets)
            parts = list(_parts(text, start, ()))
            yield from parts
            table = parts[-1].keys
            at = _skip(text, parts[-1].span.end) + brackets
        else:
            at = yield from _pair(text, at, table)
        at = _skip(text, at)


def _pair(text: str, at: int, table: Keys) -> Walk:
    parts = list(_parts(text, at, table))
    yield from parts
    equals = _skip(text, parts[-1].span.end)
    return (yield from _value(text, _skip(text, equals + 1), parts[-1].keys))


def _parts(text: str, at: int, table: Keys) -> Iterator[TomlKey]:
    keys = table
    while (match := _KEY.match(text, at)) is not None:
        keys = (*keys, _plain(match[0]))
        yield TomlKey(keys, Span(match.start(), match.end()))
        dot = _DOT.match(text, match.end())
        if dot is None:
            return
        at = dot.end()


def _plain(key: str) -> str:
    return str(tomllib.loads(f"key = {key}")["key"]) if key[0] in "\"'" else key


def _value(text: str, at: int, keys: Keys) -> Walk:
    if text[at] == "[":
        return _behind(text, at)
    if text[at] != "{":
        scalar = _SCALAR.match(text, at)
        return scalar.end() if scalar else at
    at = _skip(text, at + 1)
    while text[at] != "}":
        at = _skip(text, (yield from _pair(text, at, keys)))
        at = _skip(text, at + 1) if text[at] == "," else at
    return at + 1


def _behind(text: str, at: int) -> int:
    """Return the offset behind the array that starts at another."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        depth += bool(token[1]) - bool(token[2])
        if depth == 0:
            return token.end()
    return len(text)


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at
