"""Print shapes as JSON Schema for the generator of Pydantic records.

ArrayShape(StringShape(min_length=2)), the member `tags` of `Enemy`
-> {"type": "array", "items": {"$ref": "#/$defs/EnemyTagsItem"}}
   with {"EnemyTagsItem": {"type": "string", "minLength": 2}}
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from seedc.emit.python.scalar_schema import (
    const_schema,
    number_schema,
    present,
    string_schema,
)
from seedc.emit.python.shapes import without_null
from seedc.model.json_value import JsonObject, JsonValue
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

Part = tuple[str, Shape]
"""A shape inside another, and the name that it gets should it need one."""

Definition = tuple[str, JsonObject]
"""An entry of `$defs`."""

ENUMS = "enums.json"
"""Name under which a schema refers to the module of enumerations."""

_BARE = frozenset({"$ref", "additionalProperties", "const", "format", "items", "type"})
"""Keywords that a type says by itself; any other needs `Field`, and so a name."""


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
    shape: StringShape | NumberShape | BooleanShape | NullShape | ConstShape | AnyShape,
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
            (items,) = _parts(shape, name, enums)
            bounds = present(minItems=shape.min_items, maxItems=shape.max_items)
            return {"type": "array", "items": items, **bounds}
        case TupleShape(items=items):
            heads = _parts(shape, name, enums)
            bounds = present(minItems=len(items), maxItems=len(items))
            return {"type": "array", "prefixItems": heads, "items": False, **bounds}
        case MapShape():
            (values,) = _parts(shape, name, enums)
            return {"type": "object", "additionalProperties": values or True}


def _parts(shape: Shape, name: str, enums: frozenset[str]) -> list[JsonValue]:
    return [part_schema(part, n, enums) for n, part in parts_of(shape, name)]


def part_schema(shape: Shape, name: str, enums: frozenset[str]) -> JsonObject:
    """Return the schema of values inside others: of items, of arms.

    A part with bounds of its own is a definition, to be found by `lifted`.
    """
    if isinstance(shape, NullableShape):
        return _or_null(part_schema(shape.shape, name, enums))
    schema = member_schema(shape, name, enums)
    return schema if _BARE.issuperset(schema) else {"$ref": f"#/$defs/{name}"}


def lifted(parts: Iterable[Part], enums: frozenset[str]) -> Iterator[Definition]:
    """Yield the definitions that schemas of parts refer to, by name."""
    for name, part in parts:
        shape = without_null(part)
        yield from lifted(parts_of(shape, name), enums)
        schema = member_schema(shape, name, enums)
        if not _BARE.issuperset(schema):
            yield name, schema


def parts_of(shape: Shape, name: str) -> list[Part]:
    """Return the parts that the type of a shape is written with."""
    match without_null(shape):
        case ArrayShape(items=part):
            return [(f"{name}Item", part)]
        case MapShape(values=part):
            return [(f"{name}Value", part)]
        case TupleShape(items=parts):
            return lettered(parts, name)
        case _:
            return []


def lettered(parts: Iterable[Shape], name: str) -> list[Part]:
    """Return parts that have a place but no name, as `NameA`, `NameB`."""
    return [(f"{name}{chr(ord('A') + i)}", part) for i, part in enumerate(parts)]


def _or_null(schema: JsonObject) -> JsonObject:
    if not schema:
        return {}
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}
