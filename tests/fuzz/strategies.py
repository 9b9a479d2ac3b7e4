"""Random JSON values and broken texts."""

import json
from collections.abc import Sequence
from typing import TypeAlias

from hypothesis import strategies as st

Json: TypeAlias = object
"""A JSON value, with floats for numbers."""

ODD_TEXTS = (
    *("", "id", "__proto__", "constructor", "../../x", "..", "\0", "\ud800", "a\nb"),
    *(
        "\x1b[31m",
        "\u202e",
        "\u00e9",
        "e\u0301",
        "ID",
        "Id",
        "x" * 70,
        "#",
        "#/$defs/A",
    ),
    *("items.id", "items", "items.schema.json", "1.0.0", "2026-01-13T00:00:00Z", "%00"),
    *("^a+$", "(a+)+$", "(", "[", "n > 1", "n > ", "now()", "integer", "numeric(4,2)"),
)
ODD_NUMBERS = (0, -1, 1, 2**31, 2**53 + 1, -(2**63), 2**64, 10**40, 0.5, -1e-7, 1e300)

texts = st.sampled_from(ODD_TEXTS) | st.text(max_size=8)
scalars = (
    st.none() | st.booleans() | texts | st.sampled_from(ODD_NUMBERS) | st.integers()
)


def values(keys: Sequence[str] = (), leaves: int = 12) -> st.SearchStrategy[Json]:
    """Return random JSON values.

    Args:
        keys: Names that its objects like to have.
        leaves: How large they may be.
    """
    names = st.sampled_from(keys) | texts if keys else texts
    return st.recursive(
        scalars,
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4)
        ),
        max_leaves=leaves,
    )


def text_of(value: Json) -> str:
    """Return a value as JSON text; halves of surrogate pairs stand as escapes."""
    return json.dumps(value, indent=1)


PIECES = (
    *'{}[]",:\\/#-+.0123456789eE \t\n\r\0\x0b\x1f\x7f\u00a0\u2028\ufeff\uff11',
    *("null", "true", "false", "NaN", "-Infinity", "Infinity", "nul", "True", "'a'"),
    *("1e5", "-0", "0.0", "1e999999", "1E-999999", "00", "1.", ".5", "1" * 5000),
    *('"a"', '"\\u0000"', '"\\ud800"', '"\\u12"', '"\\x"', '""', '"a":', '{"a":1}'),
    *(",,", "[]", "{}", "[" * 150, '{"a":' * 150, "//", "/**/", "\r\n"),
)


@st.composite
def broken(draw: st.DrawFn, text: str) -> str:
    """Return a text with a few cuts, copies and odd pieces in it."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 30)))
        piece = draw(st.sampled_from(["", text[start:end] * 2, *PIECES]))
        text = text[:start] + piece + text[end:]
    return text
