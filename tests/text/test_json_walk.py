"""Laws of finding the parts of a JSON text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.model.json_value import JsonValue, Pointer
from seedc.text.json_scan import scan
from seedc.text.json_walk import Span, items, key_span, members, skip_space, value_span
from tests.text.json_values import SPACES, VALUES, parts, spaced

TEXT = ' {"a": [1, {"b": "x"}], "c" :2.50, "a": [3]}'


def cut(span: Span, text: str = TEXT) -> str:
    """Return the text of a span."""
    return text[span.start : span.end]


def test_members() -> None:
    """The members of an object come in file order, those that stand twice too."""
    found = [(m.key, cut(m.key_span), cut(m.value)) for m in members(TEXT, 1)]
    expected = [
        ("a", '"a"', '[1, {"b": "x"}]'),
        ("c", '"c"', "2.50"),
        ("a", '"a"', "[3]"),
    ]
    assert expected == found


def test_items() -> None:
    """The items of an array come in order, without the space around them."""
    text = "[ 1 ,[2], {} ]"
    assert [cut(s, text) for s in items(text, 0)] == ["1", "[2]", "{}"]


@pytest.mark.parametrize("text", ["[]", "[ \n]", "{}", "{ \t}"])
def test_empty(text: str) -> None:
    """What is empty has no parts."""
    walk = items if text[0] == "[" else members
    assert list(walk(text, 0)) == []


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ((), TEXT[1:]),
        (("c",), "2.50"),
        (("a",), "[3]"),
        (("a", 0), "3"),
        (("a", 1), "[3]"),
        (("a", "b"), "[3]"),
        (("c", "d", 1), "2.50"),
        (("z", "a"), TEXT[1:]),
    ],
)
def test_value_span(pointer: Pointer, expected: str) -> None:
    """A pointer leads to its value, the last of several, or as far as it goes."""
    assert expected == cut(value_span(TEXT, 1, pointer))


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        (("c",), '"c"'),
        (("a", 0), "3"),
        (("a", 7), "[3]"),
        (("z",), TEXT[1:]),
        ((), TEXT[1:]),
    ],
)
def test_key_span(pointer: Pointer, expected: str) -> None:
    """The last step of a pointer leads to its key; to the item for an index."""
    assert expected == cut(key_span(TEXT, 1, pointer))


def test_skip_space() -> None:
    """Only what JSON takes for white space is skipped."""
    assert skip_space(" \t\r\n\xa0x", 0) == 4
    assert skip_space("  ", 2) == 2


@given(VALUES, SPACES, st.text("[]{},x", max_size=3))
def test_every_span_parses_to_its_value(  # type: ignore[misc]  # hypothesis erases its type
    value: JsonValue, space: str, before: str
) -> None:
    """The span of every pointer cuts out text that parses to the value there."""
    text = before + spaced(value, space)
    for pointer, part in parts(value):
        found = cut(value_span(text, len(before), pointer), text)
        parsed, end = scan(found, 0)
        assert (part, repr(part), len(found)) == (parsed, repr(parsed), end)


@given(VALUES, SPACES)
def test_every_key_span_parses_to_its_key(value: JsonValue, space: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """The span of every key cuts out text that parses to the key."""
    text = spaced(value, space)
    for pointer, _ in parts(value):
        if pointer and isinstance(pointer[-1], str):
            found = cut(key_span(text, 0, pointer), text)
            assert (pointer[-1], len(found)) == scan(found, 0)
