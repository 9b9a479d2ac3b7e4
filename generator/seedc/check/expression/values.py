"""Translate what has a value of its own: constants, sums, functions and CASE."""

from collections.abc import Sequence
from typing import Literal, TypeAlias, cast

from seedc.check.expression import functions, logic, numbers
from seedc.check.expression.terms import (
    Evaluate,
    Kind,
    Term,
    UnsupportedError,
    demand,
    demand_number,
    same_kind,
)
from seedc.check.expression.tree import Call, Case, Constant, Minus, Part, Sum
from seedc.check.expression.truths import Translate, condition

Value: TypeAlias = Constant | Minus | Sum | Call | Case


def value(part: Value, translate: Translate) -> Term:
    """Return a value as a function of a row.

    Raises:
        UnsupportedError: It has no meaning, or not the same in every database.
    """
    match part:
        case Constant():
            given = part.value
            return Term(_kind(given), lambda _: given)
        case Minus():
            term = translate(part.part)
            kind = demand_number("`-`", term)
            return _of_one(numbers.minus(kind), kind, term)
        case Sum():
            return _sum(part, translate)
        case Call():
            return _call(part, [translate(inner) for inner in part.parts])
        case Case():
            return _case(part, translate)


def _kind(given: object) -> Kind:
    match given:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "text"
        case _:
            return numbers.number_kind(cast("int", given))


def _sum(part: Sum, translate: Translate) -> Term:
    terms = (translate(part.left), translate(part.right))
    kind = demand_number(f"`{part.sign}`", *terms)
    left, right = logic.brought_to(kind, terms)
    compute = cast("functions.Binary", numbers.sum_of(part.sign, kind))
    return Term(kind, functions.of_two(compute, left, right))


def _of_one(function: object, kind: Kind, term: Term) -> Term:
    unary = cast("functions.Unary", function)
    return Term(kind, functions.of_one(unary, term.evaluate))


def _call(call: Call, terms: Sequence[Term]) -> Term:
    match call.name:
        case "COALESCE":
            kind = _common("COALESCE", terms)
            return Term(kind, functions.coalesce(logic.brought_to(kind, terms)))
        case "LEAST" | "GREATEST":
            number = demand_number(call.name, *terms)
            pick = cast("functions.Pick", min if call.name == "LEAST" else max)
            values = logic.brought_to(number, terms)
            return Term(number, functions.extreme(pick, values))
        case "ABS" | "LENGTH" | "LOWER":
            return _of_single(call.name, terms)


def _of_single(name: Literal["ABS", "LENGTH", "LOWER"], terms: Sequence[Term]) -> Term:
    if len(terms) > 1:
        message = f"{name} takes one value, not {len(terms)}"
        raise UnsupportedError(message)
    (term,) = terms
    if name == "ABS":
        kind = demand_number(name, term)
        return _of_one(numbers.absolute(kind), kind, term)
    demand("text", name, term)
    if name == "LENGTH":
        return _of_one(functions.length, "integer", term)
    return _of_one(functions.lower, "text", term)


def _case(case: Case, translate: Translate) -> Term:
    whens = [
        (_when(case, when, translate), translate(then)) for when, then in case.whens
    ]
    default = translate(case.default or Constant(None, case.span))
    results = [*(result for _, result in whens), default]
    kind = _common("CASE", results)
    *values, last = logic.brought_to(kind, results)
    tests = [test for test, _ in whens]
    return Term(kind, logic.choice(list(zip(tests, values, strict=True)), last))


def _when(case: Case, when: Part, translate: Translate) -> Evaluate:
    if case.operand is None:
        return condition(when, "WHEN", translate)
    return logic.comparison("=", translate(case.operand), translate(when))


def _common(what: str, terms: Sequence[Term]) -> Kind:
    kind = same_kind(what, terms)
    # Of nothing but NULL Postgres makes text.
    return "text" if kind == "null" else kind
