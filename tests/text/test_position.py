"""Places of offsets in texts of any length and shape."""

from hypothesis import given
from hypothesis import strategies as st

from seedc.model.source import Place, Source
from seedc.text.position import line_start, line_text, place_at
from seedc.text.utf16 import utf16_column

PARTS = st.tuples(
    st.sampled_from(["\n", "\r\n", "a", "é", "🚀", "ab\n", "\n\n"]),
    st.sampled_from([1, 2, 3, 700, 2047, 2048, 2049, 5000]),
)
TEXTS = st.lists(PARTS, max_size=6).map(lambda ps: "".join(p * n for p, n in ps))


@given(st.tuples(TEXTS, st.integers(0, 40_000), st.integers(0, 5000)))
def test_a_place_is_what_counting_says(  # type: ignore[misc]  # hypothesis erases its type
    span: tuple[str, int, int],
) -> None:
    """Lines end with a line feed, and a span ends with its first line."""
    text, wanted, length = span
    start = min(wanted, len(text))
    source = Source("a", text)
    before = text[:start]
    first = text[start : start + length].split("\n")[0]
    expected = Place(
        "a",
        before.count("\n") + 1,
        start - (before.rfind("\n") + 1) + 1,
        max(1, len(first)),
    )
    assert place_at(source, start, start + length) == expected
    assert line_start(source, expected.line) == start - expected.column + 1


@given(TEXTS)
def test_lines_are_those_of_the_text(text: str) -> None:  # type: ignore[misc]  # likewise
    """Every line is found, without its line break; one more is not there."""
    source = Source("a", text)
    lines = text.split("\n")
    for number in {1, 2, len(lines) // 2, len(lines)} & {*range(1, len(lines) + 1)}:
        expected = lines[number - 1].rstrip("\r")
        assert line_text(source, number) == expected
        assert line_text(source, number, 3) == lines[number - 1][:3].rstrip("\r")
    try:
        line_start(source, len(lines) + 1)
    except IndexError:
        return
    raise AssertionError


@given(st.tuples(TEXTS, st.integers(0, 40_000)))
def test_a_column_in_units_of_utf16_is_what_encoding_says(  # type: ignore[misc]  # likewise
    at: tuple[str, int],
) -> None:
    """What stands in front of it, in UTF-16, has as many pairs of bytes."""
    text, wanted = at
    place = place_at(Source("a", text), min(wanted, len(text)))
    line = text.split("\n")[place.line - 1]
    expected = len(line[: place.column - 1].encode("utf-16-le")) // 2 + 1
    assert utf16_column(Source("a", text), place.line, place.column) == expected
