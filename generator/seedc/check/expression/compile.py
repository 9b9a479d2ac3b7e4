"""Compile an SQL expression of the closed list to a Python function of a row."""

import operator
from collections.abc import Callable, Mapping
from decimal import MAX_EMAX, MIN_EMIN, Decimal, localcontext
from functools import lru_cache
from typing import cast

from sqlglot import exp

from seedc.check.expression import functions, logic
from seedc.check.expression.parse import parse_expression
from seedc.check.expression.terms import (
    Evaluate,
    Kind,
    Term,
    UnsupportedError,
    demand,
    kind_of,
    same_kind,
)
from seedc.model.catalog import Row
from seedc.model.json_value import JsonValue
from seedc.model.table import Column, Owner, Table
from seedc.text.near import did_you_mean

_DIGITS = 200_000
"""Enough for every sum and product of numbers that Postgres can hold."""

_MOST_DIGITS = 1000
_MOST_LEVELS = 100
"""Parts of an expression inside one another."""

ALLOWED = (
    "AND, OR, NOT, comparisons, + - *, IN, BETWEEN, IS NULL, CASE, COALESCE, "
    "LENGTH, LOWER, ABS, LEAST, GREATEST, LIKE"
)


_ARGUMENTS = frozenset(
    {
        "default",
        "expression",
        "expressions",
        "high",
        "ifs",
        "ignore_nulls",  # says what LEAST and GREATEST do anyway
        "is_string",
        "low",
        "negate",
        "this",
    }
)
"""What a node may hold; sqlglot keeps what else was said beside these."""


def compile_check(expression: str, table: Table) -> Callable[[Row], JsonValue]:
    """Compile a CHECK expression.

    Args:
        expression: SQL over the columns of a table.
        table: The table.

    Returns:
        A function from a row to True, False, or None for unknown.

    Raises:
        UnsupportedError: It does not parse, or is outside the closed list.
    """
    return _compiled(expression, tuple(map(_operand, table.columns)))


Operand = tuple[str, Kind | None]
"""Name and kind of a column; without a kind, no check may speak of it."""


def _operand(column: Column) -> Operand:
    live = column.owner is Owner.LIVE
    return column.name, None if live else kind_of(column.type)


@lru_cache(maxsize=1024)
def _compiled(
    expression: str, operands: tuple[Operand, ...]
) -> Callable[[Row], JsonValue]:
    term = _Compiler(operands).term(parse_expression(expression))
    demand("boolean", "a check", term)
    return _exactly(term.evaluate)


def _exactly(evaluate: Evaluate) -> Evaluate:
    def exact(row: Row) -> JsonValue:
        with localcontext(prec=_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN):
            return evaluate(row)

    return exact


def _sql(node: exp.Expr) -> str:
    return node.sql("postgres")


def _kind(value: JsonValue) -> Kind:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "text"
        case _:
            return "number"


