"""Laws of values and the types that annotations name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pytest

from seedc.text.fits import all_fit


@dataclass(frozen=True)
class Row:
    """One attribute of each kind of type."""

    text: str = "x"
    number: int = 1
    maybe: str | None = None
    word: Literal["a", "b"] = "a"
    texts: tuple[str, ...] = ("x",)
    by_name: Mapping[str, str] | None = None
    inner: "Row | None" = None


def changed(name: str, value: object) -> Row:
    """Return a row with another value, whatever its type."""
    row = Row()
    object.__setattr__(row, name, value)
    return row


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("maybe", None),
        ("maybe", "x"),
        ("word", "b"),
        ("texts", ()),
        ("by_name", {"x": "y"}),
        ("inner", Row()),
    ],
)
def test_fits(name: str, value: object) -> None:
    """A value of its type fits."""
    assert all_fit(changed(name, value))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", None),
        ("text", b"x"),
        ("number", True),
        ("number", 1.0),
        ("maybe", 1),
        ("word", "c"),
        ("texts", ["x"]),
        ("texts", "x"),
        ("texts", ("x", 1)),
        ("by_name", {"x": 1}),
        ("by_name", {1: "x"}),
        ("by_name", ("x",)),
        ("inner", "x"),
    ],
)
def test_does_not_fit(name: str, value: object) -> None:
    """A value of another type does not."""
    assert not all_fit(changed(name, value))
