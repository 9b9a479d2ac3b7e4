"""Functions of the closed list; NULL in, NULL out unless said."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias, cast

from seedc.check.expression.numbers import Number
from seedc.check.expression.terms import Cell, Evaluate, UncomputableError
from seedc.model.catalog import Row
from seedc.text.excerpt import excerpt

Pick: TypeAlias = Callable[[Sequence[Number]], Number]
Unary: TypeAlias = Callable[[Cell], Cell]
Binary: TypeAlias = Callable[[Cell, Cell], Cell]


def of_one(function: Unary, term: Evaluate) -> Evaluate:
    """Return a function of a term that is NULL if the term is."""

    def evaluate(row: Row) -> Cell:
        value = term(row)
        return None if value is None else function(value)

    return evaluate


def of_two(function: Binary, left: Evaluate, right: Evaluate) -> Evaluate:
    """Return a function of two terms that is NULL if one of them is."""

    def evaluate(row: Row) -> Cell:
        x, y = left(row), right(row)
        return None if x is None or y is None else function(x, y)

    return evaluate


def coalesce(terms: Sequence[Evaluate]) -> Evaluate:
    """Return the first value that is not NULL; those after it are not computed."""

    def evaluate(row: Row) -> Cell:
        values = (term(row) for term in terms)
        return next((value for value in values if value is not None), None)

    return evaluate


def extreme(pick: Pick, terms: Sequence[Evaluate]) -> Evaluate:
    """Return LEAST or GREATEST, which pass over NULL as Postgres does."""

    def evaluate(row: Row) -> Cell:
        values = [v for term in terms if (v := term(row)) is not None]
        return pick(cast("list[Number]", values)) if values else None

    return evaluate


def length(text: Cell) -> Cell:
    """Return how many characters a text has, as Unicode counts them."""
    return len(cast("str", text))


def lower(text: Cell) -> Cell:
    """Return a text in small letters.

    Raises:
        UncomputableError: It has capitals beyond A to Z, which Postgres lowers or not
            by the locale of the database.
    """
    given = cast("str", text)
    found = given.lower()
    if not given.isascii() and any(c != c.lower() for c in given if not c.isascii()):
        message = f"what LOWER makes of {excerpt(given)} differs between databases"
        raise UncomputableError(message)
    return found


def like(text: Cell, pattern: Cell) -> Cell:
    r"""Say whether a text matches a LIKE pattern: `%`, `_`, and `\` to escape.

    Raises:
        UncomputableError: The pattern ends in an escape of nothing.
    """
    return _pattern(cast("str", pattern)).fullmatch(cast("str", text)) is not None


@lru_cache(maxsize=1024)
def _pattern(pattern: str) -> "re.Pattern[str]":
    r"""Translate `a%b_%c` to `a(?>.*?b.).*c`, which never tries a part twice."""
    segments: list[list[str]] = [[]]
    for part in re.findall(r"\\.|.", pattern, re.DOTALL):
        if part == "\\":
            message = f"the pattern {excerpt(pattern)} ends in an escape of nothing"
            raise UncomputableError(message)
        if part == "%":
            segments.append([])
        else:
            segments[-1].append("." if part == "_" else re.escape(part[-1]))
    first, *others = map("".join, segments)
    if not others:
        return re.compile(first, re.DOTALL)
    *middle, last = others
    between = "".join(f"(?>.*?{segment})" for segment in middle)
    return re.compile(f"{first}{between}.*{last}", re.DOTALL)
