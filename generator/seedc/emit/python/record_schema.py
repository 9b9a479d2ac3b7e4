"""Print the JSON Schema that Pydantic records are generated from.

Every object, every union and every bounded item has an entry of its own in `$defs`,
under a coded name: nothing is left for the generator to name. Enumerations are
references into another file, which stands for `enums.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import final

from seedc.emit.python.coded_names import member_code, type_code
from seedc.emit.python.custom import Member
from seedc.emit.python.member_schema import (
    Definition,
    lifted,
    member_schema,
    numbered,
    part_schema,
    parts_of,
)
from seedc.emit.python.record_shapes import record_shapes
from seedc.model.catalog import Catalog
from seedc.model.json_value import JsonObject
from seedc.model.shape import AnyShape, Field, ObjectShape, UnionShape
from seedc.text.python_names import member_attribute, record_attribute

Attributes = dict[Member, str]


@final
@dataclass(frozen=True, slots=True)
class RecordSchema:
    """What records are generated from.

    Attributes:
        definitions: JSON Schema of each class or alias, by its coded name.
        attributes: The attribute of each member, by class and key.
    """

    definitions: Mapping[str, JsonObject]
    attributes: Mapping[Member, str]


def record_schema(
    catalog: Catalog, imported: frozenset[str], renamed: Mapping[Member, str]
) -> RecordSchema:
    """Return what the records of a catalog are generated from.

    Args:
        catalog: The catalog.
        imported: Names that come from other modules: of enumerations, and of types
            of the project's own.
        renamed: Attributes that the project calls otherwise.
    """
    shapes = record_shapes(catalog).values()
    named = [e for shape in shapes for e in _definitions(shape, imported)]
    definitions = dict(named)
    assert len(definitions) == len(named), "two records have the same name"  # noqa: S101
    given = {**_given_attributes(catalog), **renamed}
    attributes: Attributes = {}
    for shape in shapes:
        if isinstance(shape, ObjectShape):
            attributes |= _attributes(shape, given)
    return RecordSchema(definitions, attributes)


def _definitions(
    shape: ObjectShape | UnionShape, imported: frozenset[str]
) -> Iterator[Definition]:
    match shape:
        case UnionShape():
            yield from lifted(numbered(shape.arms, shape.name), imported)
            yield type_code(shape.name), _union(shape, imported)
        case ObjectShape():
            for field in shape.fields:
                yield from lifted(parts_of(field.shape, _place(shape, field)), imported)
            if shape.extra is not None:
                yield from lifted([(_extra_place(shape), shape.extra)], imported)
            yield type_code(shape.name), _object(shape, imported)


def _place(owner: ObjectShape, field: Field) -> str:
    return f"{owner.name}.{field.key}"


def _extra_place(owner: ObjectShape) -> str:
    return f"{owner.name}+"


def _union(shape: UnionShape, imported: frozenset[str]) -> JsonObject:
    arms = [
        part_schema(arm, n, imported) for n, arm in numbered(shape.arms, shape.name)
    ]
    schema: JsonObject = _described({}, shape.description)
    if shape.discriminator is None:
        return schema | {"anyOf": [*arms]}
    return schema | {
        "oneOf": [*arms],
        "discriminator": {"propertyName": member_code(shape.discriminator)},
    }


def _object(shape: ObjectShape, imported: frozenset[str]) -> JsonObject:
    return _described({"type": "object"}, shape.description) | {
        "properties": {
            member_code(field.key): _described(
                member_schema(field.shape, _place(shape, field), imported),
                field.description,
            )
            for field in shape.fields
        },
        "required": [member_code(f.key) for f in shape.fields if f.required],
        "additionalProperties": _extra(shape, imported),
    }


def _extra(shape: ObjectShape, imported: frozenset[str]) -> JsonObject | bool:
    match shape.extra:
        case None:
            return False
        case AnyShape():
            return True
        case extra:
            return part_schema(extra, _extra_place(shape), imported)


def _described(schema: JsonObject, description: str) -> JsonObject:
    return {**schema, "description": description} if description else schema


def _given_attributes(catalog: Catalog) -> Attributes:
    """Return the attributes of columns, by class and key."""
    return {
        (table.class_name, column.key): record_attribute(column.attribute)
        for table in catalog.tables
        for column in table.columns
        if column.key is not None
    }


def _attributes(shape: ObjectShape, given: Mapping[Member, str]) -> Attributes:
    names = {
        (shape.name, field.key): given.get((shape.name, field.key))
        or member_attribute(field.key)
        for field in shape.fields
    }
    assert len(set(names.values())) == len(names), f"members of {shape.name} meet"  # noqa: S101
    return names
