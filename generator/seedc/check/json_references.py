"""Find the references that a value holds, by walking it along its shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias, final

from seedc.check.alternatives import may_be
from seedc.model.column_type import Json
from seedc.model.json_value import JsonObject, JsonScalar, JsonValue, Pointer
from seedc.model.shape import (
    AnyShape,
    ArrayShape,
    Definition,
    EnumShape,
    MapShape,
    Named,
    NullableShape,
    NumberShape,
    ObjectShape,
    Shape,
    StringShape,
    TupleShape,
    UnionShape,
    parts_of,
)
from seedc.model.table import Column

Definitions: TypeAlias = Mapping[str, Definition]
Holder: TypeAlias = StringShape | NumberShape | EnumShape | Named
"""A shape whose values may refer to rows."""

_HOLDER = (StringShape, NumberShape, EnumShape, Named)


@final
@dataclass(frozen=True, slots=True)
class Use:
    """A value that refers to a row.

    Attributes:
        value: The value.
        targets: One of these (`items.id`) must hold it.
        pointer: Where it stands, from the object that holds the column.
    """

    value: JsonScalar
    targets: tuple[str, ...]
    pointer: Pointer


def has_references(column: Column, definitions: Definitions) -> bool:
    """Say whether values of a column may hold references that are no foreign key."""
    if isinstance(column.type, Json):
        return _refers(column.shape, definitions)
    inner = _plain(column.shape)
    return getattr(inner, "lookup", None) is not None


def uses(
    column: Column, value: JsonValue, siblings: JsonObject, definitions: Definitions
) -> Iterator[Use]:
    """Yield the references in a value of a column, but for foreign keys.

    Args:
        column: The column.
        value: Its value in a row.
        siblings: The other values of the row, by property.
        definitions: The catalog's definitions by name.
    """
    walk = _Walk(definitions, foreign_keys=not isinstance(column.type, Json))
    pointer: Pointer = () if column.key is None else (column.key,)
    yield from walk.value(column.shape, value, siblings, pointer)


def _plain(shape: Shape) -> Shape:
    return shape.shape if isinstance(shape, NullableShape) else shape


def _refers(shape: Shape, definitions: Definitions) -> bool:
    stack, seen = [shape], set[str]()
    while stack:
        part = stack.pop()
        if isinstance(part, _HOLDER) and (
            part.references is not None or part.lookup is not None
        ):
            return True
        if isinstance(part, Named) and part.name not in seen:
            seen.add(part.name)
            stack.append(definitions[part.name])
        stack += parts_of(part)
    return False


@final
@dataclass(frozen=True, slots=True)
class _Walk:
    definitions: Definitions
    foreign_keys: bool

    def value(
        self, shape: Shape, value: JsonValue, siblings: JsonObject, pointer: Pointer
    ) -> Iterator[Use]:
        if isinstance(value, str | int | Decimal) and isinstance(shape, _HOLDER):
            yield from self._scalar(shape, value, siblings, pointer)
        match shape, value:
            case Named(), _:
                named = self.definitions[shape.name]
                yield from self.value(named, value, siblings, pointer)
            case NullableShape(), _:
                yield from self.value(shape.shape, value, siblings, pointer)
            case UnionShape(), _:
                yield from self._union(shape, value, siblings, pointer)
            case _, list():
                yield from self._array(shape, value, siblings, pointer)
            case _, dict():
                yield from self._object(shape, value, pointer)
            case _:
                return

    def _scalar(
        self,
        shape: Holder,
        value: str | int | Decimal,
        siblings: JsonObject,
        pointer: Pointer,
    ) -> Iterator[Use]:
        if shape.references is not None and not self.foreign_keys:
            yield Use(value, (shape.references,), pointer)
        lookup = shape.lookup
        if lookup is None:
            return
        targets = lookup.targets
        if lookup.by is not None:
            chosen = lookup.choices.get(_text(siblings.get(lookup.by)))
            targets = () if chosen is None else (chosen,)
        yield Use(value, targets, pointer)

    def _array(
        self,
        shape: Shape,
        values: list[JsonValue],
        siblings: JsonObject,
        pointer: Pointer,
    ) -> Iterator[Use]:
        for i, value in enumerate(values):
            item: Shape = AnyShape()
            if isinstance(shape, ArrayShape):
                item = shape.items
            elif isinstance(shape, TupleShape) and i < len(shape.items):
                item = shape.items[i]
            yield from self.value(item, value, siblings, (*pointer, i))

    def _object(
        self, shape: Shape, value: JsonObject, pointer: Pointer
    ) -> Iterator[Use]:
        match shape:
            case MapShape():
                for key, member in value.items():
                    yield from self.value(shape.values, member, value, (*pointer, key))
            case ObjectShape():
                fields = {field.key: field.shape for field in shape.fields}
                for key, member in value.items():
                    inner = fields.get(key) or shape.extra or AnyShape()
                    yield from self.value(inner, member, value, (*pointer, key))
            case _:
                return

    def _union(
        self,
        union: UnionShape,
        value: JsonValue,
        siblings: JsonObject,
        pointer: Pointer,
    ) -> Iterator[Use]:
        arms = [arm for arm in union.arms if may_be(arm, value, self.definitions)]
        found = [list(self.value(arm, value, siblings, pointer)) for arm in arms]
        # Whichever of several alternatives is meant: what all of them look up.
        for use in found[0] if found else ():
            same = [[u for u in uses if u.pointer == use.pointer] for uses in found]
            if all(same):
                targets = dict.fromkeys(t for us in same for u in us for t in u.targets)
                yield Use(use.value, tuple(targets), use.pointer)


def _text(value: JsonValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
