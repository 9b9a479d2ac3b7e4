"""A `default`, and every one of the `examples`, is valid for its own schema."""

from pathlib import Path

import pytest

from tests.check.shown import shown
from tests.check.small import small


def _object(**keywords: object) -> dict[str, object]:
    properties = {"x": {"type": "integer"}}
    return {"type": "object", "properties": properties, **keywords}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "default": 1, "examples": [2, 3]},
        {"type": "string", "format": "date", "examples": ["2026-01-13"]},
        _object(default={"x": 1}, required=["x"]),
        {"type": ["string", "null"], "default": None},
    ],
)
def test_examples_are_valid(tmp_path: Path, schema: object) -> None:
    """What people are told to write may be written."""
    assert small(tmp_path, {"a": schema}) == []


@pytest.mark.parametrize(
    ("schema", "text", "message"),
    [
        (
            {"type": "integer", "default": "1"},
            '"1"',
            'expected an integer, found the string "1"',
        ),
        (
            {"type": "integer", "minimum": 0, "examples": [1, -1]},
            "-1",
            "-1 is less than the minimum 0",
        ),
        (
            {"type": "string", "format": "date", "examples": ["13.1.2026"]},
            '"13.1.2026"',
            '"13.1.2026" is no valid date',
        ),
        (_object(default={"x": 1, "z": 2}), '"z"', "unknown property `z`"),
        (
            _object(default={"x": "1"}),
            '"1"',
            'expected an integer, found the string "1"',
        ),
        (
            {"type": "array", "items": {"type": "string", "examples": [5]}},
            "5",
            "expected a string, found the number 5",
        ),
    ],
)
def test_an_example_is_not(
    tmp_path: Path, schema: object, text: str, message: str
) -> None:
    """The place is in the example, where it goes wrong."""
    problems = small(tmp_path, {"a": schema})
    assert shown(tmp_path, problems) == [("invalid-example", text, message)]


def test_an_example_of_what_is_impossible_is_not_told(tmp_path: Path) -> None:
    """No example keeps bounds that cross: the bounds are the mistake."""
    schema = {"type": "integer", "minimum": 9, "maximum": 1, "default": 5}
    (problem,) = small(tmp_path, {"a": schema})
    assert problem.code == "impossible-schema"


def test_other_mistakes_of_a_file_are_told_too(tmp_path: Path) -> None:
    """An invalid example hides nothing, and no record."""
    schema = {"type": "integer", "default": "1"}
    problems = small(tmp_path, {"a": schema}, {"id": "x", "a": "2"})
    assert [p.code for p in problems] == ["invalid-example", "wrong-type"]
