"""A problem is found under any key, also where the validator's path does not say it."""

from pathlib import Path

import pytest

from tests.check.small import in_seeds, small

MAP = {"type": "object", "additionalProperties": {"type": "string"}}
NESTED = {"type": "object", "additionalProperties": {**MAP, "type": ["object", "null"]}}


@pytest.mark.parametrize("key", ["", "0", "01", "+1", "-1", "a/b", "~1"])
def test_any_key(tmp_path: Path, key: str) -> None:
    """Keys that are empty or look like positions are keys."""
    (problem,) = small(tmp_path, {"m": MAP}, f'{{"id": "a", "m": {{"{key}": 5}}}}')
    assert problem.message == "expected a string, found the number 5"
    assert problem.place == in_seeds(5, 27 + len(key))


def test_empty_keys_in_one_another(tmp_path: Path) -> None:
    """Of several ways, the one is meant whose value is wrong."""
    record = '{"id": "a", "m": {"": {"b": "c", "": 5}, "b": null}}'
    (problem,) = small(tmp_path, {"m": NESTED}, record)
    assert problem.place == in_seeds(5, 42)


def test_a_list_under_an_empty_key(tmp_path: Path) -> None:
    """A list is no way for a step that is a key."""
    record = '{"id": "a", "m": {"": [], "name": 5}}'
    found = small(tmp_path, {"m": MAP}, record)
    assert [problem.place for problem in found] == [in_seeds(5, 27), in_seeds(5, 39)]
