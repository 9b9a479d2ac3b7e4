"""What stands around the data of a seed file is complete, known and well-formed."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import jsonschema_rs

from seedc.check.violation import Violation, violations
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Envelope
from seedc.model.json_value import JsonObject
from seedc.text.json_place import key_place, value_place

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

# Semantic Versioning 2.0.0, https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string
_NUMBER = "(?:0|[1-9][0-9]*)"
_PRE = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"
_BUILD = "[0-9a-zA-Z-]+"
SEMANTIC_VERSION = (
    rf"^{_NUMBER}\.{_NUMBER}\.{_NUMBER}(?:-{_PRE}(?:\.{_PRE})*)?"
    rf"(?:\+{_BUILD}(?:\.{_BUILD})*)?$"
)

_KEY: JsonObject = {"type": ["string", "integer", "number", "boolean", "array"]}

ENVELOPE: JsonObject = {
    "type": "object",
    "required": ["version", "updated_at", "data"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {
            "type": "string",
            "description": "Semantic version of this file's data.",
            "pattern": SEMANTIC_VERSION,
        },
        "updated_at": {
            "type": "string",
            "description": "When the data last changed, with its zone.",
            "format": "date-time",
        },
        "renames": {
            "type": "array",
            "description": "Rows that got another key.",
            "items": {
                "type": "object",
                "required": ["from", "to"],
                "properties": {"from": _KEY, "to": _KEY},
                "additionalProperties": False,
            },
        },
        "removed": {
            "type": "array",
            "description": "Rows taken out on purpose, each with its replacement.",
            "items": {
                "type": "object",
                "required": ["key", "replacement"],
                "properties": {
                    "key": _KEY,
                    "replacement": {"anyOf": [_KEY, {"type": "null"}]},
                },
                "additionalProperties": False,
            },
        },
        "data": {"type": "array"},
    },
    "additionalProperties": False,
}
"""JSON Schema of a seed file, whatever its records are."""

_HELP = {
    "version": 'write a semantic version such as "1.4.0"',
    "updated_at": 'write a moment with its zone such as "2026-01-13T00:00:00Z"',
}


@cache
def _validator() -> "Draft202012Validator":
    return jsonschema_rs.Draft202012Validator(ENVELOPE, validate_formats=True)


def valid_envelope(envelope: Envelope) -> Iterator[Diagnostic]:
    """Yield what is wrong with the envelope of a seed file."""
    value: JsonObject = dict(envelope.members)
    if envelope.has_data:
        value["data"] = []
    found = violations(_validator().iter_errors(value), value, ENVELOPE)
    yield from (_diagnostic(violation, envelope) for violation in found)


def _diagnostic(violation: Violation, envelope: Envelope) -> Diagnostic:
    place = key_place if violation.at_key else value_place
    key = str(violation.pointer[0]) if violation.pointer else ""
    code, message = violation.code, violation.message
    if code == "unknown-property":
        code, message = "unknown-key", f"unknown key `{violation.pointer[-1]}`"
    elif code == "pattern-mismatch" and key == "version":
        code, message = "wrong-format", message.partition(" does not ")[0]
        message += " is no semantic version"
    return Diagnostic(
        code,
        message,
        place(envelope.source, envelope.start, violation.pointer),
        help=_HELP.get(key, violation.help),
    )
