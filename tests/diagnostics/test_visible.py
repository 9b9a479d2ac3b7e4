"""Nothing that has no shape of its own reaches a terminal."""

import sys

import pytest

from seedc.diagnostics.visible import visible, width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('plain "text" \\n', 'plain "text" \\n'),
        ("a\nb\rc\td", "a\\nb\\rc\\td"),
        ("\x1b[31m", "\\u001b[31m"),
        ("\x00\x7f\x9b", "\\u0000\\u007f\\u009b"),
        ("\u202egoblin", "\\u202egoblin"),
        ("\ud83d", "\\ud83d"),
        ("\U000e0041", "\\U000e0041"),
        ("\u3164\u2800\u115f", "\\u3164\\u2800\\u115f"),
        ("a\u034f\U000e0100\ufe01", "a\\u034f\\U000e0100\\ufe01"),
        ("⚔\ufe0f", "⚔\ufe0f"),
        ("é e\u0301 剣 🚀", "é e\u0301 剣 🚀"),
    ],
)
def test_only_what_has_no_shape_becomes_an_escape(text: str, expected: str) -> None:
    """Controls and marks of direction are escaped; letters of any script are not."""
    assert visible(text) == expected


def test_every_character_comes_out_printable() -> None:
    """No character of Unicode is forgotten."""
    every = map(chr, range(sys.maxunicode + 1))
    assert [char for char in every if not visible(char).isprintable()] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("abc", 3),
        ("剣", 2),
        ("e\u0301", 1),
        ("é剣!", 4),
        ("🚀", 2),
        ("⚔", 1),
        ("⚔\ufe0f", 2),
        ("🛡\ufe0f!", 3),
        ("🚀\ufe0f", 2),
        ("👍🏽", 2),
        ("a🏽", 3),
        ("🇯🇵", 2),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_the_width_is_that_of_a_terminal(text: str, expected: int) -> None:
    """Ideographs and emoji take two columns, and what joins the one before none."""
    assert width(text) == expected
