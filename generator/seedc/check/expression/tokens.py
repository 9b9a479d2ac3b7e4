"""Split the text of an expression as Postgres does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, final

from seedc.check.expression.terms import UnsupportedError
from seedc.check.expression.tree import Span
from seedc.check.expression.words import SIGNS, help_for

TokenKind: TypeAlias = Literal["text", "quoted", "number", "word", "sign", "end"]

_TOKEN = re.compile(
    r"""
      (?P<space>   [ \t\r\n\f\v]+ )
    | (?P<text>    '(?:[^']|'')*' )
    | (?P<quoted>  "(?:[^"]|"")+" )
    | (?P<number>  (?: [0-9]+ (?:\.[0-9]*)? | \.[0-9]+ ) (?:[eE][+-]?[0-9]+)? )
    | (?P<word>    [^\W\d][\w$]* )
    | (?P<comment> -- | /\* )
    | (?P<sign>    [(),] | :: | [-+*/<>=~!@#%^&|`?]+ )
    | (?P<other>   . )
    """,
    re.VERBOSE | re.DOTALL,
)
_TWO_IN_ONE = re.compile(r"[-+*/<>=]+[-+]")
_JOINED = re.compile(r"[\w$'\"]")


@final
@dataclass(frozen=True, slots=True)
class Token:
    """A word of an expression.

    Attributes:
        kind: What it is.
        text: It, as it was written.
        span: Where.
    """

    kind: TokenKind
    text: str
    span: Span


def tokens(text: str) -> list[Token]:
    """Return the tokens of an expression; the last one is its end.

    Raises:
        UnsupportedError: It holds something that no check may say.
    """
    return [*_tokens(text), Token("end", "", (len(text), len(text)))]


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while match := _TOKEN.match(text, at):
        kind, start, at = match.lastgroup, at, match.end()
        match kind:
            case "space":
                continue
            case "sign":
                at = _sign_end(text, start, at)
                yield _sign(text[start:at], (start, at))
            case "text" | "quoted" | "number" | "word":
                yield _plain(kind, text, (start, at))
            case _:
                raise _refusal(match[0], (start, at))


def _plain(kind: TokenKind, text: str, span: Span) -> Token:
    start, end = span
    token = Token(kind, text[start:end], span)
    if kind in {"number", "word"} and _JOINED.match(text, end):
        joined = re.compile(r"[\w$.]*'?").match(text, end)
        whole = (start, joined.end() if joined else end)
        what = "number" if kind == "number" else "text"
        hint = f"write a plain {what}: digits" if kind == "number" else "write 'text'"
        message = f"`{text[slice(*whole)]}` is no {what} that a check may have"
        raise UnsupportedError(message, whole, hint)
    return token


def _sign_end(text: str, start: int, end: int) -> int:
    """Return where an operator ends: Postgres parts `=-1` into `=` and `-1`."""
    while end - start > 1 and _TWO_IN_ONE.fullmatch(text, start, end):
        end -= 1
    return end


def _sign(sign: str, span: Span) -> Token:
    if sign not in SIGNS:
        raise _refusal(sign, span)
    return Token("sign", sign, span)


def _refusal(word: str, span: Span) -> UnsupportedError:
    if word in {"'", '"'}:
        message, hint = f"`{word}` opens what nothing closes", f"write another `{word}`"
        return UnsupportedError(message, span, hint)
    return UnsupportedError(f"`{word}` is not allowed in a check", span, help_for(word))
