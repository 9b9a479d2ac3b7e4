"""Terms: parts of an expression that were compiled, with the kind of their values."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias, final

from seedc.model.catalog import Row
from seedc.model.column_type import (
    BigInt,
    Boolean,
    ColumnType,
    Date,
    Double,
    Integer,
    Numeric,
    SmallInt,
    Text,
    Time,
    Timestamp,
    Uuid,
    Varchar,
)
from seedc.model.json_value import JsonValue

Kind: TypeAlias = Literal[
    "number", "text", "boolean", "uuid", "date", "time", "timestamp", "json", "null"
]
Evaluate: TypeAlias = Callable[[Row], JsonValue]


@final
@dataclass(frozen=True, slots=True)
class Term:
    """A part of an expression.

    Attributes:
        kind: Kind of its values.
        evaluate: Its value for a row; None where SQL has NULL.
    """

    kind: Kind
    evaluate: Evaluate


class UnsupportedError(Exception):
    """The expression is outside the closed list; the message says what is."""


def kind_of(column: ColumnType) -> Kind:
    """Return the kind of a column's values."""
    match column:
        case Text() | Varchar():
            return "text"
        case SmallInt() | Integer() | BigInt() | Numeric() | Double():
            return "number"
        case Boolean():
            return "boolean"
        case _:
            return _other(column)


def _other(column: ColumnType) -> Kind:
    match column:
        case Uuid():
            return "uuid"
        case Date():
            return "date"
        case Time():
            return "time"
        case Timestamp():
            return "timestamp"
        case _:
            return "json"


def same_kind(what: str, *terms: Term) -> Kind:
    """Return the one kind of several terms; NULL is of any kind.

    Raises:
        UnsupportedError: They are of different kinds.
    """
    kinds = {term.kind for term in terms} - {"null"}
    if len(kinds) > 1:
        found = " and ".join(sorted(kinds))
        message = f"{what} takes values of one type, not {found}"
        raise UnsupportedError(message)
    return kinds.pop() if kinds else "null"


def demand(kind: Kind, what: str, *terms: Term) -> None:
    """Demand that terms are of a kind.

    Raises:
        UnsupportedError: One is not.
    """
    for term in terms:
        if term.kind not in {kind, "null"}:
            message = f"{what} takes a {kind}, not a {term.kind}"
            raise UnsupportedError(message)
