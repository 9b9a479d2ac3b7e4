"""Laws of the one form of values."""

from decimal import Decimal

import pytest

from seedc.model.column_type import (
    BigInt,
    ColumnType,
    Date,
    Integer,
    Json,
    Numeric,
    SmallInt,
    Text,
    Time,
    Timestamp,
    Uuid,
)
from seedc.model.json_value import JsonValue
from seedc.postgres.canonical import canonical, is_canonical, may_vary

CASES: list[tuple[ColumnType, JsonValue, JsonValue]] = [
    (Integer(), Decimal("1.0"), 1),
    (SmallInt(), Decimal("1E+2"), 100),
    (BigInt(), Decimal("-3.00"), -3),
    (Numeric(), Decimal("1.10"), Decimal("1.10")),
    (
        Uuid(),
        "ABCDEF00-0000-4000-8000-00000000000A",
        "abcdef00-0000-4000-8000-00000000000a",
    ),
    (Date(), "2026-01-13", "2026-01-13"),
    (Time(), "09:30:00z", "09:30:00"),
    (Timestamp(zoned=True), "2026-01-13T09:30:00+02:00", "2026-01-13 07:30:00"),
    (Timestamp(zoned=False), "2026-01-13T09:30:00", "2026-01-13 09:30:00"),
    (Text(), "ABC", "ABC"),
    (Json(), {"a": Decimal("1.0")}, {"a": Decimal("1.0")}),
]


@pytest.mark.parametrize(("kind", "given", "expected"), CASES)
def test_canonical(kind: ColumnType, given: JsonValue, expected: JsonValue) -> None:
    """A value has one form, NULL stays NULL, and the form of a form is itself."""
    form = list(canonical(kind, [given, None]))
    assert [expected, None] == form
    assert repr(expected) == repr(form[0])


@pytest.mark.parametrize(("kind", "given", "expected"), CASES)
def test_what_may_vary(kind: ColumnType, given: JsonValue, expected: JsonValue) -> None:
    """What cannot vary, or surely is canonical, has its form already."""
    if not may_vary(kind) or is_canonical(kind, [given]):
        assert repr(given) == repr(expected)
