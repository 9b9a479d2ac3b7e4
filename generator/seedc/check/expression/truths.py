"""Translate what is true or false of a row: logic, comparisons and other predicates."""

from collections.abc import Callable
from typing import TypeAlias

from seedc.check.expression import functions, logic
from seedc.check.expression.terms import Evaluate, Term, UnsupportedError, demand
from seedc.check.expression.tree import (
    Between,
    Compared,
    Constant,
    In,
    Is,
    Junction,
    Like,
    Name,
    Not,
    Part,
)
from seedc.postgres.literal import quote_name

Translate: TypeAlias = Callable[[Part], Term]
Truth: TypeAlias = Junction | Not | Compared | Is | In | Between | Like


def truth(part: Truth, translate: Translate) -> Evaluate:  # noqa: PLR0911, a case for each
    """Return a predicate as a function of a row.

    Raises:
        UnsupportedError: It has no meaning, or not the same in every database.
    """
    match part:
        case Junction():
            terms = [condition(inner, part.word, translate) for inner in part.parts]
            return logic.junction(terms, decides=part.word == "OR")
        case Not():
            return logic.negation(condition(part.part, "NOT", translate))
        case Compared():
            return _compared(part, translate)
        case Is():
            return _is(part, translate)
        case In():
            return _in(part, translate)
        case Between():
            return _between(part, translate)
        case Like():
            return _like(part, translate)


def condition(part: Part, what: str, translate: Translate) -> Evaluate:
    """Return a part that must be true or false."""
    term = translate(part)
    demand("boolean", what, term)
    return term.evaluate


def _compared(part: Compared, translate: Translate) -> Evaluate:
    for one, other in ((part.left, part.right), (part.right, part.left)):
        if part.sign in {"=", "<>"} and _is_null(one):
            raise _unknown(one, f"write {_null_test(other, part.sign)}")
    return logic.comparison(part.sign, translate(part.left), translate(part.right))


def _is_null(part: Part) -> bool:
    return isinstance(part, Constant) and part.value is None


def _unknown(null: Part, hint: str) -> UnsupportedError:
    message = "nothing is equal to NULL, nor different from it"
    return UnsupportedError(message, null.span, hint)


def _null_test(part: Part, sign: str) -> str:
    test = "IS NULL" if sign == "=" else "IS NOT NULL"
    return f"`{quote_name(part.name)} {test}`" if isinstance(part, Name) else test


def _is(part: Is, translate: Translate) -> Evaluate:
    term = translate(part.part)
    if part.value is not None:
        demand("boolean", "IS TRUE" if part.value else "IS FALSE", term)
    return logic.is_exactly(term.evaluate, part.value)


def _in(part: In, translate: Translate) -> Evaluate:
    term = translate(part.part)
    if (null := next(filter(_is_null, part.options), None)) is not None:
        hint = f"leave it out, or write {_null_test(part.part, '=')} beside the IN"
        raise _unknown(null, hint)
    options = [translate(option) for option in part.options]
    tests = [logic.comparison("=", term, option) for option in options]
    return logic.junction(tests, decides=True)


def _between(part: Between, translate: Translate) -> Evaluate:
    term = translate(part.part)
    low = logic.comparison(">=", term, translate(part.low))
    high = logic.comparison("<=", term, translate(part.high))
    return logic.junction([low, high], decides=False)


def _like(part: Like, translate: Translate) -> Evaluate:
    text, pattern = translate(part.part), translate(part.pattern)
    demand("text", "LIKE", text, pattern)
    if isinstance(part.pattern, Constant) and isinstance(part.pattern.value, str):
        functions.like("", part.pattern.value)
    return functions.of_two(functions.like, text.evaluate, pattern.evaluate)
