"""Laws of choosing column types."""

from decimal import Decimal

import pytest

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
from seedc.model.json_value import JsonObject
from tests.lower.schemas import type_of

CASES: list[tuple[JsonObject, ColumnType]] = [
    ({"type": "string"}, Text()),
    ({"type": "string", "format": "uuid"}, Uuid()),
    ({"type": "string", "format": "date"}, Date()),
    ({"type": "string", "format": "time"}, Time()),
    ({"type": "string", "format": "date-time"}, Timestamp(zoned=True)),
    ({"type": "string", "format": "email"}, Text()),
    ({"type": ["string", "null"], "format": "date"}, Date()),
    ({"type": "number"}, Numeric()),
    ({"type": "boolean"}, Boolean()),
    ({"type": "array", "items": {"type": "string"}}, Json()),
    ({"type": "object"}, Json()),
    ({"properties": {}}, Json()),
    ({"type": ["string", "integer"]}, Json()),
    ({}, Json()),
    ({"type": "integer"}, BigInt()),
    ({"type": "integer", "minimum": 0}, BigInt()),
    ({"type": "integer", "minimum": 0, "maximum": 2**31 - 1}, Integer()),
    ({"type": "integer", "minimum": -(2**31), "maximum": 0}, Integer()),
    ({"type": "integer", "minimum": 0, "maximum": 2**31}, BigInt()),
    (
        {"type": "integer", "minimum": 0, "maximum": 2**60},
        BigInt(maximum=2**60),
    ),
    (
        {"type": "integer", "minimum": -(2**70), "maximum": 2**70},
        BigInt(-(2**63), 2**63 - 1),
    ),
    (
        {"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 10},
        Integer(),
    ),
    ({"enum": ["a", "b"]}, Text()),
    ({"enum": ["a", None]}, Text()),
    ({"enum": [1, 2]}, Integer()),
    ({"enum": [1, 2**40]}, BigInt()),
    ({"const": "a"}, Text()),
    ({"const": 1}, Integer()),
    ({"const": True}, Boolean()),
    ({"const": Decimal("1.5")}, Numeric()),
]


@pytest.mark.parametrize(("schema", "expected"), CASES)
def test_default(schema: JsonObject, expected: ColumnType) -> None:
    """Type, format and bounds choose the type of the column."""
    assert expected == type_of(schema)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("text", Text()),
        ("varchar(10)", Varchar(10)),
        ("smallint", SmallInt()),
        ("numeric(5,2)", Numeric(5, 2)),
        ("numeric(5, 2)", Numeric(5, 2)),
        ("double precision", Double()),
        ("timestamp", Timestamp(zoned=False)),
        ("jsonb", Json()),
    ],
)
def test_given(name: str, expected: ColumnType) -> None:
    """What `x-column` names goes before what the schema says."""
    assert expected == type_of({"type": "string", "x-column": {"type": name}})


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "integer"}, BigInt()),
        ({"type": ["integer", "null"]}, BigInt()),
        ({"type": "integer", "maximum": 2**60}, BigInt(maximum=2**60)),
    ],
)
def test_given_bigint(schema: JsonObject, expected: ColumnType) -> None:
    """A column named `bigint` takes what code can hold, or what the bounds say."""
    assert expected == type_of({**schema, "x-column": {"type": "bigint"}})


def test_of_a_definition() -> None:
    """What a definition holds chooses the type."""
    assert type_of({"$ref": "#/$defs/Rank"}, Rank={"enum": ["a"]}) == Text()
    assert (
        type_of({"$ref": "#/$defs/Day"}, Day={"type": "string", "format": "date"})
        == Date()
    )
