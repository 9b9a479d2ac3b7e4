"""Every keyword speaks of a type that the value may have, and of what is beside it."""

from pathlib import Path

import pytest

from tests.check.shown import shown
from tests.check.small import small

CODE = "keyword-without-effect"
ITEMS = {"items": {"type": "string"}}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": ["integer", "string"], "minimum": 1, "maxLength": 3},
        {"type": ["integer", "null"], "minimum": 1},
        {"type": "object", "additionalProperties": {}, "minProperties": 1},
        {"minLength": 1},
        {"type": "string", "allOf": [{"maxLength": 3}]},
        {"type": "array", "contains": {"type": "string"}, "minContains": 2},
        {"type": "integer", "if": {"minimum": 5}, "then": {"multipleOf": 5}},
    ],
)
def test_keywords_say_something(tmp_path: Path, schema: object) -> None:
    """One of the types is enough, and where no type is said, any may be."""
    assert small(tmp_path, {"a": schema}) == []


@pytest.mark.parametrize(
    ("schema", "text", "message"),
    [
        (
            {"type": "integer", "minLength": 1},
            '"minLength"',
            "`minLength` has no effect on values of type `integer`",
        ),
        (
            {"type": "string", **ITEMS},
            '"items"',
            "`items` has no effect on values of type `string`",
        ),
        (
            {"type": "string", **ITEMS, "minItems": 1},
            '"items"',
            "`items` and `minItems` have no effect on values of type `string`",
        ),
        (
            {"enum": ["a", "b"], "minimum": 3},
            '"minimum"',
            "`minimum` has no effect on values of type `string`",
        ),
        (
            {"type": "integer", "then": {"minimum": 1}},
            '"then"',
            "`then` has no effect without `if`",
        ),
        (
            {"type": "integer", "if": {"minimum": 1}},
            '"if"',
            "`if` has no effect without `then` or `else`",
        ),
        (
            {"type": "array", **ITEMS, "minContains": 2},
            '"minContains"',
            "`minContains` has no effect without `contains`",
        ),
    ],
)
def test_keywords_say_nothing(
    tmp_path: Path, schema: object, text: str, message: str
) -> None:
    """Several that speak of one other type are one problem."""
    problems = small(tmp_path, {"a": schema})
    assert shown(tmp_path, problems) == [(CODE, text, message)]


def test_in_a_definition_it_is_told_once(tmp_path: Path) -> None:
    """A definition is told where it stands, and not where it is used."""
    use = {"$ref": "#/$defs/Level"}
    level = {"type": "integer", "pattern": "^a$"}
    problems = small(tmp_path, {"a": use, "b": use}, defs={"Level": level})
    assert [p.code for p in problems] == [CODE]
