"""What stands around the records of a seed file, as JSON Schema."""

from collections.abc import Sequence

from seedc.model.json_value import JsonObject, JsonValue

# Semantic Versioning 2.0.0, the regular expression that its FAQ suggests.
_NUMBER = "(?:0|[1-9][0-9]*)"
_PRE = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"
_BUILD = "[0-9a-zA-Z-]+"
SEMANTIC_VERSION = (
    rf"^{_NUMBER}\.{_NUMBER}\.{_NUMBER}(?:-{_PRE}(?:\.{_PRE})*)?"
    rf"(?:\+{_BUILD}(?:\.{_BUILD})*)?$"
)
"""Pattern of a semantic version."""

_ANY_KEY: JsonObject = {"type": ["string", "integer", "number", "boolean", "array"]}


def key_schema(types: Sequence[Sequence[str]]) -> JsonObject:
    """Return the schema of a key, by the JSON types that each of its columns takes."""
    items: list[JsonValue] = [{"type": [*names]} for names in types]
    if len(items) == 1:
        return {"type": [*types[0]]}
    count = len(items)
    return {
        "type": "array",
        "prefixItems": items,
        "minItems": count,
        "maxItems": count,
    }


def envelope_schema(record: JsonValue, key: JsonObject = _ANY_KEY) -> JsonObject:
    """Return the schema of a seed file.

    Args:
        record: What its records fulfil.
        key: What the keys in `renames` and `removed` fulfil.
    """
    return {
        "type": "object",
        "required": ["version", "updated_at", "data"],
        "properties": {
            "$schema": {"type": "string"},
            "version": {
                "description": "Semantic version of this file's data.",
                "type": "string",
                "pattern": SEMANTIC_VERSION,
            },
            "updated_at": {
                "description": "When the data last changed, with its zone.",
                "type": "string",
                "format": "date-time",
            },
            "renames": {
                "description": "Rows that got another key.",
                "type": "array",
                "items": _closed({"from": key, "to": key}),
            },
            "removed": {
                "description": "Rows taken out on purpose, with their replacements.",
                "type": "array",
                "items": _closed(
                    {"key": key, "replacement": {"anyOf": [key, {"type": "null"}]}}
                ),
            },
            "data": {
                "description": "The records.",
                "type": "array",
                "items": record,
            },
        },
        "additionalProperties": False,
    }


def _closed(properties: JsonObject) -> JsonObject:
    return {
        "type": "object",
        "required": [*properties],
        "properties": properties,
        "additionalProperties": False,
    }
