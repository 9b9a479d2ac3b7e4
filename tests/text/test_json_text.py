"""Laws of writing JSON."""

from decimal import Decimal

import pytest
from hypothesis import given

from seedc.model.json_value import JsonValue
from seedc.text.json_scan import scan
from seedc.text.json_text import json_lines, json_text
from tests.text.json_values import VALUES


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1.10"), "1.10"),
        ({"b": [1, Decimal("2.50")], "a": None}, '{"b": [1, 2.50], "a": null}'),
        ([True, False, "ü\n"], '[true, false, "ü\\n"]'),
        (10**30, "1" + "0" * 30),
        ({}, "{}"),
        ([], "[]"),
        ("", '""'),
    ],
)
def test_json_text(value: JsonValue, expected: str) -> None:
    """A value is one line; numbers and the order of keys stay as they are."""
    assert expected == json_text(value)


def test_json_lines() -> None:
    """What holds something takes several lines, indented by two spaces."""
    value: JsonValue = {"a": [1, Decimal("2.50")], "b": {}, "c": []}
    expected = '{\n  "a": [\n    1,\n    2.50\n  ],\n  "b": {},\n  "c": []\n}'
    assert expected == json_lines(value)


@given(VALUES)
def test_json_text_round_trips(value: JsonValue) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """What was written is read again, to the last digit."""
    text = json_text(value)
    parsed, end = scan(text, 0)
    assert (repr(value), len(text)) == (repr(parsed), end)
    assert "\n" not in text


@given(VALUES)
def test_json_lines_round_trip(value: JsonValue) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Several lines say the same as one."""
    text = json_lines(value)
    parsed, end = scan(text, 0)
    assert (repr(value), len(text)) == (repr(parsed), end)
