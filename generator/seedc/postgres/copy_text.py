"""Write rows in the text format of `COPY` (PostgreSQL manual, COPY, File Formats)."""

from collections.abc import Sequence
from typing import cast

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
from seedc.text.json_text import json_text

_NULL = "\\N"
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def copy_text(kinds: Sequence[ColumnType], rows: Sequence[Row]) -> str:
    """Return rows as lines; they mean the same in any session that reads UTF-8.

    Args:
        kinds: The types of the columns, at least one.
        rows: Values in the order of the columns, in canonical form.
    """
    columns = [
        _fields(kind, values)
        for kind, values in zip(kinds, zip(*rows, strict=True), strict=bool(rows))
    ]
    return "".join("\t".join(f) + "\n" for f in zip(*columns, strict=True))


def _fields(kind: ColumnType, values: Sequence[JsonValue]) -> Sequence[str]:
    if None not in values:
        return _written(kind, values)
    written = iter(_written(kind, [value for value in values if value is not None]))
    return [_NULL if value is None else next(written) for value in values]


def _written(kind: ColumnType, values: Sequence[JsonValue]) -> Sequence[str]:
    match kind:
        case Text() | Varchar():
            return _escaped(cast("Sequence[str]", values))
        case Json():
            return _escaped([*map(json_text, values)])
        case Boolean():
            return ["t" if value else "f" for value in values]
        case Timestamp(zoned=True):
            return [f"{value}+00" for value in values]
        case SmallInt() | Integer() | BigInt() | Numeric() | Double():
            return [*map(str, values)]
        case Uuid() | Date() | Time() | Timestamp():
            return cast("Sequence[str]", values)


def _escaped(values: Sequence[str]) -> Sequence[str]:
    together = "".join(values)
    # Nearly all columns hold nothing that needs a closer look at each value.
    if together.isprintable() and "\\" not in together:
        return values
    return [value.translate(_ESCAPES) for value in values]
