"""Functions and arithmetic of the closed list; NULL in, NULL out unless said."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import TypeAlias, cast

from seedc.check.expression.terms import Evaluate
from seedc.model.catalog import Row
from seedc.model.json_value import JsonValue

Number: TypeAlias = int | Decimal
Pick: TypeAlias = Callable[[Sequence[Number]], Number]
Unary: TypeAlias = Callable[[JsonValue], JsonValue]
Binary: TypeAlias = Callable[[JsonValue, JsonValue], JsonValue]


def of_one(function: Unary, term: Evaluate) -> Evaluate:
    """Return a function of a term that is NULL if the term is."""

    def evaluate(row: Row) -> JsonValue:
        value = term(row)
        return None if value is None else function(value)

    return evaluate


def of_two(function: Binary, left: Evaluate, right: Evaluate) -> Evaluate:
    """Return a function of two terms that is NULL if one of them is."""

    def evaluate(row: Row) -> JsonValue:
        x, y = left(row), right(row)
        return None if x is None or y is None else function(x, y)

    return evaluate


def coalesce(terms: Sequence[Evaluate]) -> Evaluate:
    """Return the first value that is not NULL."""

    def evaluate(row: Row) -> JsonValue:
        values = (term(row) for term in terms)
        return next((value for value in values if value is not None), None)

    return evaluate


def extreme(pick: Pick, terms: Sequence[Evaluate]) -> Evaluate:
    """Return LEAST or GREATEST, which pass over NULL as Postgres does."""

    def evaluate(row: Row) -> JsonValue:
        values = [v for term in terms if (v := term(row)) is not None]
        return pick(cast("list[Number]", values)) if values else None

    return evaluate


def like(text: JsonValue, pattern: JsonValue) -> JsonValue:
    r"""Say whether a text matches a LIKE pattern: `%`, `_`, and `\` to escape."""
    return _like_pattern(str(pattern)).fullmatch(str(text)) is not None


@cache
def _like_pattern(pattern: str) -> "re.Pattern[str]":
    parts = re.findall(r"\\.|.", pattern, re.DOTALL)
    wild = {"%": ".*", "_": "."}
    return re.compile(
        "".join(wild.get(part) or re.escape(part[-1]) for part in parts), re.DOTALL
    )
