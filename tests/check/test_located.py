"""Every shape is found in its schema, however the alternatives are written."""

from pathlib import Path

import pytest

from seedc.model.json_value import JsonObject
from tests.support.projects import problems_of, schema, seed

NULL: JsonObject = {"type": "null"}
SEVERAL: JsonObject = {"type": ["string", "integer"]}
NESTED: JsonObject = {"anyOf": [{"type": "string"}, {"type": "integer"}]}
VALUES: JsonObject = {"enum": ["max", 1]}
OBJECT: JsonObject = {
    "type": ["boolean", "object"],
    "properties": {"name": {"enum": ["a", "b"]}},
}
LIST: JsonObject = {
    "type": ["string", "array"],
    "items": {"type": "object", "properties": {"name": {"type": "string"}}},
}


@pytest.mark.parametrize("union", [SEVERAL, NESTED, VALUES, OBJECT, LIST])
@pytest.mark.parametrize("beside", [[], [NULL]], ids=["alone", "or null"])
def test_a_union_may_stand_in_an_alternative(
    tmp_path: Path, union: JsonObject, beside: list[JsonObject]
) -> None:
    """An alternative may be a union itself, alone or beside null."""
    table = schema({"x": {"anyOf": [union, *beside]}})
    files = {"schemas/items.schema.json": table, "seeds/items.json": seed()}
    assert problems_of(tmp_path, files) == []
