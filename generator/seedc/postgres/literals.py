"""Write a column's values as literals: all at once, as columns of a kind are alike."""

from collections.abc import Callable, Iterable, Sequence
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

Values: TypeAlias = Sequence[JsonValue]
Literals: TypeAlias = Iterable[str]
Quote: TypeAlias = Callable[[str], str]


def literals(kind: ColumnType, values: Values, quote: Quote) -> Literals:
    """Return a column's values as literals, which mean the same in any session.

    Args:
        kind: The column's type.
        values: Its values, in canonical form.
        quote: Writes any text as a literal of the dialect.
    """
    match kind:
        case Text() | Varchar():
            return _with_null(values, lambda v: _texts(cast("list[str]", v), quote))
        case Json():
            return _with_null(values, lambda v: _texts([*map(json_text, v)], quote))
        case Boolean():
            return _with_null(values, lambda v: ["true" if x else "false" for x in v])
        case SmallInt() | Integer() | BigInt() | Numeric() | Double():
            return _with_null(values, lambda v: [*map(str, v)])
        case Timestamp(zoned=True):
            return _with_null(values, lambda v: [f"'{x}+00'" for x in v])
        case Uuid() | Date() | Time() | Timestamp():
            return _with_null(values, lambda v: [f"'{x}'" for x in v])


def _with_null(
    values: Values, write: Callable[[Sequence[JsonValue]], list[str]]
) -> Literals:
    if None not in values:
        return write(values)
    written = iter(write([value for value in values if value is not None]))
    return ["NULL" if value is None else next(written) for value in values]


def _texts(values: list[str], quote: Quote) -> list[str]:
    together = "".join(values)
    # Nearly all columns hold nothing that needs a closer look at each value.
    if not together.isprintable() or "\\" in together:
        return [quote(value) for value in values]
    if "'" in together:
        return ["'" + value.replace("'", "''") + "'" for value in values]
    return [f"'{value}'" for value in values]
