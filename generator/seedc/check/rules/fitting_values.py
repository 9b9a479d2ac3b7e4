"""Every value fits its column."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Context, Decimal
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
from seedc.model.shape import NullableShape, NumberShape, Shape, StringShape
from seedc.model.table import Column
from seedc.text.excerpt import excerpt
from seedc.text.moment import iso_date, plain_timestamp, utc_time, utc_timestamp

Misfit: TypeAlias = tuple[int, str]
"""Which value does not fit, and why not."""

_Number: TypeAlias = int | Decimal

# More than any number that was read has.
_EXACT = Context(prec=20_000, Emax=200_000, Emin=-200_000)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def may_misfit(column: Column) -> bool:
    """Say whether values that are valid against the schema may yet not fit."""
    shape = column.shape
    inner = shape.shape if isinstance(shape, NullableShape) else shape
    match column.type:
        case Text() | Boolean() | Json() | Numeric(precision=None):
            return False
        case Uuid():
            return not (isinstance(inner, StringShape) and inner.format == "uuid")
        case SmallInt():
            return not _is_within(inner, -(2**15), 2**15 - 1)
        case Integer():
            return not _is_within(inner, -(2**31), 2**31 - 1)
        case BigInt(low, high):
            return not _is_within(inner, low, high)
        case _:
            return True


def _is_within(shape: Shape, low: int, high: int) -> bool:
    """Say whether the schema bounds a number at least as closely as the column."""
    return (
        isinstance(shape, NumberShape)
        and shape.minimum is not None
        and shape.maximum is not None
        and low <= shape.minimum
        and shape.maximum <= high
    )


def misfits(kind: ColumnType, values: Sequence[JsonValue]) -> Iterator[Misfit]:
    """Yield the values of a column that its type cannot hold.

    Args:
        kind: The column's type.
        values: The column's values, valid against its schema.
    """
    match kind:
        case SmallInt():
            return _integers(values, -(2**15), 2**15 - 1, "smallint")
        case Integer():
            return _integers(values, -(2**31), 2**31 - 1, "integer")
        case BigInt(low, high):
            return _integers(values, low, high, "bigint")
        case _:
            return _others(kind, values)


def _others(kind: ColumnType, values: Sequence[JsonValue]) -> Iterator[Misfit]:
    match kind:
        case Varchar(length):
            return _long(values, length)
        case Numeric(int() as precision, int() as scale):
            return _decimals(values, precision, scale)
        case Double():
            return _doubles(values)
        case Uuid():
            return _uuids(values)
        case Date() | Time() | Timestamp():
            return _moments(kind, values)
        case (
            Text() | Numeric() | Boolean() | Json() | SmallInt() | Integer() | BigInt()
        ):
            return iter(())


def _integers(
    values: Sequence[JsonValue], low: int, high: int, name: str
) -> Iterator[Misfit]:
    numbers = [v for v in cast("Sequence[_Number | None]", values) if v is not None]
    if not numbers or (min(numbers) >= low and max(numbers) <= high):
        return
    for at, value in enumerate(cast("Sequence[_Number | None]", values)):
        if value is not None and (value < low or value > high):
            yield at, f"{excerpt(value)} does not fit `{name}` ({low} to {high})"


def _long(values: Sequence[JsonValue], length: int) -> Iterator[Misfit]:
    for at, value in enumerate(cast("Sequence[str | None]", values)):
        if value is not None and len(value) > length:
            yield at, f"{len(value)} characters do not fit `varchar({length})`"


def _decimals(
    values: Sequence[JsonValue], precision: int, scale: int
) -> Iterator[Misfit]:
    for at, value in enumerate(cast("Sequence[_Number | None]", values)):
        if value is not None and not _is_decimal(Decimal(value), precision, scale):
            yield at, f"{excerpt(value)} does not fit `numeric({precision},{scale})`"


def _is_decimal(number: Decimal, precision: int, scale: int) -> bool:
    if not number:
        return True
    exponent = cast("int", number.normalize(_EXACT).as_tuple().exponent)
    return number.adjusted() < precision - scale and exponent >= -scale


def _uuids(values: Sequence[JsonValue]) -> Iterator[Misfit]:
    for at, value in enumerate(cast("Sequence[str | None]", values)):
        if value is not None and not _UUID.fullmatch(value):
            yield at, f"{excerpt(value)} does not fit `uuid`"


def _doubles(values: Sequence[JsonValue]) -> Iterator[Misfit]:
    for at, value in enumerate(cast("Sequence[_Number | None]", values)):
        if value is not None and not _is_double(value):
            yield at, f"{excerpt(value)} does not fit `double precision`"


def _is_double(value: _Number) -> bool:
    number = Decimal(value)
    # The range of IEEE 754 binary64, without subnormal numbers.
    return not number or -308 < number.adjusted() < 308  # noqa: PLR2004


def _moments(
    kind: Date | Time | Timestamp, values: Sequence[JsonValue]
) -> Iterator[Misfit]:
    form, name = _form(kind)
    for at, value in enumerate(cast("Sequence[str | None]", values)):
        if value is not None and form(value) is None:
            yield at, f"{excerpt(value)} does not fit {name}"


def _form(
    kind: Date | Time | Timestamp,
) -> tuple[Callable[[str], str | None], str]:
    match kind:
        case Date():
            return iso_date, "`date` (years 1 to 9999)"
        case Time():
            return utc_time, "`time` (microseconds, and no zone but UTC)"
        case Timestamp(zoned=True):
            return (
                utc_timestamp,
                "`timestamptz` (a zone, microseconds, years 1 to 9999)",
            )
        case Timestamp():
            return plain_timestamp, "`timestamp` (microseconds, years 1 to 9999)"
