"""Columns as the operands of an expression."""

from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.check.expression.numbers import as_double, is_number
from seedc.check.expression.terms import (
    Cell,
    Evaluate,
    Kind,
    Term,
    UnsupportedError,
    kind_of,
)
from seedc.check.expression.tree import Name
from seedc.model.catalog import Row
from seedc.model.table import Owner, Table
from seedc.postgres.literal import quote_name
from seedc.text.near import did_you_mean, one_of


@final
@dataclass(frozen=True, slots=True)
class Operand:
    """A column that a check may speak of, if it is not live."""

    name: str
    kind: Kind
    live: bool


Operands: TypeAlias = tuple[Operand, ...]


def operands(table: Table) -> Operands:
    """Return the columns of a table, in the order of its rows."""
    return tuple(
        Operand(c.name, kind_of(c.type), live=c.owner is Owner.LIVE)
        for c in table.columns
    )


def column(name: Name, columns: Operands) -> Term:
    """Return the value that a row has in a column.

    Raises:
        UnsupportedError: There is no such column, or seeds have no value for it.
    """
    at = next((i for i, c in enumerate(columns) if c.name == name.name), None)
    if at is None:
        raise _unknown(name, columns)
    if columns[at].live:
        message = f"`{name.name}` is written by the application, not by seeds"
        hint = "leave it out, or give it another `owner`"
        raise UnsupportedError(message, name.span, hint)
    return Term(columns[at].kind, _reading(at, columns[at].kind))


def _reading(at: int, kind: Kind) -> Evaluate:
    if kind != "double precision":
        return lambda row: row[at]

    def read(row: Row) -> Cell:
        value = row[at]
        return as_double(value) if is_number(value) else None

    return read


def _unknown(name: Name, columns: Operands) -> UnsupportedError:
    known = [quote_name(c.name) for c in columns if not c.live]
    hint = did_you_mean(name.name, known) or f"its columns: {one_of(known)}"
    message = f"the table has no column `{name.name}`"
    return UnsupportedError(message, name.span, hint)
