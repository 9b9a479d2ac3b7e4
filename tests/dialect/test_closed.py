"""Laws of closing schemas."""

import pytest

from seedc.dialect.closed import closed_schema
from seedc.dialect.node import root_node
from seedc.model.json_value import JsonObject
from tests.lower.schemas import PATH, library

A: JsonObject = {"properties": {"a": {}}, "type": "object"}
SHUT: JsonObject = {**A, "additionalProperties": False}
OPEN: JsonObject = {**A, "additionalProperties": True}
SUM: JsonObject = {"unevaluatedProperties": False}


def closed(schema: JsonObject) -> JsonObject:
    """Close a schema that stands in a file of its own."""
    files = library(items=schema)
    return closed_schema(files, root_node(files[PATH]))


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (A, SHUT),
        (OPEN, OPEN),
        ({"properties": {"a": {}}}, SHUT),
        ({"items": A}, {"items": SHUT, "type": "array"}),
        ({"type": "object"}, {"type": "object"}),
        ({"additionalProperties": A}, {"additionalProperties": SHUT}),
        ({"allOf": [A, A]}, {"allOf": [A, A], **SUM}),
        ({"anyOf": [A, A]}, {"anyOf": [SHUT, SHUT]}),
        ({"not": A}, {"not": A}),
        ({"if": A, "then": A, "else": A}, {"if": A, "then": A, "else": A}),
    ],
)
def test_closed(schema: JsonObject, expected: JsonObject) -> None:
    """Objects with properties are closed, their sums as a whole, conditions never."""
    assert expected == closed(schema)


def test_open_and_closed_copies() -> None:
    """A definition is copied closed for itself, and open where a sum closes it."""
    reference: JsonObject = {"$ref": "#/$defs/A"}
    found = closed({"$defs": {"A": A}, "items": reference, "allOf": [reference]})
    assert found["$defs"] == {"A": SHUT, "A.open": A}
