"""A way through the tokens of an expression, from left to right."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn, final

from seedc.check.expression.terms import UnsupportedError
from seedc.check.expression.tokens import Token, tokens
from seedc.check.expression.tree import Part, Span
from seedc.check.expression.words import ALLOWED, CONSTANTS, FUNCTIONS, WORDS, help_for
from seedc.postgres.literal import RESERVED, quote_name
from seedc.text.near import nearest

MOST_LEVELS = 50
"""Parts of an expression inside one another; Python goes no more than 1000 calls."""


@final
class Cursor:
    """Where the reading of an expression has come to."""

    def __init__(self, text: str) -> None:
        """Start at the beginning.

        Raises:
            UnsupportedError: The text holds something that no check may say.
        """
        self._tokens = tokens(text)
        self._at = 0
        self._level = 0

    @property
    def token(self) -> Token:
        """The next token."""
        return self._tokens[self._at]

    def take(self) -> Token:
        """Go over the next token."""
        token = self.token
        self._at += token.kind != "end"
        return token

    def sees(self, *texts: str) -> bool:
        """Say whether the next token is one of some words in capitals, or signs."""
        plain = self.token.kind in {"word", "sign"}
        return plain and self.token.text.upper() in texts

    def takes(self, text: str) -> bool:
        """Go over the next token if it is this word or sign."""
        seen = self.sees(text)
        self._at += seen
        return seen

    def demand(self, text: str) -> Token:
        """Go over the next token, which must be this word or sign."""
        if not self.sees(text):
            self.unexpected(f"`{text}`")
        return self.take()

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Read what stands inside the last part."""
        self._level += 1
        if self._level > MOST_LEVELS:
            message = f"an expression has at most {MOST_LEVELS} parts in one another"
            hint = "make several checks of it"
            raise UnsupportedError(message, self.token.span, hint)
        yield
        self._level -= 1

    def list(self, read: Callable[[], Part]) -> tuple[tuple[Part, ...], int]:
        """Read a list in brackets, and return where it ends."""
        self.demand("(")
        parts = [read()]
        while self.takes(","):
            parts.append(read())
        return tuple(parts), self.demand(")").span[1]

    def unexpected(self, wanted: str) -> NoReturn:
        """Refuse the next token, where something else had to stand."""
        token = self.token
        word = token.text.upper()
        if token.kind == "word" and word not in {*WORDS, *CONSTANTS, *FUNCTIONS}:
            hint = help_for(word)
            if hint is not None or word.lower() in RESERVED:
                refuse(token.text, token.text, token.span)
        found = f"`{token.text}`" if token.text else "nothing more"
        message = f"expected {wanted}, found {found}"
        raise UnsupportedError(message, token.span)


def refuse(shown: str, word: str, span: Span) -> NoReturn:
    """Refuse a word that is not on the closed list."""
    hint = help_for(word)
    if hint is None and shown.endswith("()"):
        near = nearest(word.lower(), [name.lower() for name in FUNCTIONS])
        hint = near and f"did you mean `{near}`?"
    elif hint is None and word.lower() in RESERVED:
        hint = f"a column of this name is written `{quote_name(word.lower())}`"
    message = f"`{shown}` is not allowed in a check"
    raise UnsupportedError(message, span, hint or f"allowed: {ALLOWED}")
