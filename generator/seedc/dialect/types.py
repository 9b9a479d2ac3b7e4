"""JSON types that a schema speaks of."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from seedc.dialect.view import View
from seedc.model.json_value import JsonValue


def types_of(schema: View) -> tuple[str, ...]:
    """Return the JSON types that a schema speaks of; none if it says nothing."""
    given = schema.get("type")
    if isinstance(given, str):
        return (given,)
    if isinstance(given, list):
        return tuple(str(t) for t in given)
    for keyword, implied in (("properties", "object"), ("items", "array")):
        if schema.where(keyword):
            return (implied,)
    return ()


def is_nullable(schema: View) -> bool:
    """Say whether a schema takes null."""
    values = schema.get("enum")
    if isinstance(values, list):
        return None in values
    if arms := schema.arms():
        return any("null" in types_of(arm) for arm in arms)
    return "null" in types_of(schema)


REFERRING = frozenset({("string",), ("integer",), ("number",)})
"""The `value_types` of what may refer to rows."""


def value_types(schema: View) -> tuple[str, ...]:
    """Return the JSON types of a schema's values but null, by name; as far as it says.

    Every integer is a number, so that both together are `number`.
    """
    found = {*_types_of_values(schema)} - {"null"}
    return tuple(sorted(found - {"integer"} if "number" in found else found))


def _types_of_values(schema: View) -> Iterator[str]:
    values = schema.get("enum")
    if schema.where("const"):
        yield _type_of(schema.get("const"))
    elif isinstance(values, list):
        yield from map(_type_of, values)
    elif arms := schema.arms():
        for arm in arms:
            yield from _types_of_values(arm)
    else:
        yield from types_of(schema)


def _type_of(value: JsonValue) -> str:
    return "null" if value is None else _NAMES[type(value)]


_NAMES: Mapping[type, str] = {
    bool: "boolean",
    int: "integer",
    Decimal: "number",
    str: "string",
    list: "array",
    dict: "object",
}
