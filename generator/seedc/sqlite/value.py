"""The forms in which SQLite keeps values: those that SQLAlchemy reads back."""

from collections.abc import Callable, Sequence
from typing import TypeAlias, cast

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
from seedc.text.json_text import json_text

Parameter: TypeAlias = str | int | None
"""What a statement is given for a value; a column makes a number of a text."""


def formed(kind: ColumnType, values: Sequence[JsonValue]) -> Sequence[JsonValue]:
    """Return a column's values: a UUID as 32 digits, times with microseconds.

    Args:
        kind: The column's type.
        values: Its values, in canonical form.
    """
    match kind:
        case Uuid():
            return _each(lambda v: str(v).replace("-", ""), values)
        case Time() | Timestamp():
            return _each(lambda v: _padded(str(v)), values)
        case _:
            return values


def parameters(kind: ColumnType, values: Sequence[JsonValue]) -> Sequence[Parameter]:
    """Return a column's values as a statement is given them.

    Numbers go as text, so that SQLite reads them as it reads those of a script.

    Args:
        kind: The column's type.
        values: Its values, in canonical form.
    """
    match kind:
        case Json():
            return _each(json_text, values)
        case Numeric() | Double():
            return _each(str, values)
        case Boolean():
            return _each(lambda v: int(cast("bool", v)), values)
        case SmallInt() | Integer() | BigInt():
            return cast("Sequence[Parameter]", values)
        case Text() | Varchar() | Uuid() | Date() | Time() | Timestamp():
            return cast("Sequence[Parameter]", formed(kind, values))


def _each(
    convert: Callable[[JsonValue], str | int], values: Sequence[JsonValue]
) -> list[Parameter]:
    return [None if value is None else convert(value) for value in values]


def _padded(moment: str) -> str:
    return moment if "." in moment else f"{moment}.000000"
