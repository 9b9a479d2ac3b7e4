"""Every property that an object requires is one that it may have."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from tests.check.shown import shown
from tests.check.small import in_schema, small


def test_a_property_may_be_required(tmp_path: Path) -> None:
    """What `properties` lists may be required."""
    assert (
        small(
            tmp_path,
            {"a": {"type": "integer"}},
            {"id": "x", "a": 1},
            required=["id", "a"],
        )
        == []
    )


def test_what_is_no_property_cannot_be_required(tmp_path: Path) -> None:
    """No record could have a property that is required and not known."""
    expected = [
        Diagnostic(
            "unknown-required",
            "`powr` is required but is no property",
            in_schema(6, 5, 6),
            help="did you mean `power`?",
        ),
    ]
    assert expected == small(
        tmp_path, {"power": {"type": "integer"}}, required=["id", "powr"]
    )


def test_an_object_inside_a_column_keeps_the_law(tmp_path: Path) -> None:
    """The law is that of all objects, not of records alone."""
    expected = [
        Diagnostic(
            "unknown-required",
            "`zzz` is required but is no property",
            in_schema(14, 9, 5),
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "o": {
                "type": "object",
                "required": ["zzz"],
                "properties": {"x": {"type": "integer"}},
            }
        },
    )


X, Y = {"x": {"type": "integer"}}, {"y": {"type": "integer"}}
BASE = {"Base": {"type": "object", "properties": X}}
PART = {"allOf": [{"$ref": "#/$defs/Base"}], "type": "object"}


def _arms(*arms: object) -> dict[str, object]:
    return {"type": "object", "properties": X, "oneOf": list(arms)}


@pytest.mark.parametrize(
    "schema",
    [
        {**PART, "properties": Y, "required": ["x", "y"]},
        {"allOf": [{"$ref": "#/$defs/Base"}, {"required": ["x"]}]},
        _arms({"required": ["x"]}, {"properties": Y, "required": ["x", "y"]}),
        _arms({"properties": Y}, {"properties": Y}) | {"required": ["y"]},
        {"type": "object", "additionalProperties": {}, "required": ["any"]},
        {"type": "object", "properties": X, "additionalProperties": True}
        | {"required": ["any"]},
        {"type": "object", "properties": X, "if": {"required": ["x"]}}
        | {"then": {"properties": Y, "required": ["y"]}},
        {"type": "array", "items": {"type": "object", "properties": X}}
        | {"contains": {"required": ["x", "y"], "properties": X}},
    ],
)
def test_it_may_be_another_part_that_has_it(tmp_path: Path, schema: object) -> None:
    """All that speaks of one object is taken together."""
    used = {"a": schema, "b": {"$ref": "#/$defs/Base"}}
    assert small(tmp_path, used, defs=BASE) == []


@pytest.mark.parametrize(
    "schema",
    [
        {**PART, "properties": Y, "required": ["z"]},
        {"allOf": [{"$ref": "#/$defs/Base"}, {"required": ["z"]}]},
        _arms({"required": ["z"]}, {"properties": Y}),
        _arms({"properties": {"z": {}}}, {"properties": Y, "required": ["z"]}),
        {"type": "array", "items": {"type": "object", "properties": X}}
        | {"items": {"type": "object", "properties": X, "required": ["z"]}},
        {"type": "object", "properties": X, "if": {"required": ["z"]}}
        | {"then": {"required": ["x"]}},
        {"$ref": "#/$defs/Base", "required": ["z"]},
        {"oneOf": [{"$ref": "#/$defs/Base", "required": ["z"]}, {"type": "null"}]},
    ],
)
def test_no_part_has_it(tmp_path: Path, schema: object) -> None:
    """A required name is looked for in every part, and told once."""
    used = {"a": schema, "b": {"$ref": "#/$defs/Base"}}
    problems = small(tmp_path, used, defs=BASE)
    message = "`z` is required but is no property"
    assert shown(tmp_path, problems) == [("unknown-required", '"z"', message)]


def test_a_definition_is_told_once(tmp_path: Path) -> None:
    """A definition that is used thrice has its mistake once."""
    wrong = {"type": "object", "properties": X, "required": ["z"]}
    use = {"$ref": "#/$defs/Wrong"}
    problems = small(tmp_path, {"a": use, "b": use, "c": use}, defs={"Wrong": wrong})
    assert [p.code for p in problems] == ["unknown-required"]


def test_a_part_that_one_object_completes(tmp_path: Path) -> None:
    """A definition may require what only those who use it have."""
    part = {"type": "object", "properties": Y, "required": ["x"]}
    whole = {"type": "object", "properties": X, "allOf": [{"$ref": "#/$defs/Part"}]}
    assert small(tmp_path, {"a": whole}, defs={"Part": part}) == []
