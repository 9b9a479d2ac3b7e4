"""Types that a column can have in the database; a closed union.

Every `match` over `ColumnType` is total: mypy names the targets to visit when a
type is added. docs/types.md shows each type in each target.
"""

from dataclasses import dataclass
from typing import TypeAlias, final


@final
@dataclass(frozen=True, slots=True)
class Text:
    """Text of any length."""


@final
@dataclass(frozen=True, slots=True)
class Varchar:
    """Text of at most `length` code points."""

    length: int


@final
@dataclass(frozen=True, slots=True)
class SmallInt:
    """A 16-bit integer."""


@final
@dataclass(frozen=True, slots=True)
class Integer:
    """A 32-bit integer."""


@final
@dataclass(frozen=True, slots=True)
class BigInt:
    """A 64-bit integer.

    Attributes:
        minimum: Smallest value allowed; within 64 bits.
        maximum: Largest value allowed; within 64 bits.
    """

    minimum: int = -(2**53 - 1)
    maximum: int = 2**53 - 1


@final
@dataclass(frozen=True, slots=True)
class Numeric:
    """An exact decimal number.

    Attributes:
        precision: Most digits in all, or None for no bound.
        scale: Digits after the point, or None for as many as written.
    """

    precision: int | None = None
    scale: int | None = None


@final
@dataclass(frozen=True, slots=True)
class Double:
    """A binary floating point number of 64 bits."""


@final
@dataclass(frozen=True, slots=True)
class Boolean:
    """True or false."""


@final
@dataclass(frozen=True, slots=True)
class Uuid:
    """A UUID."""


@final
@dataclass(frozen=True, slots=True)
class Date:
    """A day."""


@final
@dataclass(frozen=True, slots=True)
class Time:
    """A time of day, in UTC, to the microsecond."""


@final
@dataclass(frozen=True, slots=True)
class Timestamp:
    """A moment, to the microsecond, in UTC.

    Attributes:
        zoned: Whether the database knows that it is UTC (`timestamptz`).
    """

    zoned: bool = True


@final
@dataclass(frozen=True, slots=True)
class Json:
    """A JSON value."""


ColumnType: TypeAlias = (
    Text
    | Varchar
    | SmallInt
    | Integer
    | BigInt
    | Numeric
    | Double
    | Boolean
    | Uuid
    | Date
    | Time
    | Timestamp
    | Json
)
