"""Find what looks like a credential in a text, and mask it.

A text may be a value, or a piece of a source that has the escapes of JSON.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.text.secret_shapes import SHAPES, Shape

ANY = "|".join(s.clue or s.public + s.secret + s.tail for s in SHAPES)
"""Pattern that matches in every text with a secret, if it has no escapes."""

ESCAPED = r"\\u00[2-7][0-9A-Fa-f]"
"""Pattern of the escapes of characters that a secret may consist of."""

# These are compiled when first used, as most files need none of them.
_ESCAPE = r"\\(?:u([0-9A-Fa-f]{4})|(.))"
_PLACEHOLDER = (
    r"<.*>|\[.*\]|\$?\{.*\}|\$[A-Z_][0-9A-Z_]*|%\w+%|%\(\w+\)s"
    r"|[*.xX•…]+|(?i:pass|passwd|password|pwd)"
)


@final
@dataclass(frozen=True, slots=True)
class Secret:
    """A part of a text that looks like a credential.

    Attributes:
        kind: What it looks like, with its article.
        start: Where the part begins that may not be shown.
        end: Where that ends.
        public: What stands before it and tells the kind, if it is one word.
    """

    kind: str
    start: int
    end: int
    public: str


def secrets(text: str) -> list[Secret]:
    """Return what looks like a credential in a text without escapes, in order.

    One may begin inside another, but not end there.
    """
    if re.search(ANY, text) is None:
        return []
    found: list[Secret] = []
    matches = [each for shape in SHAPES for each in _matches_of(shape, text)]
    for each in sorted(matches, key=lambda secret: secret.start):
        if not found or each.end > found[-1].end:
            found.append(each)
    return found


def first_secret(text: str) -> Secret | None:
    """Return the first that `secrets` returns; None if there is none."""
    if re.search(ANY, text) is None:
        return None
    firsts = [next(_matches_of(shape, text), None) for shape in SHAPES]
    found = [secret for secret in firsts if secret is not None]
    return min(found, key=lambda secret: secret.start, default=None)


def is_harmless(text: str) -> bool:
    """Say whether a text, or any part of it, surely holds no secret, as most do."""
    return "\\" not in text and re.search(ANY, text) is None


def redact(text: str) -> str:
    """Return a text with an asterisk for each character of a secret.

    Args:
        text: A value, a message, or source text with the escapes of JSON.
    """
    if "\\" not in text:
        return _masked(text, [(s.start, s.end) for s in secrets(text)])
    plain, offsets = _unescaped(text)
    return _masked(text, [(offsets[s.start], offsets[s.end]) for s in secrets(plain)])


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    parts, at = list[str](), 0
    for start, end in spans:
        parts += [text[at:start], "*" * (end - max(start, at))]
        at = end
    return "".join([*parts, text[at:]]) if spans else text


def _matches_of(shape: Shape, text: str) -> Iterator[Secret]:
    pattern = f"({shape.public})({shape.secret}){shape.tail}"
    for match in re.finditer(pattern, text):
        if (shape.inside or _stands_alone(text, match)) and not (
            shape.tail and re.fullmatch(_PLACEHOLDER, match[2])
        ):
            public = "" if shape.inside else match[1]
            yield Secret(shape.kind, match.start(2), match.end(2), public)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return not any(char.isascii() and char.isalnum() for char in around)


def _unescaped(text: str) -> tuple[str, list[int]]:
    """Return a text with its escapes resolved, and where each character stood."""
    plain, offsets, at = list[str](), list[int](), 0
    for match in re.finditer(_ESCAPE, text):
        plain += [text[at : match.start()], _character(match)]
        offsets += range(at, match.start() + 1)
        at = match.end()
    plain.append(text[at:])
    offsets += range(at, len(text) + 1)
    return "".join(plain), offsets


_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def _character(match: re.Match[str]) -> str:
    code, short = match[1], match[2]
    return chr(int(code, 16)) if code else _SHORT.get(short, short)
