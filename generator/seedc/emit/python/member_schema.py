"""Print shapes as JSON Schema for the generator of Pydantic records.

ArrayShape(StringShape(min_length=2)), the member `tags` of `Enemy`
-> {"type": "array", "items": {"$ref": "#/$defs/P..."}}
   with {"P...": {"type": "string", "minLength": 2}}, coded from `Enemy.tags.items`
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from seedc.emit.python.coded_names import part_code, type_code
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
"""The place of a shape inside another, and that shape."""

Definition = tuple[str, JsonObject]
"""An entry of `$defs`, by its coded name."""

IMPORTED = "imported.json"
"""Name under which a schema refers to types of other modules."""

_BARE = frozenset({"$ref", "additionalProperties", "const", "format", "items", "type"})
"""Keywords that a type says by itself; any other needs `Field`, and so a name."""


def member_schema(shape: Shape, name: str, imported: frozenset[str]) -> JsonObject:
    """Return the schema of the values of a member.

    Args:
        shape: Their shape.
        name: Its place, from which a part that cannot stand inside a type is called.
        imported: Names that come from other modules.
    """
    match shape:
        case NullableShape():
            return _or_null(member_schema(shape.shape, name, imported))
        case EnumShape():
            return {"$ref": f"{IMPORTED}#/$defs/{type_code(shape.name)}"}
        case Named() if shape.name in imported:
            return {"$ref": f"{IMPORTED}#/$defs/{type_code(shape.name)}"}
        case ObjectShape() | UnionShape() | Named():
            return {"$ref": f"#/$defs/{type_code(shape.name)}"}
        case ArrayShape() | TupleShape() | MapShape():
            return _container(shape, name, imported)
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
    shape: ArrayShape | TupleShape | MapShape, name: str, imported: frozenset[str]
) -> JsonObject:
    match shape:
        case ArrayShape():
            (items,) = _parts(shape, name, imported)
            bounds = present(minItems=shape.min_items, maxItems=shape.max_items)
            return {"type": "array", "items": items, **bounds}
        case TupleShape(items=items):
            heads = _parts(shape, name, imported)
            bounds = present(minItems=len(items), maxItems=len(items))
            return {"type": "array", "prefixItems": heads, "items": False, **bounds}
        case MapShape():
            (values,) = _parts(shape, name, imported)
            return {"type": "object", "additionalProperties": values or True}


def _parts(shape: Shape, name: str, imported: frozenset[str]) -> list[JsonValue]:
    return [part_schema(part, n, imported) for n, part in parts_of(shape, name)]


def part_schema(shape: Shape, name: str, imported: frozenset[str]) -> JsonObject:
    """Return the schema of values inside others: of items, of arms.

    A part with bounds of its own is a definition, to be found by `lifted`.
    """
    if isinstance(shape, NullableShape):
        return _or_null(part_schema(shape.shape, name, imported))
    schema = member_schema(shape, name, imported)
    return (
        schema if _BARE.issuperset(schema) else {"$ref": f"#/$defs/{part_code(name)}"}
    )


def lifted(parts: Iterable[Part], imported: frozenset[str]) -> Iterator[Definition]:
    """Yield the definitions that schemas of parts refer to, by name."""
    for name, part in parts:
        shape = without_null(part)
        yield from lifted(parts_of(shape, name), imported)
        schema = member_schema(shape, name, imported)
        if not _BARE.issuperset(schema):
            yield part_code(name), schema


def parts_of(shape: Shape, name: str) -> list[Part]:
    """Return the parts that the type of a shape is written with."""
    match without_null(shape):
        case ArrayShape(items=part):
            return [(f"{name}.items", part)]
        case MapShape(values=part):
            return [(f"{name}.values", part)]
        case TupleShape(items=parts):
            return numbered(parts, name)
        case _:
            return []


def numbered(parts: Iterable[Shape], name: str) -> list[Part]:
    """Return parts with their places, from 0."""
    return [(f"{name}.{i}", part) for i, part in enumerate(parts)]


def _or_null(schema: JsonObject) -> JsonObject:
    if not schema:
        return {}
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}
