"""Three-valued logic and comparison: None is NULL, and unknown."""

import operator
from collections.abc import Callable, Sequence
from typing import cast

from seedc.check.expression.terms import Evaluate, Term, UnsupportedError, same_kind
from seedc.model.catalog import Row
from seedc.model.json_value import JsonValue

Compare = Callable[[JsonValue, JsonValue], bool]
COMPARISONS: dict[str, Compare] = {
    "eq": operator.eq,
    "neq": operator.ne,
    "lt": cast("Compare", operator.lt),
    "lte": cast("Compare", operator.le),
    "gt": cast("Compare", operator.gt),
    "gte": cast("Compare", operator.ge),
}


def conjunction(terms: Sequence[Evaluate]) -> Evaluate:
    """Return AND: false if any is false, else unknown if any is."""

    def evaluate(row: Row) -> JsonValue:
        values = [term(row) for term in terms]
        if any(value is False for value in values):
            return False
        return None if None in values else True

    return evaluate


def disjunction(terms: Sequence[Evaluate]) -> Evaluate:
    """Return OR: true if any is true, else unknown if any is."""

    def evaluate(row: Row) -> JsonValue:
        values = [term(row) for term in terms]
        if any(value is True for value in values):
            return True
        return None if None in values else False

    return evaluate


def negation(term: Evaluate) -> Evaluate:
    """Return NOT; unknown stays unknown."""

    def evaluate(row: Row) -> JsonValue:
        value = term(row)
        return None if value is None else not value

    return evaluate


def comparison(name: str, left: Term, right: Term) -> Evaluate:
    """Return a comparison; unknown if a side is NULL.

    Raises:
        UnsupportedError: The sides differ in kind, or have no order that is the
            same in every database.
    """
    kind = same_kind("a comparison", left, right)
    if kind == "json":
        message = "JSON columns cannot be compared, only tested with IS NULL"
        raise UnsupportedError(message)
    if kind in {"text", "uuid"} and name not in {"eq", "neq"}:
        message = "text has no order that is the same in every database; use = or <>"
        raise UnsupportedError(message)
    compare, a, b = COMPARISONS[name], left.evaluate, right.evaluate

    def evaluate(row: Row) -> JsonValue:
        x, y = a(row), b(row)
        return None if x is None or y is None else compare(x, y)

    return evaluate


def is_exactly(term: Evaluate, value: JsonValue) -> Evaluate:
    """Return IS NULL, IS TRUE or IS FALSE, which are never unknown."""

    def evaluate(row: Row) -> JsonValue:
        return term(row) is value

    return evaluate


def choice(whens: Sequence[tuple[Evaluate, Evaluate]], default: Evaluate) -> Evaluate:
    """Return CASE: the result of the first condition that is true."""

    def evaluate(row: Row) -> JsonValue:
        for condition, result in whens:
            if condition(row) is True:
                return result(row)
        return default(row)

    return evaluate