class _Compiler:
    def __init__(self, operands: tuple[Operand, ...]) -> None:
        self._operands = operands
        self._level = 0

    def term(self, node: exp.Expr) -> Term:
        if self._level == _MOST_LEVELS:
            message = f"an expression has at most {_MOST_LEVELS} levels"
            raise UnsupportedError(message)
        self._level += 1
        term = self._term(node)
        self._level -= 1
        return term

    def _term(self, node: exp.Expr) -> Term:
        known = _NODES.get(type(node))
        if known is None:
            name = type(node).__name__.lower()
            message = f"`{name}` is not allowed in a check"
            raise UnsupportedError(message)
        if isinstance(node, _LOOSE) and any(
            isinstance(part, (*_LOOSE, exp.Not)) for part in node.iter_expressions()
        ):
            # Here sqlglot and Postgres bind differently, or Postgres not at all.
            message = f"brackets must say what belongs together in `{_sql(node)}`"
            raise UnsupportedError(message)
        extra = {name for name, value in node.args.items() if value} - _ARGUMENTS
        if extra:
            message = f"`{_sql(node)}` says more than a check may"
            raise UnsupportedError(message)
        term = known(self, node)
        if node.args.get("negate"):
            return Term("boolean", logic.negation(term.evaluate))
        return term

    def paren(self, node: exp.Expr) -> Term:
        return self.term(node.this)

    def column(self, node: exp.Expr) -> Term:
        name = node.name
        names = [own for own, kind in self._operands if kind is not None]
        if node.args.get("table") or name not in names:
            hint = did_you_mean(name, names)
            message = f"the table has no column `{name}`" + (
                f"; {hint}" if hint else ""
            )
            raise UnsupportedError(message)
        at = [own for own, _ in self._operands].index(name)
        kind = self._operands[at][1]
        assert kind is not None  # noqa: S101, as `names` has it
        return Term(kind, lambda row: row[at])

    def literal(self, node: exp.Expr) -> Term:
        if node.args.get("is_string"):
            return self._constant(node.name)
        number = Decimal(node.name)
        if len(node.name) > _MOST_DIGITS or number.adjusted() > _MOST_DIGITS:
            message = f"a number has at most {_MOST_DIGITS} digits here"
            raise UnsupportedError(message)
        return self._constant(int(number) if node.name.isdecimal() else number)

    def boolean(self, node: exp.Expr) -> Term:
        return self._constant(bool(node.this))

    def null(self, _: exp.Expr) -> Term:
        return self._constant(None)

    def _constant(self, value: JsonValue) -> Term:
        return Term(_kind(value), lambda _: value)

    def connective(self, node: exp.Expr) -> Term:
        terms = [self.term(part) for part in node.flatten()]
        demand("boolean", type(node).__name__.upper(), *terms)
        join = logic.conjunction if isinstance(node, exp.And) else logic.disjunction
        return Term("boolean", join([t.evaluate for t in terms]))

    def negation(self, node: exp.Expr) -> Term:
        term = self.term(node.this)
        demand("boolean", "NOT", term)
        return Term("boolean", logic.negation(term.evaluate))

    def comparison(self, node: exp.Expr) -> Term:
        left, right = self.term(node.this), self.term(node.args["expression"])
        name = type(node).__name__.lower()
        return Term("boolean", logic.comparison(name, left, right))

    def is_(self, node: exp.Expr) -> Term:
        term, what = self.term(node.this), node.args["expression"]
        if isinstance(what, exp.Null):
            return Term("boolean", logic.is_exactly(term.evaluate, None))
        demand("boolean", "IS TRUE", term)
        return Term("boolean", logic.is_exactly(term.evaluate, bool(what.this)))

    def in_(self, node: exp.Expr) -> Term:
        term = self.term(node.this)
        options = [self.term(option) for option in node.expressions]
        if not options:
            message = "IN takes a list of values"
            raise UnsupportedError(message)
        tests = [logic.comparison("eq", term, option) for option in options]
        return Term("boolean", logic.disjunction(tests))

    def between(self, node: exp.Expr) -> Term:
        term = self.term(node.this)
        low, high = self.term(node.args["low"]), self.term(node.args["high"])
        tests = [
            logic.comparison("gte", term, low),
            logic.comparison("lte", term, high),
        ]
        return Term("boolean", logic.conjunction(tests))

    def case(self, node: exp.Expr) -> Term:
        operand = self.term(node.this) if node.this is not None else None
        branches = [
            (self._condition(operand, b.this), self.term(b.args["true"]))
            for b in node.args["ifs"]
        ]
        default = node.args.get("default")
        last = self.term(default) if default is not None else self._constant(None)
        kind = same_kind("CASE", last, *(result for _, result in branches))
        whens = [(condition, result.evaluate) for condition, result in branches]
        return Term(kind, logic.choice(whens, last.evaluate))

    def _condition(self, operand: Term | None, node: exp.Expr) -> Evaluate:
        term = self.term(node)
        if operand is not None:
            return logic.comparison("eq", operand, term)
        demand("boolean", "WHEN", term)
        return term.evaluate

    def arithmetic(self, node: exp.Expr) -> Term:
        return self._binary(node, "number", "number", _ARITHMETIC[type(node)])

    def minus(self, node: exp.Expr) -> Term:
        return self._unary(node, "number", "number", operator.neg)

    def absolute(self, node: exp.Expr) -> Term:
        return self._unary(node, "number", "number", abs)

    def length(self, node: exp.Expr) -> Term:
        return self._unary(node, "text", "number", len)

    def lower(self, node: exp.Expr) -> Term:
        return self._unary(node, "text", "text", str.lower)

    def like(self, node: exp.Expr) -> Term:
        return self._binary(node, "text", "boolean", functions.like)

    def _unary(
        self, node: exp.Expr, takes: Kind, gives: Kind, function: object
    ) -> Term:
        term = self.term(node.this)
        demand(takes, type(node).__name__.upper(), term)
        unary = cast("functions.Unary", function)
        return Term(gives, functions.of_one(unary, term.evaluate))

    def _binary(
        self, node: exp.Expr, takes: Kind, gives: Kind, function: object
    ) -> Term:
        left, right = self.term(node.this), self.term(node.args["expression"])
        demand(takes, type(node).__name__.upper(), left, right)
        binary = cast("functions.Binary", function)
        return Term(gives, functions.of_two(binary, left.evaluate, right.evaluate))

    def coalesce(self, node: exp.Expr) -> Term:
        terms = [self.term(part) for part in (node.this, *node.expressions)]
        kind = same_kind("COALESCE", *terms)
        return Term(kind, functions.coalesce([t.evaluate for t in terms]))

    def extreme(self, node: exp.Expr) -> Term:
        terms = [self.term(part) for part in (node.this, *node.expressions)]
        demand("number", type(node).__name__.upper(), *terms)
        pick = cast("functions.Pick", min if isinstance(node, exp.Least) else max)
        return Term("number", functions.extreme(pick, [t.evaluate for t in terms]))


