"""Terms: parts of an expression that were compiled, with the kind of their values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, final, get_args

from seedc.check.expression.tree import Span
from seedc.model.catalog import Row
from seedc.model.column_type import (
    BigInt,
    Boolean,
    ColumnType,
    Date,
    Double,
    Integer,
    Json,
    Numeric,
    SmallInt,
    Text,
    Time,
    Timestamp,
    Uuid,
    Varchar,
)
from seedc.model.json_value import JsonValue

NumberKind: TypeAlias = Literal[
    "smallint", "integer", "bigint", "numeric", "double precision"
]
OtherKind: TypeAlias = Literal[
    "text",
    "boolean",
    "uuid",
    "date",
    "time",
    "timestamp",
    "timestamptz",
    "json",
    "null",
]
Kind: TypeAlias = NumberKind | OtherKind
Cell: TypeAlias = "JsonValue | float"
"""A value of a row, or of a part of an expression; a float only of doubles."""

Evaluate: TypeAlias = Callable[[Row], Cell]

NUMBERS: tuple[NumberKind, ...] = get_args(NumberKind)
"""In the order in which Postgres brings two of them to one."""


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


@final
class UnsupportedError(Exception):
    """An expression is outside the closed list.

    Attributes:
        message: Why.
        span: What part of the text is meant; None for all of it.
        help: What to write in its place.
    """

    def __init__(
        self, message: str, span: Span | None = None, hint: str | None = None
    ) -> None:
        """Say why."""
        super().__init__(message)
        self.message, self.span, self.help = message, span, hint


@final
class UncomputableError(Exception):
    """A row has values of which an expression has no value, or not the same everywhere.

    The message says which and why.
    """


def kind_of(column: ColumnType) -> Kind:
    """Return the kind of a column's values."""
    match column:
        case Text() | Varchar():
            return "text"
        case Boolean():
            return "boolean"
        case Json():
            return "json"
        case SmallInt() | Integer() | BigInt() | Numeric() | Double():
            return _of_number(column)
        case Uuid() | Date() | Time() | Timestamp():
            return _of_others(column)


def _of_number(column: SmallInt | Integer | BigInt | Numeric | Double) -> Kind:
    match column:
        case SmallInt():
            return "smallint"
        case Integer():
            return "integer"
        case BigInt():
            return "bigint"
        case Numeric():
            return "numeric"
        case Double():
            return "double precision"


def _of_others(column: Uuid | Date | Time | Timestamp) -> Kind:
    match column:
        case Uuid():
            return "uuid"
        case Date():
            return "date"
        case Time():
            return "time"
        case Timestamp(zoned=True):
            return "timestamptz"
        case Timestamp():
            return "timestamp"


def same_kind(what: str, terms: Sequence[Term]) -> Kind:
    """Return the one kind that several terms have or are brought to; NULL has any.

    Raises:
        UnsupportedError: They have none in common.
    """
    kinds = {term.kind for term in terms} - {"null"}
    numbers = [kind for kind in NUMBERS if kind in kinds]
    if len(kinds) == len(numbers) > 0:
        return numbers[-1]
    if len(kinds) > 1:
        found = " and ".join(sorted({noun(kind) for kind in kinds}))
        message = f"{what} takes values of one type, not {found}"
        raise UnsupportedError(message, None, _advice(kinds))
    return kinds.pop() if kinds else "null"


def _advice(kinds: "set[Kind]") -> str | None:
    if "text" in kinds and kinds & set(NUMBERS):
        return "write numbers without quotes"
    if "text" in kinds and kinds - {"json", "boolean"}:
        return "a text in quotes is text, and nothing else"
    return None


def noun(kind: Kind) -> str:
    """Return what people call a value of a kind."""
    return "number" if kind in NUMBERS else kind


def demand(kind: Literal["text", "boolean"], what: str, *terms: Term) -> None:
    """Demand that terms are of a kind.

    Raises:
        UnsupportedError: One is not.
    """
    for term in terms:
        if term.kind not in {kind, "null"}:
            message = f"{what} takes a {kind}, not a {noun(term.kind)}"
            raise UnsupportedError(message)


def demand_number(what: str, *terms: Term) -> NumberKind:
    """Demand that terms are numbers, and return the kind that they are brought to.

    Raises:
        UnsupportedError: One is none, or nothing but NULL is given.
    """
    for term in terms:
        if term.kind not in {*NUMBERS, "null"}:
            message = f"{what} takes a number, not a {noun(term.kind)}"
            raise UnsupportedError(message)
    kinds = [kind for kind in NUMBERS if any(term.kind == kind for term in terms)]
    if not kinds:
        message = f"{what} takes a number, and NULL alone is none"
        raise UnsupportedError(message)
    return kinds[-1]
