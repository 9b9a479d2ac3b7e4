"""Three-valued logic and comparison: None is NULL, and unknown.

What is computed, and in which order, is what Postgres does: it stops where the result
is certain, and then nothing behind that point can be out of range.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import cast

from seedc.check.expression.numbers import in_double
from seedc.check.expression.terms import (
    Cell,
    Evaluate,
    Kind,
    Term,
    UnsupportedError,
    same_kind,
)
from seedc.check.expression.tree import Comparison
from seedc.model.catalog import Row

Compare = Callable[[Cell, Cell], bool]
_COMPARE: Mapping[Comparison, Compare] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": cast("Compare", operator.lt),
    "<=": cast("Compare", operator.le),
    ">": cast("Compare", operator.gt),
    ">=": cast("Compare", operator.ge),
}


def junction(terms: Sequence[Evaluate], *, decides: bool) -> Evaluate:
    """Return AND or OR, by the value of a part that decides for the whole."""

    def evaluate(row: Row) -> Cell:
        unknown = False
        for term in terms:
            value = term(row)
            if value is decides:
                return decides
            unknown = unknown or value is None
        return None if unknown else not decides

    return evaluate


def negation(term: Evaluate) -> Evaluate:
    """Return NOT; unknown stays unknown."""

    def evaluate(row: Row) -> Cell:
        value = term(row)
        return None if value is None else not value

    return evaluate


def comparison(sign: Comparison, left: Term, right: Term) -> Evaluate:
    """Return a comparison; unknown if a side is NULL.

    Raises:
        UnsupportedError: The sides differ in kind, or have no order that is the
            same in every database.
    """
    kind = same_kind("a comparison", (left, right))
    if kind == "json":
        message = "JSON cannot be compared, only tested with IS NULL"
        raise UnsupportedError(message)
    if kind in {"text", "uuid"} and sign not in {"=", "<>"}:
        message = f"{kind} has no order that is the same in every database"
        raise UnsupportedError(message, None, "compare with `=` or `<>`")
    compare, (a, b) = _COMPARE[sign], brought_to(kind, (left, right))

    def evaluate(row: Row) -> Cell:
        x, y = a(row), b(row)
        return None if x is None or y is None else compare(x, y)

    return evaluate


def brought_to(kind: Kind, terms: Sequence[Term]) -> list[Evaluate]:
    """Return the values of terms, brought to the one kind that they have in common."""
    if kind == "double precision":
        return [in_double(term) for term in terms]
    return [term.evaluate for term in terms]


def is_exactly(term: Evaluate, value: bool | None) -> Evaluate:  # noqa: FBT001, a value and not a switch
    """Return IS NULL, IS TRUE or IS FALSE, which are never unknown."""

    def evaluate(row: Row) -> Cell:
        return term(row) is value

    return evaluate


def choice(whens: Sequence[tuple[Evaluate, Evaluate]], default: Evaluate) -> Evaluate:
    """Return CASE: the result of the first condition that is true."""

    def evaluate(row: Row) -> Cell:
        for condition, result in whens:
            if condition(row) is True:
                return result(row)
        return default(row)

    return evaluate
