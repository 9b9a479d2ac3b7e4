"""Say fast whether values hold integers beyond 2^53 - 1 that no bound allows.

Of many values those at one place of their shape are taken together, as this is far
faster than to walk each. Of a union it is the first alternative that a value may be.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from seedc.check.alternatives import may_be
from seedc.check.value_parts import Definitions
from seedc.model.column_type import BigInt
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.shape import (
    ArrayShape,
    MapShape,
    Named,
    NullableShape,
    NumberShape,
    ObjectShape,
    Shape,
    TupleShape,
    UnionShape,
    parts_of,
)

SAFE = BigInt()
"""What a column, too, takes without bounds."""

_Values: TypeAlias = list[JsonValue]
_Arrays: TypeAlias = list[list[JsonValue]]


def is_open(shape: NumberShape) -> bool:
    """Say whether it is of integers without a bound above or below."""
    # What a reference repeats was checked where it was first written.
    own = shape.references is None and shape.lookup is None
    return shape.integer and own and (has_no_low(shape) or has_no_high(shape))


def has_no_low(shape: NumberShape) -> bool:
    """Say whether nothing bounds a number below."""
    return shape.minimum is None and shape.exclusive_minimum is None


def has_no_high(shape: NumberShape) -> bool:
    """Say whether nothing bounds a number above."""
    return shape.maximum is None and shape.exclusive_maximum is None


def _may_be_open(root: Shape, definitions: Definitions) -> bool:
    """Say whether a shape has open integers at any depth."""
    stack, seen = [root], set[str]()
    while stack:
        shape = stack.pop()
        if isinstance(shape, NumberShape) and is_open(shape):
            return True
        if isinstance(shape, Named) and shape.name not in seen:
            seen.add(shape.name)
            stack.append(definitions[shape.name])
        stack += parts_of(shape)
    return False


def may_be_large(shape: Shape, values: _Values, definitions: Definitions) -> bool:
    """Say whether open integers too large may be among values or inside them.

    Args:
        shape: Their shape.
        values: The values; those of another type are left out.
        definitions: The catalog's definitions by name.
    """
    stack = [(shape, values)]
    while stack:
        shape, values = stack.pop()
        if isinstance(shape, NumberShape) and is_open(shape) and _is_large(values):
            return True
        if values and _may_be_open(shape, definitions):
            stack += _parts(shape, values, definitions)
    return False


def _is_large(values: _Values) -> bool:
    numbers = [v for v in values if isinstance(v, int | Decimal)]
    return any(numbers) and (max(numbers) > SAFE.maximum or min(numbers) < SAFE.minimum)


def _parts(
    shape: Shape, values: _Values, definitions: Definitions
) -> Iterator[tuple[Shape, _Values]]:
    match shape:
        case Named(name=name):
            yield definitions[name], values
        case NullableShape(shape=inner):
            yield inner, values
        case UnionShape(arms=arms):
            # Each value once, as unions within unions would double them at each level.
            at = [_arm(arms, value, definitions) for value in values]
            for i, arm in enumerate(arms):
                yield arm, [v for v, own in zip(values, at, strict=True) if own == i]
        case ArrayShape() | TupleShape():
            yield from _items(shape, [v for v in values if isinstance(v, list)])
        case MapShape() | ObjectShape():
            yield from _members(shape, [v for v in values if isinstance(v, dict)])
        case _:
            return


def _arm(
    arms: tuple[Shape, ...], value: JsonValue, definitions: Definitions
) -> int | None:
    fitting = (i for i, arm in enumerate(arms) if may_be(arm, value, definitions))
    return next(fitting, None)


def _items(
    shape: ArrayShape | TupleShape, arrays: _Arrays
) -> Iterator[tuple[Shape, _Values]]:
    if isinstance(shape, ArrayShape):
        yield shape.items, [item for array in arrays for item in array]
        return
    for at, inner in enumerate(shape.items):
        yield inner, [array[at] for array in arrays if at < len(array)]


def _members(
    shape: MapShape | ObjectShape, objects: list[JsonObject]
) -> Iterator[tuple[Shape, _Values]]:
    fields = shape.fields if isinstance(shape, ObjectShape) else ()
    other = shape.extra if isinstance(shape, ObjectShape) else shape.values
    for field in fields:
        key = field.key
        yield field.shape, [v[key] for v in objects if key in v]
    if other is not None:
        known = {field.key for field in fields}
        yield other, [v[k] for v in objects for k in v.keys() - known]
