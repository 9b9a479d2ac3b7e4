"""Laws of how values of a plan are shown."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.model.plan import ColumnChange
from seedc.plan_text.values import change_text, key_text, listed_key

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=6)
NUMBERS = st.integers(-(10**30), 10**30) | DECIMALS.map(lambda d: Decimal(f"{d:f}"))


def _shown(old: str | None, new: str | None) -> str:
    return change_text(ColumnChange("c", old, new)).removeprefix("c: ")


@given(NUMBERS, NUMBERS)
def test_a_difference_is_exact(  # type: ignore[misc]  # hypothesis erases its type
    old: int | Decimal,
    new: int | Decimal,
) -> None:
    """Nothing is lost to floating point, however long the numbers are."""
    text = _shown(str(old), str(new))
    if old == new:
        assert "(" not in text
    else:
        difference = text.partition(" (")[2].rstrip(")").partition(",")[0]
        assert Fraction(old) + Fraction(difference) == Fraction(new)


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        ("20", "24", "+20 %"),
        ("3", "4", "+33.3 %"),
        ("1", "4.5", "+350 %"),
        ("1000", "1", "-99.9 %"),
        ("100000", "100010", "+0.01 %"),
        ("2", "1000", "+49,900 %"),
    ],
)
def test_a_share_has_three_digits(old: str, new: str, share: str) -> None:
    """More of them would tell nobody more."""
    assert _shown(old, new).endswith(f", {share})")


@pytest.mark.parametrize(
    "pair", [("0", "1"), ("-1", "1"), ("1", "0"), ("1", "9999999")]
)
def test_a_share_that_tells_nothing_is_left_out(pair: tuple[str, str]) -> None:
    """From nothing, to nothing, or across it, there is no percentage."""
    assert "%" not in _shown(*pair)


@given(st.text(), st.text())
def test_null_is_not_the_text_null(  # type: ignore[misc]  # hypothesis erases its type
    old: str,
    new: str,
) -> None:
    """A text is told from nothing, and from another text."""
    assert _shown(None, new).startswith("null -> ")
    assert _shown(old, None).endswith(" -> null")
    assert not _shown(old, None).startswith("null -> ")


@given(st.text(max_size=400), st.text(max_size=9), st.text(max_size=9), st.text())
def test_where_two_texts_differ_is_shown(  # type: ignore[misc]  # hypothesis erases its type
    head: str,
    old: str,
    new: str,
    tail: str,
) -> None:
    """However much is the same before and behind it."""
    before, after = f"{head}<{old}>{tail}", f"{head}<{new}>{tail}"
    shown = _shown(before, after)
    left, _, right = shown.partition(" -> ")
    assert len(shown) < 2000
    if old != new and shown.isascii() and " -> " not in before + after:
        assert left != right


def test_a_listed_key_is_quoted_unless_it_is_made_of_names() -> None:
    """A key of several columns looks as in the list of rows."""
    assert listed_key("goblin") == "goblin"
    assert listed_key("(goblin, 0)") == "(goblin, 0)"
    assert listed_key("(a b, 0)") == '"(a b, 0)"'
    assert listed_key("a, b") == '"a, b"'


def test_a_key_cannot_be_taken_for_another() -> None:
    """What holds more than a name is quoted."""
    assert key_text(("goblin",)) == "goblin"
    assert key_text(("a b",)) == '"a b"'
    assert key_text(("",)) == '""'
    assert key_text(("a, b", "c")) == '("a, b", c)'
    assert key_text(("a -> b",)) == '"a -> b"'
    assert key_text(("x" * 100,)) == f"{'x' * 80}..."
