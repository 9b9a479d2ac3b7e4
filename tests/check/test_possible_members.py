"""Every value of an `enum`, and a `const`, keeps what stands beside it."""

from pathlib import Path

import pytest

from tests.check.shown import shown
from tests.check.small import small

CODE = "impossible-schema"


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "enum": ["a", "b"], "pattern": "^[ab]$"},
        {"type": ["string", "null"], "enum": ["a", None]},
        {"type": "integer", "const": 3, "minimum": 3},
        {"$ref": "#/$defs/Color", "enum": ["red"]},
    ],
)
def test_members_are_possible(tmp_path: Path, schema: object) -> None:
    """Each value keeps its `type`, its bounds and what a `$ref` says."""
    color = {"Color": {"enum": ["red", "blue"]}}
    used = {"a": schema, "b": {"$ref": "#/$defs/Color"}}
    assert small(tmp_path, used, defs=color) == []


@pytest.mark.parametrize(
    ("schema", "text", "message"),
    [
        (
            {"type": "string", "enum": ["ab", "c"], "pattern": "^[a-z]{2}$"},
            '"c"',
            '"c" does not match the pattern `^[a-z]{2}$`',
        ),
        (
            {"type": "string", "enum": ["a", None]},
            "null",
            "expected a string, found null",
        ),
        (
            {"type": "string", "const": "abc", "maxLength": 2},
            '"abc"',
            "3 characters, more than the 2 that it may have",
        ),
        (
            {"type": "integer", "enum": [1, 2, 30], "maximum": 9},
            "30",
            "30 is more than the maximum 9",
        ),
    ],
)
def test_one_member_is_not(
    tmp_path: Path, schema: object, text: str, message: str
) -> None:
    """The value that can never be is the place."""
    problems = small(tmp_path, {"a": schema})
    assert shown(tmp_path, problems) == [(CODE, text, message)]


def test_none_is_possible(tmp_path: Path) -> None:
    """Where no value will do, it is told once."""
    problems = small(tmp_path, {"a": {"type": "integer", "enum": ["x", "y"]}})
    message = (
        'no value of `enum` is possible: expected an integer, found the string "x"'
    )
    assert shown(tmp_path, problems) == [(CODE, '"enum"', message)]
