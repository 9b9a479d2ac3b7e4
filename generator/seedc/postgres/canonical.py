"""Bring the values of one column to the form in which SQL holds them."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import cast

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
from seedc.text.moment import iso_date, plain_timestamp, utc_time, utc_timestamp

Values = Sequence[JsonValue]


def may_vary(kind: ColumnType) -> bool:
    """Say whether a type has values that can be written in several ways."""
    return not isinstance(kind, Text | Varchar | Numeric | Double | Boolean | Json)


def is_canonical(kind: ColumnType, values: Values) -> bool:
    """Say whether a column's values surely are in their one form already."""
    integers = isinstance(kind, SmallInt | Integer | BigInt)
    return integers and Decimal not in set(map(type, values))


def canonical(kind: ColumnType, values: Values) -> Values:
    """Return a column's values, which fit it, in their one form."""
    match kind:
        case SmallInt() | Integer() | BigInt():
            return _integers(values)
        case Uuid():
            return _texts(str.lower, values)
        case Date():
            return _texts(iso_date, values)
        case Time():
            return _texts(utc_time, values)
        case Timestamp(zoned):
            return _texts(utc_timestamp if zoned else plain_timestamp, values)
        case Text() | Varchar() | Numeric() | Double() | Boolean() | Json():
            return values


def _integers(values: Values) -> Values:
    # JSON Schema takes 1.0 for an integer, and so it is one.
    if Decimal not in set(map(type, values)):
        return values
    return [int(v) if isinstance(v, Decimal) else v for v in values]


def _texts(convert: Callable[[str], str | None], values: Values) -> Values:
    return [None if v is None else convert(cast("str", v)) for v in values]
