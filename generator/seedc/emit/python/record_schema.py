"""Print the JSON Schema that Pydantic records are generated from.

Every object, every union and every bounded item has an entry of its own in `$defs`,
under the name that it shall have in Python: nothing is left for the generator to
name. Enumerations are references into another file, which stands for `enums.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import final

from seedc.emit.python.code import WIDTH, wrapped
from seedc.emit.python.identifiers import attribute, record_attribute
from seedc.emit.python.member_schema import (
    Definition,
    lettered,
    lifted,
    member_schema,
    part_schema,
    parts_of,
)
from seedc.emit.python.record_shapes import record_shapes
from seedc.model.catalog import Catalog
from seedc.model.json_value import JsonObject
from seedc.model.shape import AnyShape, Field, ObjectShape, UnionShape
from seedc.text.names import pascal_case

Aliases = dict[str, str]


@final
@dataclass(frozen=True, slots=True)
class RecordSchema:
    """What records are generated from.

    Attributes:
        definitions: JSON Schema of each class or alias, by its name in Python.
        aliases: Python names of members that are not the key, by class and key:
            `Enemy.maxHP`.
    """

    definitions: Mapping[str, JsonObject]
    aliases: Mapping[str, str]


def record_schema(catalog: Catalog, enums: frozenset[str]) -> RecordSchema:
    """Return what the records of a catalog are generated from.

    Args:
        catalog: The catalog.
        enums: Names of its enumerations.
    """
    shapes = record_shapes(catalog).values()
    named = [entry for shape in shapes for entry in _definitions(shape, enums)]
    definitions = dict(named)
    assert len(definitions) == len(named), "two records have the same name"  # noqa: S101
    given = _given_attributes(catalog)
    aliases: Aliases = {}
    for shape in shapes:
        if isinstance(shape, ObjectShape):
            aliases |= _aliases(shape, given)
    return RecordSchema(definitions, aliases)


def _definitions(
    shape: ObjectShape | UnionShape, enums: frozenset[str]
) -> Iterator[Definition]:
    match shape:
        case UnionShape():
            yield from lifted(lettered(shape.arms, shape.name), enums)
            yield shape.name, _union(shape, enums)
        case ObjectShape():
            for field in shape.fields:
                yield from lifted(parts_of(field.shape, _name(shape, field)), enums)
            if shape.extra is not None:
                yield from lifted([(f"{shape.name}Extra", shape.extra)], enums)
            yield shape.name, _object(shape, enums)


def _name(owner: ObjectShape, field: Field) -> str:
    return owner.name + pascal_case(field.key)


def _union(shape: UnionShape, enums: frozenset[str]) -> JsonObject:
    arms = [part_schema(arm, n, enums) for n, arm in lettered(shape.arms, shape.name)]
    schema: JsonObject = _described({}, shape.description)
    if shape.discriminator is None:
        return schema | {"anyOf": [*arms]}
    return schema | {
        "oneOf": [*arms],
        "discriminator": {"propertyName": shape.discriminator},
    }


def _object(shape: ObjectShape, enums: frozenset[str]) -> JsonObject:
    return _described({"type": "object"}, shape.description) | {
        "properties": {
            field.key: _described(
                member_schema(field.shape, _name(shape, field), enums),
                field.description,
            )
            for field in shape.fields
        },
        "required": [field.key for field in shape.fields if field.required],
        "additionalProperties": _extra(shape, enums),
    }


def _extra(shape: ObjectShape, enums: frozenset[str]) -> JsonObject | bool:
    match shape.extra:
        case None:
            return False
        case AnyShape():
            return True
        case extra:
            return part_schema(extra, f"{shape.name}Extra", enums)


def _described(schema: JsonObject, description: str) -> JsonObject:
    # The generator breaks no lines.
    text = "\n".join(wrapped(description, WIDTH - 4))
    return {**schema, "description": text} if text else schema


def _given_attributes(catalog: Catalog) -> Mapping[tuple[str, str], str]:
    """Return the attributes of columns, by class and key."""
    return {
        (table.class_name, column.key): record_attribute(column.attribute)
        for table in catalog.tables
        for column in table.columns
        if column.key is not None
    }


def _aliases(shape: ObjectShape, given: Mapping[tuple[str, str], str]) -> Aliases:
    names = {
        field.key: given.get((shape.name, field.key)) or attribute(field.key)
        for field in shape.fields
    }
    assert len(set(names.values())) == len(names), f"members of {shape.name} meet"  # noqa: S101
    return {f"{shape.name}.{key}": name for key, name in names.items() if name != key}
