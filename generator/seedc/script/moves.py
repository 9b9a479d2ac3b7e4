"""Rows that exchange the values of a unique key.

Postgres checks a key that is not deferrable row by row, so that two rows cannot
exchange their values, nor many pass theirs on. Such rows first take values that no
row has, and then their own. Where a key is deferrable that is not needed, and none
of it runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import final

from seedc.model import column_type as kinds
from seedc.model.shape import (
    BooleanShape,
    ConstShape,
    EnumShape,
    NullableShape,
    Number,
    NumberShape,
    Shape,
    StringShape,
)
from seedc.model.table import Column, Owner, UniqueKey
from seedc.postgres.literal import quote_name, quote_text
from seedc.postgres.type_name import type_name
from seedc.script.layout import lay_out
from seedc.script.phrases import quoted
from seedc.script.prepare import array
from seedc.script.words import Words


@final
@dataclass(frozen=True, slots=True)
class Move:
    """A unique key whose values rows may exchange.

    Attributes:
        action: What the plan calls it.
        column: The column that takes another value meanwhile.
        key: The unique key.
    """

    action: str
    column: Column
    key: UniqueKey


def moves(words: Words) -> Iterator[Move]:
    """Yield the unique keys of a table whose values can be put aside."""
    for key in words.table.unique_keys:
        named = [words.table.column(name) for name in key.columns]
        free = [c for c in named if c.name not in words.table.primary_key]
        able = [
            c for c in free if c.owner is Owner.SEED and _reluctance(c, words) < _NO
        ]
        if able:
            column = min(able, key=lambda c: _reluctance(c, words))
            yield Move(f"move {key.name}", column, key)


def moved_values(words: Words) -> Iterator[str]:
    """Yield what finds the rows that have to step aside."""
    for move in moves(words):
        columns = quoted(move.key.columns)
        yield lay_out(
            "moved",
            w=words,
            columns=columns,
            names=move.key.columns,
            is_live=words.is_live("stage"),
            takes=" AND ".join(f"other.{c} = live.{c}" for c in columns),
            action=move.action,
            text=quote_text,
            array=array,
        )


def move_rows(words: Words, move: Move) -> str:
    """Return what gives these rows values that no row has."""
    return lay_out(
        "move",
        w=words,
        action=quote_text(move.action),
        column=quote_name(move.column.name),
        values=_free_values(words, move),
    )


_NO = 9


def _reluctance(column: Column, words: Words) -> int:
    """Say how hard it is to find a free value: 0 easy, `_NO` impossible."""
    refers = any(column.name in key.columns for key in words.table.foreign_keys)
    shape = _bare(column.shape)
    if refers or isinstance(shape, EnumShape | ConstShape | BooleanShape):
        return _NO
    match column.type:
        case kinds.Uuid() | kinds.Date() | kinds.Timestamp():
            return 0
        case kinds.SmallInt() | kinds.Integer() | kinds.BigInt():
            return 1
        case kinds.Numeric() | kinds.Double():
            return 2
        case kinds.Text() | kinds.Varchar():
            return _NO if isinstance(shape, StringShape) and shape.pattern else 3
        case kinds.Boolean() | kinds.Json() | kinds.Time():
            return _NO


def _free_values(words: Words, move: Move) -> str:
    column = move.column
    return lay_out(
        "free",
        kind=type_name(column.type),
        form=_form(column, move.key),
        bounds=number_bounds(column),
        column=quote_name(column.name),
        w=words,
        wanted=wanted(move.action),
    )


def wanted(action: str) -> str:
    """Return how many rows have to step aside."""
    return f"(SELECT rows FROM pg_temp.seedc_found WHERE kind = {quote_text(action)})"  # noqa: S608, quoted


def _form(column: Column, key: UniqueKey) -> str:
    # A deferrable key is none that foreign keys refer to, with what they cascade.
    if column.nullable and key.deferrable:
        return "null"
    match column.type:
        case kinds.Uuid():
            return "uuid"
        case kinds.Date():
            return "date"
        case kinds.Timestamp():
            return "timestamp"
        case kinds.Text() | kinds.Varchar():
            return "text"
        case _:
            return "number"


def number_bounds(column: Column) -> tuple[int, int]:
    """Return the whole numbers between which a column's values lie."""
    low, high = _type_bounds(column.type)
    shape = _bare(column.shape)
    if isinstance(shape, NumberShape):
        lows = [shape.minimum, _next(shape.exclusive_minimum, 1)]
        highs = [shape.maximum, _next(shape.exclusive_maximum, -1)]
        low = max([low, *(ceil(v) for v in lows if v is not None)])
        high = min([high, *(floor(v) for v in highs if v is not None)])
    return low, high


def _next(bound: Number | None, step: int) -> Number | None:
    return None if bound is None else bound + step


def _type_bounds(kind: kinds.ColumnType) -> tuple[int, int]:
    match kind:
        case kinds.SmallInt():
            return -(2**15), 2**15 - 1
        case kinds.Integer():
            return -(2**31), 2**31 - 1
        case kinds.BigInt(minimum, maximum):
            return minimum, maximum
        case kinds.Numeric(precision, scale) if precision is not None:
            most = 10 ** (precision - (scale or 0)) - 1
            return -most, most
        case _:
            return -(2**53 - 1), 2**53 - 1


def _bare(shape: Shape) -> Shape:
    return shape.shape if isinstance(shape, NullableShape) else shape
