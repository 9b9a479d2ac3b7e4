"""Print shapes as JSON Schema for the generator of Pydantic records.

ArrayShape(StringShape(min_length=2)), the member `tags` of `Enemy`
-> {"type": "array", "items": {"$ref": "#/$defs/EnemyTagsItem"}}
   with {"EnemyTagsItem": {"type": "string", "minLength": 2}}
"""

from collections.abc import Iterator
from typing import assert_never

from seedc.emit.python.record_scalar import (
    const_schema,
    number_schema,
    present,
    string_schema,
)
from seedc.model.json_value import JsonObject
from seedc.model.shape import (
    AnyShape,
    ArrayShape,
    BooleanShape,
    ConstShape,
    EnumShape,
    MapShape,
    Named,
    NullableShape,
    NullShape,
    NumberShape,
    ObjectShape,
    Shape,
    StringShape,
    TupleShape,
    UnionShape,
)

ENUMS = "enums.json"
"""Name under which a schema refers to the module of enumerations."""

_BARE = frozenset({"type", "format", "items", "additionalProperties", "const"})


def member_schema(shape: Shape, name: str, enums: frozenset[str]) -> JsonObject:
    """Return the schema of the values of a member.

    Args:
        shape: Their shape.
        name: Name in Python of a part that cannot stand inside a type.
        enums: Names of the enumerations.
    """
    match shape:
        case NullableShape():
            return _or_null(member_schema(shape.shape, name, enums))
        case EnumShape():
            return {"$ref": f"{ENUMS}#/$defs/{shape.name}"}
        case Named() if shape.name in enums:
            return {"$ref": f"{ENUMS}#/$defs/{shape.name}"}
        case ObjectShape() | UnionShape() | Named():
            return {"$ref": f"#/$defs/{shape.name}"}
        case ArrayShape() | TupleShape() | MapShape():
            return _container(shape, name, enums)
        case _:
            return _scalar(shape)


def _scalar(
    shape: StringShape
    | NumberShape
    | BooleanShape
    | NullShape
    | ConstShape
    | AnyShape,
) -> JsonObject:
    match shape:
        case StringShape():
            return string_schema(shape)
        case NumberShape():
            return number_schema(shape)
        case ConstShape():
            return const_schema(shape)
        case BooleanShape():
            return {"type": "boolean"}
        case NullShape():
            return {"type": "null"}
        case AnyShape():
            return {}
        case _:
            assert_never(shape)


def _container(
    shape: ArrayShape | TupleShape | MapShape, name: str, enums: frozenset[str]
) -> JsonObject:
    match shape:
        case ArrayShape():
            items = part_schema(shape.items, f"{name}Item", enums)
            bounds = present(minItems=shape.min_items, maxItems=shape.max_items)
            return {"type": "array", "items": items, **bounds}
        case TupleShape(items=items):
            heads = [part_schema(s, n, enums) for n, s in tuple_parts(shape, name)]
            bounds = present(minItems=len(items), maxItems=len(items))
            return {"type": "array", "prefixItems": [*heads], "items": False, **bounds}
        case MapShape():
            values = part_schema(shape.values, f"{name}Value", enums)
            return {"type": "object", "additionalProperties": values or True}


def part_schema(shape: Shape, name: str, enums: frozenset[str]) -> JsonObject:
    """Return the schema of values inside others: of items, of arms.

    A part with bounds of its own is a definition, to be found by `lifted`.
    """
    if isinstance(shape, NullableShape):
        return _or_null(part_schema(shape.shape, name, enums))
    schema = member_schema(shape, name, enums)
    return {"$ref": f"#/$defs/{name}"} if _has_bounds(schema) else schema


def lifted(
    shape: Shape, name: str, enums: frozenset[str]
) -> Iterator[tuple[str, JsonObject]]:
    """Yield the definitions that the schema of a member refers to, by name."""
    for part_name, part in _named_parts(shape, name):
        yield from lifted(part, part_name, enums)
        schema = member_schema(part, part_name, enums)
        if not isinstance(part, NullableShape) and _has_bounds(schema):
            yield part_name, schema


def _named_parts(shape: Shape, name: str) -> Iterator[tuple[str, Shape]]:
    match shape:
        case ArrayShape():
            yield f"{name}Item", shape.items
        case MapShape():
            yield f"{name}Value", shape.values
        case TupleShape():
            yield from tuple_parts(shape, name)
        case NullableShape():
            yield name, shape.shape
        case _:
            pass
