"""Shapes of JSON values, as code sees them; a closed union.

A column has a `ColumnType` for the database and a shape for code. Code targets
print shapes and never read a JSON Schema. Objects and enumerations that code
must name carry that name; a shape that stands in `Catalog.definitions` is
referred to by `Named`, so that a definition may contain itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias, final

from seedc.model.reference import Lookup

StringFormat: TypeAlias = Literal["uuid", "date", "date-time", "time"]
Number: TypeAlias = int | Decimal


@final
@dataclass(frozen=True, slots=True)
class StringShape:
    """A string.

    Attributes:
        format: A format with a type of its own in code, or None.
        min_length: Fewest code points.
        max_length: Most code points.
        pattern: Regular expression that must be found in it.
        references: Table and property (`items.id`) whose value it repeats.
        lookup: A reference that only the compiler checks, or None.
    """

    format: StringFormat | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    references: str | None = None
    lookup: Lookup | None = None


@final
@dataclass(frozen=True, slots=True)
class NumberShape:
    """A number.

    Attributes:
        integer: Whether it has no fraction.
        floating: Whether code holds it as a binary float (`double precision`).
        minimum: Smallest value.
        maximum: Largest value.
        exclusive_minimum: A value that it stays above.
        exclusive_maximum: A value that it stays below.
        multiple_of: A number that divides it.
        references: Table and property whose value it repeats.
        lookup: A reference that only the compiler checks, or None.
    """

    integer: bool
    floating: bool = False
    minimum: Number | None = None
    maximum: Number | None = None
    exclusive_minimum: Number | None = None
    exclusive_maximum: Number | None = None
    multiple_of: Number | None = None
    references: str | None = None
    lookup: Lookup | None = None


@final
@dataclass(frozen=True, slots=True)
class BooleanShape:
    """True or false."""


@final
@dataclass(frozen=True, slots=True)
class NullShape:
    """Only null."""


@final
@dataclass(frozen=True, slots=True)
class ConstShape:
    """Exactly one scalar value."""

    value: str | int | Decimal | bool


@final
@dataclass(frozen=True, slots=True)
class EnumShape:
    """One of several strings or integers.

    Attributes:
        name: Its name in code, in PascalCase; unique in a catalog.
        values: The values, in the schema's order; all strings or all integers.
        description: What it is for; may be empty.
        references: Table and property whose value it repeats.
        lookup: A reference that only the compiler checks, or None.
    """

    name: str
    values: tuple[str, ...] | tuple[int, ...]
    description: str = ""
    references: str | None = None
    lookup: Lookup | None = None


@final
@dataclass(frozen=True, slots=True)
class ArrayShape:
    """An array of values of one shape."""

    items: "Shape"
    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False


@final
@dataclass(frozen=True, slots=True)
class TupleShape:
    """An array with a shape for each position (`prefixItems`), and no more."""

    items: tuple["Shape", ...]


@final
@dataclass(frozen=True, slots=True)
class MapShape:
    """An object with any keys and values of one shape."""

    values: "Shape"


@final
@dataclass(frozen=True, slots=True)
class Field:
    """A member of an object.

    Attributes:
        key: The file's own key.
        shape: Shape of its value.
        required: Whether it must be present.
        description: What it is; may be empty.
        public: Whether clients may see it.
        deprecated: Whether it is not to be used any more.
    """

    key: str
    shape: "Shape"
    required: bool
    description: str = ""
    public: bool = True
    deprecated: bool = False


@final
@dataclass(frozen=True, slots=True)
class ObjectShape:
    """An object with known keys.

    Attributes:
        name: Its name in code, in PascalCase; unique in a catalog.
        fields: Its members, in the schema's order.
        description: What it is; may be empty.
        extra: Shape of the values under other keys, or None if it is closed.
    """

    name: str
    fields: tuple[Field, ...]
    description: str = ""
    extra: "Shape | None" = None


@final
@dataclass(frozen=True, slots=True)
class UnionShape:
    """One of several shapes.

    Attributes:
        name: Its name in code, in PascalCase; unique in a catalog.
        arms: The shapes; where there is a discriminator, all are `ObjectShape`.
        discriminator: Key whose constant tells the arms apart, or None.
        description: What it is; may be empty.
    """

    name: str
    arms: tuple["Shape", ...]
    discriminator: str | None = None
    description: str = ""


@final
@dataclass(frozen=True, slots=True)
class NullableShape:
    """A value of a shape, or null."""

    shape: "Shape"


@final
@dataclass(frozen=True, slots=True)
class Named:
    """The shape that stands under a name in `Catalog.definitions`.

    Attributes:
        name: That name.
        references: Table and property whose value it repeats.
        lookup: A reference that only the compiler checks, or None.
    """

    name: str
    references: str | None = None
    lookup: Lookup | None = None


@final
@dataclass(frozen=True, slots=True)
class AnyShape:
    """Any JSON value."""


Shape: TypeAlias = (
    StringShape
    | NumberShape
    | BooleanShape
    | NullShape
    | ConstShape
    | EnumShape
    | ArrayShape
    | TupleShape
    | MapShape
    | ObjectShape
    | UnionShape
    | NullableShape
    | Named
    | AnyShape
)

Definition: TypeAlias = EnumShape | ObjectShape | UnionShape


def parts_of(shape: Shape) -> Iterator[Shape]:
    """Yield the shapes that a shape is made of, one level down."""
    match shape:
        case ArrayShape():
            yield shape.items
        case MapShape():
            yield shape.values
        case NullableShape():
            yield shape.shape
        case TupleShape():
            yield from shape.items
        case UnionShape():
            yield from shape.arms
        case ObjectShape():
            yield from (field.shape for field in shape.fields)
            yield from () if shape.extra is None else (shape.extra,)
        case _:
            return


def with_parts(shape: Shape, change: Callable[[Shape], Shape]) -> Shape:
    """Return a shape whose parts, one level down, are changed."""
    match shape:
        case ArrayShape() | MapShape() | NullableShape():
            return _with_part(shape, change)
        case TupleShape(items=items):
            return replace(shape, items=tuple(map(change, items)))
        case UnionShape(arms=arms):
            return replace(shape, arms=tuple(map(change, arms)))
        case ObjectShape(fields=fields, extra=extra):
            return replace(
                shape,
                fields=tuple(replace(f, shape=change(f.shape)) for f in fields),
                extra=None if extra is None else change(extra),
            )
        case _:
            return shape


def _with_part(
    shape: ArrayShape | MapShape | NullableShape, change: Callable[[Shape], Shape]
) -> Shape:
    match shape:
        case ArrayShape(items=inner):
            return replace(shape, items=change(inner))
        case MapShape(values=inner):
            return replace(shape, values=change(inner))
        case NullableShape(shape=inner):
            return NullableShape(change(inner))