_LOOSE = (
    exp.EQ,
    exp.NEQ,
    exp.LT,
    exp.LTE,
    exp.GT,
    exp.GTE,
    exp.Is,
    exp.In,
    exp.Between,
    exp.Like,
)

_ARITHMETIC: Mapping[type[exp.Expr], object] = {
    exp.Add: operator.add,
    exp.Sub: operator.sub,
    exp.Mul: operator.mul,
}

_NODES: Mapping[type[exp.Expr], Callable[[_Compiler, exp.Expr], Term]] = {
    exp.Paren: _Compiler.paren,
    exp.Column: _Compiler.column,
    exp.Literal: _Compiler.literal,
    exp.Boolean: _Compiler.boolean,
    exp.Null: _Compiler.null,
    exp.And: _Compiler.connective,
    exp.Or: _Compiler.connective,
    exp.Not: _Compiler.negation,
    exp.EQ: _Compiler.comparison,
    exp.NEQ: _Compiler.comparison,
    exp.LT: _Compiler.comparison,
    exp.LTE: _Compiler.comparison,
    exp.GT: _Compiler.comparison,
    exp.GTE: _Compiler.comparison,
    exp.Is: _Compiler.is_,
    exp.In: _Compiler.in_,
    exp.Between: _Compiler.between,
    exp.Case: _Compiler.case,
    exp.Add: _Compiler.arithmetic,
    exp.Sub: _Compiler.arithmetic,
    exp.Mul: _Compiler.arithmetic,
    exp.Neg: _Compiler.minus,
    exp.Abs: _Compiler.absolute,
    exp.Length: _Compiler.length,
    exp.Lower: _Compiler.lower,
    exp.Like: _Compiler.like,
    exp.Coalesce: _Compiler.coalesce,
    exp.Least: _Compiler.extreme,
    exp.Greatest: _Compiler.extreme,
}
