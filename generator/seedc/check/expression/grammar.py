"""Read an expression of the closed list into a tree, with the precedence of Postgres.

    OR < AND < NOT < predicates < sums < products < signs

A predicate (comparison, IS, IN, BETWEEN, LIKE) has no other one beside it without
brackets: Postgres refuses some of these, and of the rest few people know the order.
"""

from collections.abc import Callable
from typing import Literal, final

from seedc.check.expression.cursor import Cursor
from seedc.check.expression.operands import Operands
from seedc.check.expression.terms import UnsupportedError
from seedc.check.expression.tree import (
    Between,
    Compared,
    In,
    Is,
    Junction,
    Like,
    Not,
    Part,
    over,
)
from seedc.check.expression.words import COMPARISONS, CONSTANTS, PREDICATES


def parse(text: str) -> Part:
    """Return the tree of an expression.

    Raises:
        UnsupportedError: It is none, or says more than a check may.
    """
    return _Reader(text).all()


@final
class _Reader:
    def __init__(self, text: str) -> None:
        self._cursor = Cursor(text)
        self._sum = Operands(self._cursor, self._any).sum

    def all(self) -> Part:
        part = self._any()
        if self._cursor.token.kind != "end":
            self._cursor.unexpected("AND, OR or the end")
        return part

    def _any(self) -> Part:
        with self._cursor.deeper():
            return self._junction("OR", lambda: self._junction("AND", self._not))

    def _junction(self, word: Literal["AND", "OR"], inner: Callable[[], Part]) -> Part:
        parts = [inner()]
        while self._cursor.takes(word):
            parts.append(inner())
        if len(parts) == 1:
            return parts[0]
        return Junction(word, tuple(parts), over(parts[0], parts[-1]))

    def _not(self) -> Part:
        start = self._cursor.token.span[0]
        if not self._cursor.takes("NOT"):
            return self._predicate()
        with self._cursor.deeper():
            part = self._not()
        return Not(part, (start, part.span[1]))

    def _predicate(self) -> Part:
        left = self._sum()
        if self._cursor.takes("IS"):
            found = self._is(left)
        elif self._cursor.takes("NOT"):
            part = self._listed(left)
            found = Not(part, part.span)
        elif self._cursor.sees("IN", "BETWEEN", "LIKE"):
            found = self._listed(left)
        elif self._cursor.sees(*COMPARISONS):
            sign = COMPARISONS[self._cursor.take().text]
            right = self._sum()
            found = Compared(sign, left, right, over(left, right))
        else:
            return left
        self._demand_brackets()
        return found

    def _demand_brackets(self) -> None:
        token = self._cursor.token
        if self._cursor.sees(*PREDICATES):
            message = f"brackets must say what belongs together around `{token.text}`"
            raise UnsupportedError(message, token.span, "write `(a < b) = c`")

    def _is(self, left: Part) -> Part:
        negated = self._cursor.takes("NOT")
        if not self._cursor.sees(*CONSTANTS):
            self._cursor.unexpected("NULL, TRUE or FALSE")
        token = self._cursor.take()
        span = (left.span[0], token.span[1])
        part = Is(left, CONSTANTS[token.text.upper()], span)
        return Not(part, span) if negated else part

    def _listed(self, left: Part) -> Part:
        if self._cursor.takes("IN"):
            options, end = self._cursor.list(self._any)
            return In(left, options, (left.span[0], end))
        if self._cursor.takes("BETWEEN"):
            low = self._sum()
            self._cursor.demand("AND")
            high = self._sum()
            return Between(left, low, high, over(left, high))
        if not self._cursor.takes("LIKE"):
            self._cursor.unexpected("IN, BETWEEN or LIKE")
        pattern = self._sum()
        return Like(left, pattern, over(left, pattern))
