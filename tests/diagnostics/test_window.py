"""A window shows the span, whatever line it is in."""

import time

from hypothesis import given
from hypothesis import strategies as st

from seedc.diagnostics.visible import visible, width
from seedc.diagnostics.window import window

LONGEST = 100 + 2 * len("...")
LONGEST_SPAN = 80
ASCII = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=300)
LINES = st.text(
    st.sampled_from("ab \t剣\u0301\x1b\u202e🚀") | st.characters(), max_size=300
)


@given(st.tuples(LINES, st.integers(-2, 400), st.integers(1, 400)))
def test_any_line_can_be_shown(  # type: ignore[misc]  # hypothesis erases its type
    span: tuple[str, int, int],
) -> None:
    """The text is short and printable, and the mark is within it or just behind."""
    line, column, length = span
    seen = window(line, column, length)
    assert seen.text.isprintable()
    assert seen.length >= 1
    assert seen.indent + seen.length <= width(seen.text) + 1
    assert width(seen.text) <= LONGEST


@given(st.tuples(ASCII, st.integers(0, 300), st.integers(1, 300)))
def test_the_mark_is_under_the_span(  # type: ignore[misc]  # hypothesis erases its type
    span: tuple[str, int, int],
) -> None:
    """What is marked is what the place says, or its start where it is long."""
    line, start, length = span
    seen = window(line, start + 1, length)
    marked = seen.text[seen.indent : seen.indent + seen.length]
    assert marked == line[start : start + length][:LONGEST_SPAN]


def test_a_short_line_is_shown_whole() -> None:
    """Nothing is cut that fits."""
    line = "x" * 100
    assert [window(line, at, 1).text for at in (1, 50, 100, 101)] == [line] * 4


def test_a_tab_is_four_columns() -> None:
    """The mark stands below the span also behind tabs."""
    assert window("\t\tx", 3, 1) == window(" " * 8 + "x", 9, 1)


def test_a_control_character_is_shown_as_its_escape() -> None:
    """The mark is as wide as what is shown, not as what is in the file."""
    seen = window("a\x1bb", 2, 1)
    assert (seen.text, seen.indent, seen.length) == (visible("a\x1bb"), 1, 6)


def test_a_line_of_megabytes_costs_nothing() -> None:
    """A minified file with a thousand problems is shown within moments."""
    line = "x" * 10_000_000
    begin = time.perf_counter()
    for at in range(0, len(line), len(line) // 100):
        window(line, at, len(line))
    assert time.perf_counter() - begin < 1
