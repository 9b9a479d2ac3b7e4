"""Say what was probably meant by a keyword that a schema cannot have."""

from collections.abc import Mapping

from seedc.model.json_value import JsonObject, JsonValue, Pointer
from seedc.text.near import did_you_mean, nearest

_EXTENSIONS = ("x-table", "x-column")
_OTHERS: Mapping[str, str] = {
    "additionalItems": "write `items` beside `prefixItems`",
    "definitions": "write `$defs`",
    "dependencies": "write `dependentRequired` or `dependentSchemas`",
    "discriminator": "remove it: a required `const` in every arm is enough",
    "example": "write `examples`, a list",
    "id": "write `$id`, or put it into `properties`",
    "nullable": 'write "type": ["string", "null"], or whatever type it is',
}
"""Keywords of older drafts, and of OpenAPI."""


_TYPES = {
    "bool": "boolean",
    "dict": "object",
    "double": "number",
    "float": "number",
    "int": "integer",
    "list": "array",
    "text": "string",
}
"""Types of other languages."""


def advice_on_value(value: JsonValue, pointer: Pointer) -> str | None:
    """Return a help line about a value that a keyword cannot have.

    Args:
        value: It.
        pointer: Where it stands.
    """
    if not isinstance(value, str):
        return None
    match pointer:
        case (*_, "type") | (*_, "type", int()) if value in _TYPES:
            return f'write "{_TYPES[value]}"'
        case (*_, "x-references") if value.isidentifier():
            return f"write `{value}.id`: the table, and its property"
        case (*_, "x-table", "unique", int()):
            return f'write [["{value}"]]: a list of keys, each a list of columns'
        case _:
            return None


def advice_on(value: JsonValue, pointer: Pointer, metaschema: JsonObject) -> str | None:
    """Return a help line about an unknown keyword, or key of an extension.

    Args:
        value: Its value.
        pointer: Where it stands.
        metaschema: The schema of the dialect, with the extensions in its `$defs`.
    """
    name = str(pointer[-1])
    around = pointer[-2] if pointer[1:] else ""
    known = _keys(metaschema, str(around) if around in _EXTENSIONS else "schema")
    if (near := did_you_mean(name, known)) is not None:
        return near
    if around not in _EXTENSIONS and _is_schema(value):
        return "properties stand in `properties`"
    for extension in _EXTENSIONS:
        key = nearest(name.removeprefix("x-"), _keys(metaschema, extension))
        if key is not None and around != extension:
            return f"`{key}` stands in `{extension}`"
    return _OTHERS.get(name)


def _is_schema(value: JsonValue) -> bool:
    return isinstance(value, dict) and bool({"type", "$ref", "enum"} & value.keys())


def _keys(metaschema: JsonObject, name: str) -> list[str]:
    definitions = metaschema["$defs"]
    definition = definitions[name] if isinstance(definitions, dict) else None
    keys = definition["properties"] if isinstance(definition, dict) else None
    return [*keys] if isinstance(keys, dict) else []
