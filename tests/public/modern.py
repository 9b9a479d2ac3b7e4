"""Schemas of JSON Schema's drafts 4, 6 and 7 as schemas of 2020-12."""

from collections.abc import Mapping
from types import MappingProxyType

from seedc.model.json_value import JsonObject, JsonValue

SCHEMAS = frozenset({"properties", "patternProperties", "$defs", "dependentSchemas"})
"""Keywords whose value holds schemas by name."""

LITERAL = frozenset(
    {"enum", "const", "default", "examples", "required", "dependentRequired"}
)
"""Keywords whose value holds no schema."""

_EXCLUSIVE: Mapping[str, str] = MappingProxyType(
    {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
)


def modern(schema: JsonValue) -> JsonValue:
    """Return a schema of an old draft as one of 2020-12; others as they are."""
    if isinstance(schema, list):
        return [modern(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    given = _dependencies(_tuples(_bounds(schema)))
    if "definitions" in given:
        given["$defs"] = given.pop("definitions")
    return {key: _part(key, value) for key, value in given.items()}


def _part(key: str, value: JsonValue) -> JsonValue:
    if key in SCHEMAS and isinstance(value, dict):
        return {name: modern(part) for name, part in value.items()}
    if key == "$ref" and isinstance(value, str):
        return value.replace("/definitions/", "/$defs/")
    return value if key in LITERAL else modern(value)


def _tuples(schema: JsonObject) -> JsonObject:
    """Before 2020-12 `items` could be a list, and `additionalItems` was the rest."""
    if not isinstance(schema.get("items"), list):
        return {k: v for k, v in schema.items() if k != "additionalItems"}
    names = {"items": "prefixItems", "additionalItems": "items"}
    return {names.get(key, key): value for key, value in schema.items()}


def _bounds(schema: JsonObject) -> JsonObject:
    """In draft 4 `exclusiveMinimum` said whether `minimum` is exclusive."""
    given = dict(schema)
    for bound, exclusive in _EXCLUSIVE.items():
        if isinstance(given.get(exclusive), bool) and given.pop(exclusive):
            given[exclusive] = given.pop(bound)
    return given


def _dependencies(schema: JsonObject) -> JsonObject:
    """Before 2019-09 `dependencies` held lists of names, and schemas, alike."""
    given = dict(schema)
    both = given.get("dependencies")
    if isinstance(both, dict):
        del given["dependencies"]
        names: JsonObject = {k: v for k, v in both.items() if isinstance(v, list)}
        schemas: JsonObject = {k: v for k, v in both.items() if k not in names}
        given |= {"dependentRequired": names} if names else {}
        given |= {"dependentSchemas": schemas} if schemas else {}
    return given
