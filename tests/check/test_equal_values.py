"""Values are the same key where the database takes them for equal, and only there."""

from pathlib import Path

import pytest

from tests.check.items import ITEM, found

UUID = '"6f1c9a52-7d0e-4b3a-9c55-0a1b2c3d4e5f"'
MOMENT = {"type": "string", "format": "date-time"}
EQUAL = [
    ({"type": "integer"}, "1", "1.0"),
    ({"type": "integer"}, "10", "1e1"),
    ({"type": "number"}, "1.10", "1.1"),
    ({"type": "number"}, "0", "-0.0"),
    (MOMENT, '"2026-01-01T01:00:00+01:00"', '"2026-01-01T00:00:00.0Z"'),
    ({"type": "string", "format": "uuid"}, UUID, UUID.upper()),
]
DIFFERENT = [
    ({"type": "string"}, '"\u00e9"', '"e\u0301"'),
    ({"type": "string"}, '"a"', '"A"'),
    ({"type": "string"}, '"a"', '"a "'),
    ({"type": "number"}, "0.1", "0.1000000000000000000000000000000001"),
    ({"type": "integer"}, "9007199254740990", "9007199254740991"),
    ({"type": ["integer", "null"]}, "null", "null"),
    ({"type": "boolean"}, "true", "false"),
]
KEY = {"x_table": {"unique": [["v"]]}}


def _records(one: str, other: str) -> list[str]:
    return [f'{{"id": "a", "v": {one}}}', f'{{"id": "b", "v": {other}}}']


@pytest.mark.parametrize(("kind", "one", "other"), EQUAL)
def test_equal_values_are_one_key(
    tmp_path: Path, kind: object, one: str, other: str
) -> None:
    """How a value is written does not matter."""
    problems = found(tmp_path, {"v": kind}, _records(one, other), **KEY)
    assert [problem.code for problem in problems] == ["duplicate-unique-key"]


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_other_values_are_other_keys(
    tmp_path: Path, kind: object, one: str, other: str
) -> None:
    """What only looks alike stays apart."""
    assert found(tmp_path, {"v": kind}, _records(one, other), **KEY) == []


def test_references_are_compared_in_the_same_way(tmp_path: Path) -> None:
    """A reference leads to the key that the database would find."""
    properties = {
        "code": {"type": "integer"},
        "next": {"type": "integer", "x-references": "items.code"},
        "list": {
            "type": "array",
            "items": {"type": "integer", "x-references": "items.code"},
        },
        "self": ITEM,
    }
    records = ['{"id": "a", "code": 1, "next": 1.0, "list": [1.0, 1e0], "self": "a"}']
    keywords = {"x_table": {"unique": [["code"]]}}
    assert found(tmp_path, properties, records, **keywords) == []
