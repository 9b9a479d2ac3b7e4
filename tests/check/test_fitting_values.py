"""Every value fits its column."""

from decimal import Decimal
from pathlib import Path

import pytest

from seedc.check.rules.fitting_values import misfits
from seedc.model.column_type import (
    BigInt,
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
from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import JsonValue
from tests.check.small import in_seeds, small

UUID = "6f1c9a52-7d0e-4b3a-9c55-0a1b2c3d4e5f"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (SmallInt(), [-(2**15), 2**15 - 1, None]),
        (Integer(), [-(2**31), 2**31 - 1]),
        (BigInt(), [-(2**53) + 1, 2**53 - 1]),
        (Varchar(3), ["", "abc", "äöü", None]),
        (Numeric(4, 2), [Decimal("99.99"), Decimal("-0.10"), Decimal("1.2000"), 0]),
        (Numeric(), [Decimal("1E+400"), None]),
        (Double(), [0, Decimal("1E-307"), Decimal("-1E+307")]),
        (Uuid(), [UUID, UUID.upper(), None]),
        (Date(), ["0001-01-01", "9999-12-31"]),
        (Time(), ["09:30:00Z", "09:30:00.123456Z"]),
        (Timestamp(), ["2026-01-13T09:30:00Z", "2026-01-13T09:30:00+02:00"]),
        (Timestamp(zoned=False), ["2026-01-13T09:30:00"]),
        (Text(), ["any"]),
        (Json(), [{"a": [1]}, None]),
    ],
)
def test_a_value_fits(kind: ColumnType, values: list[JsonValue]) -> None:
    """The bounds of a type are in it, and so is null in any."""
    assert list(misfits(kind, values)) == []


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        (SmallInt(), 2**15, "32768 does not fit `smallint` (-32768 to 32767)"),
        (
            Integer(),
            -(2**31) - 1,
            "-2147483649 does not fit `integer` (-2147483648 to 2147483647)",
        ),
        (BigInt(0, 9), 10, "10 does not fit `bigint` (0 to 9)"),
        (Varchar(3), "abcd", "4 characters do not fit `varchar(3)`"),
        (Numeric(4, 2), Decimal(100), "100 does not fit `numeric(4,2)`"),
        (Numeric(4, 2), Decimal("0.001"), "0.001 does not fit `numeric(4,2)`"),
        (Double(), Decimal("1E+308"), "1E+308 does not fit `double precision`"),
        (Uuid(), "6f1c9a52", '"6f1c9a52" does not fit `uuid`'),
        (Date(), "0000-01-01", '"0000-01-01" does not fit `date` (years 1 to 9999)'),
        (
            Time(),
            "09:30:00+02:00",
            '"09:30:00+02:00" does not fit `time` (microseconds, and no zone but UTC)',
        ),
        (
            Timestamp(zoned=False),
            "2026-01-13",
            '"2026-01-13" does not fit `timestamp` (microseconds, years 1 to 9999)',
        ),
    ],
)
def test_a_value_does_not_fit(kind: ColumnType, value: JsonValue, reason: str) -> None:
    """A value that its type cannot hold is named with the type, by its position."""
    assert [(1, reason)] == list(misfits(kind, [None, value]))


def test_a_record_with_a_value_that_does_not_fit(tmp_path: Path) -> None:
    """A value may be valid against the schema and yet not fit the column."""
    properties = {"n": {"type": "integer", "x-column": {"type": "smallint"}}}
    problems = small(
        tmp_path, properties, {"id": "a", "n": 32767}, {"id": "b", "n": 32768}
    )
    message = "32768 does not fit `smallint` (-32768 to 32767)"
    assert [Diagnostic("value-does-not-fit", message, in_seeds(6, 22, 5))] == problems
