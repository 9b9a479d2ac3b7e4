"""What stands around the records of a seed file, as JSON Schema."""

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

_KEY: JsonObject = {"type": ["string", "integer", "number", "boolean", "array"]}


def envelope_schema(record: JsonValue) -> JsonObject:
    """Return the schema of a seed file whose records fulfil a schema."""
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
                "items": _closed({"from": _KEY, "to": _KEY}),
            },
            "removed": {
                "description": "Rows taken out on purpose, with their replacements.",
                "type": "array",
                "items": _closed(
                    {"key": _KEY, "replacement": {"anyOf": [_KEY, {"type": "null"}]}}
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
