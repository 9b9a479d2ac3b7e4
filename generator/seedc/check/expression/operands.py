"""Read what predicates stand between: sums, and the values in them."""

from collections.abc import Callable
from contextlib import ExitStack
from decimal import Decimal
from typing import cast, final

from seedc.check.expression.cursor import Cursor, refuse
from seedc.check.expression.numbers import is_number, negative
from seedc.check.expression.terms import UnsupportedError
from seedc.check.expression.tokens import Token
from seedc.check.expression.tree import (
    Call,
    Case,
    Constant,
    Minus,
    Name,
    Part,
    Sign,
    Sum,
    over,
)
from seedc.check.expression.words import CONSTANTS, FUNCTIONS, WORDS
from seedc.postgres.literal import RESERVED

_MOST_DIGITS = 1000
_TO_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


@final
class Operands:
    """Reads sums and values.

    Args:
        cursor: Where the reading is.
        whole: Reads a whole expression, as stands in brackets.
    """

    def __init__(self, cursor: Cursor, whole: Callable[[], Part]) -> None:
        """Read from where a cursor is."""
        self._cursor, self._whole = cursor, whole

    def sum(self) -> Part:
        """Read a sum, or whatever stands where one may."""
        return self._chain(("+", "-"), lambda: self._chain(("*",), self._signed))

    def _chain(self, signs: tuple[Sign, ...], inner: Callable[[], Part]) -> Part:
        left = inner()
        with ExitStack() as levels:
            while self._cursor.sees(*signs):
                levels.enter_context(self._cursor.deeper())
                sign = cast("Sign", self._cursor.take().text)
                right = inner()
                left = Sum(sign, left, right, over(left, right))
        return left

    def _signed(self) -> Part:
        start = self._cursor.token.span[0]
        if not self._cursor.takes("-"):
            return self._value()
        with self._cursor.deeper():
            part = self._signed()
        span = (start, part.span[1])
        # Postgres reads the sign of a number as a part of it.
        if isinstance(part, Constant) and is_number(part.value):
            return Constant(negative(part.value), span)
        return Minus(part, span)

    def _value(self) -> Part:
        token = self._cursor.token
        match token.kind:
            case "number":
                return Constant(_number(self._cursor.take()), token.span)
            case "text":
                text = self._cursor.take().text[1:-1].replace("''", "'")
                return Constant(text, token.span)
            case "quoted":
                name = self._cursor.take().text[1:-1].replace('""', '"')
                return Name(name, token.span)
            case "word":
                return self._word(token)
            case _:
                return self._in_brackets()

    def _in_brackets(self) -> Part:
        if not self._cursor.takes("("):
            self._cursor.unexpected("a value")
        part = self._whole()
        self._cursor.demand(")")
        return part

    def _word(self, token: Token) -> Part:
        word = token.text.upper()
        if word == "CASE":
            return self._case()
        if word in WORDS:
            self._cursor.unexpected("a value")
        self._cursor.take()
        if word in CONSTANTS:
            return Constant(CONSTANTS[word], token.span)
        function = next((name for name in FUNCTIONS if name == word), None)
        if function is not None and self._cursor.sees("("):
            parts, end = self._cursor.list(self._whole)
            return Call(function, parts, (token.span[0], end))
        return self._name(token)

    def _name(self, token: Token) -> Name:
        after = self._cursor.token
        if self._cursor.sees("("):
            refuse(f"{token.text}()", token.text, token.span)
        if after.kind == "text":
            span = (token.span[0], after.span[1])
            refuse(f"{token.text} {after.text}", token.text, span)
        # To Postgres `user` is no column but who is connected, and `order` is nothing.
        name = token.text.translate(_TO_LOWER)
        if name in RESERVED:
            refuse(token.text, token.text, token.span)
        return Name(name, token.span)

    def _case(self) -> Part:
        start = self._cursor.demand("CASE").span[0]
        operand = None if self._cursor.sees("WHEN") else self._whole()
        whens = [self._when()]
        while self._cursor.sees("WHEN"):
            whens.append(self._when())
        default = self._whole() if self._cursor.takes("ELSE") else None
        end = self._cursor.demand("END").span[1]
        return Case(operand, tuple(whens), default, (start, end))

    def _when(self) -> tuple[Part, Part]:
        self._cursor.demand("WHEN")
        condition = self._whole()
        self._cursor.demand("THEN")
        return condition, self._whole()


def _number(token: Token) -> int | Decimal:
    number = Decimal(token.text)
    if len(token.text) > _MOST_DIGITS or abs(number.adjusted()) > _MOST_DIGITS:
        message = f"a number has at most {_MOST_DIGITS} digits here"
        raise UnsupportedError(message, token.span, None)
    return int(number) if token.text.isdecimal() else number
