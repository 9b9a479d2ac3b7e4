"""Values of few kinds that are easy to get wrong: keys, and what is equal to others.

Seeds and the application take theirs from pools that do not meet, so that whatever
the two do at once is legal.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import TypeAlias

from seedc.model.column_type import (
    BigInt,
    ColumnType,
    Date,
    Integer,
    SmallInt,
    Text,
    Uuid,
    Varchar,
)
from seedc.model.json_value import JsonValue
from seedc.model.table import Table

Key: TypeAlias = tuple[JsonValue, ...]
"""The values of a primary key, in its order."""

_TEXTS = (
    "a", "b", "c", "", "NULL", "null", "{a,b}", "(a,b)", '"a"', "Ä'\\", "a,b", " ",
    "\\N", "\t\n", "{}", "z", *(f"t{n}" for n in range(20)),
)  # fmt: skip
_WHOLE = (0, 1, 2, 10, 9, -5, 30_000, -30_000, *range(11, 40))

SEEDED: Mapping[ColumnType, Sequence[JsonValue]] = {
    Text(): _TEXTS,
    Varchar(8): _TEXTS,
    SmallInt(): _WHOLE,
    Integer(): _WHOLE,
    BigInt(): (2**53 - 1, *_WHOLE),
    Uuid(): [f"{n:08x}-0000-4000-8000-0000000000{n:02x}" for n in range(32)],
    Date(): [
        "0001-01-01", "9999-12-31", "2024-02-29",
        *(f"2020-01-{n:02}" for n in range(1, 31)),
    ],
}  # fmt: skip
"""What seeds write into keys and unique columns."""

APPLICATION: Mapping[ColumnType, Sequence[JsonValue]] = {
    Text(): ["app 1", "app 2", "app 3", "app 4"],
    Varchar(8): ["app 1", "app 2", "app 3", "app 4"],
    SmallInt(): [701, 702, 703, 704],
    Integer(): [701, 702, 703, 704],
    BigInt(): [701, 702, 703, 704],
    Uuid(): [f"ffffffff-0000-4000-8000-0000000000{n:02x}" for n in range(4)],
    Date(): [f"1999-01-0{n}" for n in range(1, 5)],
}
"""What the application writes there."""

NOTES: Sequence[JsonValue] = (
    None,
    "x",
    "X",
    "x ",
    "",
    "y'",
    "NULL",
    "\\",
    "é",
    "e\u0301",
)
AMOUNTS: Sequence[JsonValue] = (
    None, *map(Decimal, ("1.1", "1.10", "1.100", "1", "1.0", "0", "0.0", "-0.5"))
)  # fmt: skip
DATA: Sequence[JsonValue] = (
    None, {}, [], "x", {"a": Decimal("1.0")}, {"a": Decimal("1.00")}, {"a": None},
    [1, {"b": "'"}],
)  # fmt: skip
MARKS: Sequence[JsonValue] = (None, "p", "q")


def keys(
    table: Table, columns: Sequence[str], pool: Mapping[ColumnType, Sequence[JsonValue]]
) -> list[Key]:
    """Return all keys of some columns that a pool gives, the simple ones first."""
    values = [pool[table.column(name).type] for name in columns]
    if len(values) == 1:
        return [(value,) for value in values[0]]
    few = [each[:6] for each in values]
    return [*product(*few)]
