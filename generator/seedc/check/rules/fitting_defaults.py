"""A default that is one literal fits its column.

Of other expressions, whose functions may be anything, Postgres is the judge.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from uuid import UUID

from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.column_type import (
    BigInt,
    Boolean,
    ColumnType,
    Double,
    Integer,
    Json,
    Numeric,
    SmallInt,
    Text,
    Uuid,
    Varchar,
)
from seedc.model.diagnostic import Diagnostic
from seedc.postgres.type_name import type_name
from seedc.text.json_place import schema_value

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_TEXT = re.compile(r"'((?:[^'\\]|'')*)'")
_TRUTHS = frozenset({"TRUE", "FALSE"})
_NUMBERS = (SmallInt, Integer, BigInt, Numeric, Double)
_TEXTS = (Text, Varchar)
_RANGES: Mapping[type[ColumnType], int] = {SmallInt: 15, Integer: 31, BigInt: 63}


def fitting_defaults(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the defaults that their columns could not have."""
    for table in catalog.tables:
        for column in table.columns:
            default = column.default
            if default is not None and not _fits(default.strip(), column.type):
                pointer = (*column.pointer, "x-column", "default")
                kind = type_name(column.type)
                yield Diagnostic(
                    "invalid-schema",
                    f"a column of type {kind} cannot have the default {default}",
                    schema_value(library[table.schema_path], pointer),
                )


def _fits(default: str, kind: ColumnType) -> bool:
    if _NUMBER.fullmatch(default):
        return isinstance(kind, _TEXTS) or _is_number(default, kind)
    if default.upper() in _TRUTHS:
        return isinstance(kind, (Boolean, *_TEXTS))
    if text := _TEXT.fullmatch(default):
        return _is_text_of(text[1].replace("''", "'"), kind)
    return True


def _is_number(text: str, kind: ColumnType) -> bool:
    bits = _RANGES.get(type(kind))
    number = Decimal(text)
    return isinstance(kind, _NUMBERS) and (
        bits is None or -(2**bits) <= number < 2**bits
    )


def _is_text_of(text: str, kind: ColumnType) -> bool:
    match kind:
        case SmallInt() | Integer() | BigInt():
            return _reads(int, text) and _is_number(str(int(text)), kind)
        case Numeric() | Double():
            return _reads(Decimal, text)
        case Uuid():
            return _reads(UUID, text)
        case Json():
            return _reads(json.loads, text)
        case Varchar(length):
            return len(text) <= length
        case _:
            return True


def _reads(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except (ValueError, InvalidOperation, RecursionError):
        return False
    return True
