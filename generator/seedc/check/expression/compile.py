"""Compile an SQL expression of the closed list to a Python function of a row."""

from dataclasses import dataclass
from functools import lru_cache
from typing import final

from seedc.check.expression.columns import Operands, column, operands
from seedc.check.expression.grammar import parse
from seedc.check.expression.terms import (
    Evaluate,
    Term,
    UncomputableError,
    UnsupportedError,
    demand,
)
from seedc.check.expression.tree import (
    Between,
    Call,
    Case,
    Compared,
    Constant,
    In,
    Is,
    Junction,
    Like,
    Minus,
    Name,
    Not,
    Part,
    Sum,
    names,
)
from seedc.check.expression.truths import truth
from seedc.check.expression.values import value
from seedc.model.table import Table


@final
@dataclass(frozen=True, slots=True)
class Law:
    """A check as a function.

    Attributes:
        test: From a row to True, False, or None for unknown; raises
            `UncomputableError` where Postgres has no answer, or not always the same.
        columns: The columns that it speaks of.
    """

    test: Evaluate
    columns: tuple[str, ...]


def compile_check(expression: str, table: Table) -> Law:
    """Compile a CHECK expression.

    Args:
        expression: SQL over the columns of a table.
        table: The table.

    Raises:
        UnsupportedError: It does not parse, or is outside the closed list.
    """
    return _compiled(expression, operands(table))


@lru_cache(maxsize=1024)
def _compiled(expression: str, columns: Operands) -> Law:
    part = parse(expression)
    term = _Compiler(columns).term(part)
    demand("boolean", "a check", term)
    return Law(term.evaluate, names(part))


@final
@dataclass(frozen=True, slots=True)
class _Compiler:
    columns: Operands

    def term(self, part: Part) -> Term:
        try:
            term = self._term(part)
            if not names(part):
                # Postgres computes what has no columns at once, wherever it stands.
                term.evaluate(())
        except UncomputableError as error:
            raise UnsupportedError(str(error), part.span) from error
        except UnsupportedError as error:
            span = error.span or part.span
            raise UnsupportedError(error.message, span, error.help) from error
        return term

    def _term(self, part: Part) -> Term:
        match part:
            case Name():
                return column(part, self.columns)
            case Constant() | Minus() | Sum() | Call() | Case():
                return value(part, self.term)
            case Junction() | Not() | Compared() | Is() | In() | Between() | Like():
                return Term("boolean", truth(part, self.term))
