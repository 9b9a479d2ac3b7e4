"""The edges of each column type are within it, and what lies beyond is not."""

from decimal import Decimal

import pytest

from seedc.check.rules.fitting_values import misfits
from seedc.model.column_type import (
    BigInt,
    ColumnType,
    Date,
    Double,
    Integer,
    Numeric,
    SmallInt,
    Time,
    Timestamp,
    Uuid,
    Varchar,
)
from seedc.model.json_value import JsonValue

UUID = "6f1c9a52-7d0e-4b3a-9c55-0a1b2c3d4e5f"

FITS: list[tuple[ColumnType, list[JsonValue]]] = [
    (SmallInt(), [-32768, 32767, None, Decimal("1.0")]),
    (Integer(), [-(2**31), 2**31 - 1]),
    (BigInt(), [-(2**53 - 1), 2**53 - 1, Decimal("1E+3")]),
    (BigInt(-(2**63), 2**63 - 1), [-(2**63), 2**63 - 1]),
    (Numeric(4, 2), [0, Decimal("99.99"), Decimal("-99.990"), Decimal("0E-9"), 99]),
    (Numeric(2, 2), [Decimal("0.99")]),
    (Numeric(40, 1), [Decimal("123456789012345678901234567890123456789.5")]),
    (Numeric(1000, 0), [Decimal(10) ** 999]),
    (Double(), [0, Decimal("1E-300"), Decimal("-1E+300"), None]),
    (Varchar(3), ["", "abc", "\U0001f600" * 3]),
    (Uuid(), [UUID, UUID.upper()]),
    (Date(), ["0001-01-01", "9999-12-31", "2024-02-29"]),
    (Time(), ["00:00:00Z", "23:59:59.999999z", "09:30:00+00:00"]),
    (Timestamp(), ["2026-01-13T09:30:00+14:00", "2026-01-13t09:30:00.1230000Z"]),
    (Timestamp(zoned=False), ["2026-01-13T09:30:00", "2026-01-13T09:30:00Z"]),
]
MISFITS: list[tuple[ColumnType, JsonValue]] = [
    (SmallInt(), 32768),
    (SmallInt(), -32769),
    (Integer(), 2**31),
    (BigInt(), 2**53),
    (BigInt(0, 9), Decimal("1E+1")),
    (BigInt(-(2**63), 2**63 - 1), Decimal("1E+131000")),
    (Numeric(4, 2), 100),
    (Numeric(4, 2), Decimal("-99.995")),
    (Numeric(4, 2), Decimal("0.001")),
    (Numeric(4, 2), Decimal("1E+131000")),
    (Numeric(40, 1), Decimal("0.05")),
    (Numeric(40, 1), Decimal(10) ** 39),
    (Numeric(2, 2), 1),
    (Double(), Decimal("1E+309")),
    (Double(), Decimal("1E-400")),
    (Varchar(3), "abcd"),
    (Uuid(), UUID.replace("-", "")),
    (Uuid(), "x"),
    (Date(), "0000-01-01"),
    (Date(), "2026-02-30"),
    (Date(), "20260113"),
    (Time(), "09:30:00+01:00"),
    (Time(), "09:30:00"),
    (Time(), "24:00:00Z"),
    (Timestamp(), "2016-12-31T23:59:60Z"),
    (Timestamp(), "2026-01-13T09:30:00"),
    (Timestamp(), "0001-01-01T00:00:00+01:00"),
    (Timestamp(zoned=False), "2026-01-13T09:30:00.1234567"),
]


@pytest.mark.parametrize(("kind", "values"), FITS)
def test_what_a_column_can_hold_fits(kind: ColumnType, values: list[JsonValue]) -> None:
    """No value is refused that the database would take."""
    assert list(misfits(kind, values)) == []


@pytest.mark.parametrize(("kind", "value"), MISFITS)
def test_what_a_column_cannot_hold_does_not_fit(
    kind: ColumnType, value: JsonValue
) -> None:
    """The position among the values tells which one it is."""
    assert [at for at, _ in misfits(kind, [None, value])] == [1]
