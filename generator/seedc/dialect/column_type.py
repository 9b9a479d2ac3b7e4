"""The closed list of types that `x-column.type` may name."""

import re

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

_INT64 = BigInt(minimum=-(2**63), maximum=2**63 - 1)

PLAIN_TYPES: dict[str, ColumnType] = {
    "text": Text(),
    "smallint": SmallInt(),
    "integer": Integer(),
    "bigint": _INT64,
    "numeric": Numeric(),
    "double precision": Double(),
    "boolean": Boolean(),
    "uuid": Uuid(),
    "date": Date(),
    "time": Time(),
    "timestamp": Timestamp(zoned=False),
    "timestamptz": Timestamp(zoned=True),
    "jsonb": Json(),
}
TYPE_NAMES = (*PLAIN_TYPES, "varchar(n)", "numeric(p,s)")
"""The list, for help lines."""

_MAX_VARCHAR = 10_485_760
_MAX_PRECISION = 1000

HOLDS: dict[str, tuple[type[ColumnType], ...]] = {
    "string": (Text, Varchar, Uuid, Date, Time, Timestamp),
    "integer": (SmallInt, Integer, BigInt, Numeric, Double),
    "number": (Numeric, Double),
    "boolean": (Boolean,),
}
"""Column types that can hold each JSON type; `jsonb` holds all."""


def json_types_held(kind: ColumnType) -> tuple[str, ...]:
    """Return the JSON types of the scalars that a column type can hold."""
    if isinstance(kind, Json):
        return tuple(HOLDS)
    return tuple(name for name, types in HOLDS.items() if isinstance(kind, types))


def parse_column_type(name: str) -> ColumnType | None:
    """Return the type that a name of the list stands for, or None."""
    if (plain := PLAIN_TYPES.get(name)) is not None:
        return plain
    if match := re.fullmatch(r"varchar\((\d{1,8})\)", name):
        length = int(match[1])
        return Varchar(length) if 1 <= length <= _MAX_VARCHAR else None
    if match := re.fullmatch(r"numeric\((\d{1,4}), ?(\d{1,4})\)", name):
        precision, scale = int(match[1]), int(match[2])
        fits = 1 <= precision <= _MAX_PRECISION and scale <= precision
        return Numeric(precision, scale) if fits else None
    return None
