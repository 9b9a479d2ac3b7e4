"""Find the references that a value holds, by walking it along its shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.model.column_type import Json
from seedc.model.json_value import JsonObject, JsonScalar, JsonValue, Pointer
from seedc.model.shape import (
    AnyShape,
    ArrayShape,
    ConstShape,
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
        return _refers(column.shape, definitions, frozenset())
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


def _refers(shape: Shape, definitions: Definitions, seen: frozenset[str]) -> bool:
    match shape:
        case StringShape() | NumberShape() | EnumShape():
            return shape.references is not None or shape.lookup is not None
        case Named():
            if shape.references is not None or shape.lookup is not None:
                return True
            named = definitions[shape.name]
            return shape.name not in seen and _refers(
                named, definitions, seen | {shape.name}
            )
        case _:
            return any(_refers(s, definitions, seen) for s in parts_of(shape))


@final
@dataclass(frozen=True, slots=True)
class _Walk:
    definitions: Definitions
    foreign_keys: bool

    def value(
        self, shape: Shape, value: JsonValue, siblings: JsonObject, pointer: Pointer
    ) -> Iterator[Use]:
        match shape, value:
            case _, None:
                return
            case ((StringShape() | NumberShape() | EnumShape()), str() | int()):
                yield from self._scalar(shape, value, siblings, pointer)
            case Named(), _:
                if isinstance(value, str | int):
                    yield from self._scalar(shape, value, siblings, pointer)
                named = self.definitions[shape.name]
                yield from self.value(named, value, siblings, pointer)
            case NullableShape(), _:
                yield from self.value(shape.shape, value, siblings, pointer)
            case _, list():
                yield from self._array(shape, value, siblings, pointer)
            case _, dict():
                yield from self._object(shape, value, pointer)
            case _:
                return

    def _scalar(
        self,
        shape: StringShape | NumberShape | EnumShape | Named,
        value: str | int,
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
            chosen = lookup.choices.get(str(siblings.get(lookup.by)))
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
            case UnionShape():
                yield from self._object(self._arm(shape, value), value, pointer)
            case Named():
                yield from self._object(self.definitions[shape.name], value, pointer)
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

    def _arm(self, union: UnionShape, value: JsonObject) -> Shape:
        """Return the alternative that an object is: by its tag, else by its keys."""
        arms = [self._object_of(arm) for arm in union.arms]
        objects = [arm for arm in arms if arm is not None]
        fitting = [arm for arm in objects if _fits(arm, value)]
        return fitting[0] if fitting else AnyShape()

    def _object_of(self, shape: Shape) -> ObjectShape | None:
        if isinstance(shape, Named):
            return self._object_of(self.definitions[shape.name])
        return shape if isinstance(shape, ObjectShape) else None


def _fits(arm: ObjectShape, value: JsonObject) -> bool:
    for field in arm.fields:
        if field.required and field.key not in value:
            return False
        const = field.shape
        if isinstance(const, ConstShape) and value.get(field.key) != const.value:
            return field.key not in value and not field.required
    return True
