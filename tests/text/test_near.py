"""Laws of finding the nearest name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.text.near import did_you_mean, nearest, one_of

MANY = frozenset(f"item_{i:05}" for i in range(5000))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sowrd", "sword"),
        ("SWORD", "sword"),
        ("swords", "sword"),
        ("elephant", None),
        ("", None),
    ],
)
def test_nearest(name: str, expected: str | None) -> None:
    """A typo finds its name; what is like nothing finds nothing."""
    assert expected == nearest(name, ["sword", "shield", "potion"])


def test_without_candidates() -> None:
    """Nothing is near if there is nothing."""
    assert nearest("sword", []) is None


@pytest.mark.parametrize("name", ["item_01234x", "xitem_01234", "ITEM_01234"])
def test_nearest_of_many(name: str) -> None:
    """Of many names those that begin or end alike are found."""
    assert nearest(name, MANY) == "item_01234"


def test_case_decides_for_the_first() -> None:
    """Of names that differ only in case the first in order is taken."""
    assert nearest("SWORD", ["sword", "Sword"]) == "Sword"


def test_long_names() -> None:
    """A name longer than any that people type is near only to itself."""
    long = "x" * 5000
    assert nearest(f"{long}y", [long]) is None
    assert long == nearest(long.upper(), [long])


def test_did_you_mean() -> None:
    """A help line asks for the nearest name, or there is none."""
    assert did_you_mean("sowrd", ["sword"]) == "did you mean `sword`?"
    assert did_you_mean("elephant", ["sword"]) is None


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["a"], "`a`"),
        (["a", "b"], "`a` or `b`"),
        (["a", "b", "c"], "`a`, `b` or `c`"),
        (["a", "b", "c", "d"], "`a`, `b`, `c` and 1 more"),
    ],
)
def test_one_of(names: list[str], expected: str) -> None:
    """Names stand in a sentence, and those that are too many are counted."""
    assert expected == one_of(names, most=3)


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=6))
def test_nearest_is_a_candidate(name: str, candidates: list[str]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """What is found is one of the candidates, in whatever order they stand."""
    found = nearest(name, candidates)
    assert found is None or found in candidates
    assert found == nearest(name, candidates[::-1])


@given(st.lists(st.text(max_size=8), min_size=1, max_size=6))
def test_a_candidate_is_near(candidates: list[str]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """A name that is a candidate, but for its case, finds one."""
    found = nearest(candidates[0], candidates)
    assert found is not None
    assert candidates[0].casefold() == found.casefold()
