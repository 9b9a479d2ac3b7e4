"""A schema takes a value: its types, its members and its items do not exclude all."""

from pathlib import Path

import pytest

from tests.check.shown import shown
from tests.check.small import small

TWO = {"x": {"type": "integer"}, "y": {"type": "integer"}}


@pytest.mark.parametrize(
    ("schema", "text", "message"),
    [
        (
            {"type": "object", "properties": {"x": False}, "required": ["x"]},
            '"x"',
            "`x` is required, and its schema is false",
        ),
        (
            {"type": "object", "properties": TWO, "minProperties": 3},
            "3",
            "the object has only 2 properties, fewer than 3",
        ),
        (
            {"type": "object", "properties": TWO, "required": ["x", "y"]}
            | {"maxProperties": 1},
            "1",
            "2 properties are required, more than 1",
        ),
        (
            {"type": "array", "prefixItems": [{}], "items": False, "minItems": 2},
            "2",
            "the list has only 1 items, fewer than 2",
        ),
        (
            {"type": "array", "items": {"enum": ["a", "b"]}, "uniqueItems": True}
            | {"minItems": 3},
            "3",
            "there are only 2 different items, fewer than 3",
        ),
        (
            {"type": "string", "$ref": "#/$defs/Level"},
            '"string"',
            "no value is `string` and also `integer`",
        ),
    ],
)
def test_nothing_can_be_so(
    tmp_path: Path, schema: object, text: str, message: str
) -> None:
    """What excludes all values is one problem, where it is asked for."""
    level = {"Level": {"type": "integer"}}
    used = {"a": schema, "b": {"$ref": "#/$defs/Level"}}
    problems = small(tmp_path, used, defs=level)
    assert shown(tmp_path, problems) == [("impossible-schema", text, message)]


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "properties": TWO, "minProperties": 2},
        {"type": "object", "properties": TWO, "additionalProperties": True}
        | {"minProperties": 3},
        {"type": "integer", "allOf": [{"type": "number"}]},
        {"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 3},
    ],
)
def test_something_can(tmp_path: Path, schema: object) -> None:
    """What can be is not refused."""
    assert small(tmp_path, {"a": schema}) == []
