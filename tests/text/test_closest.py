"""Laws of finding the most alike texts."""

from difflib import get_close_matches

from hypothesis import given
from hypothesis import strategies as st

from seedc.text.closest import closest

WORDS = st.text("abcde_01", min_size=1, max_size=10)


@given(WORDS, st.sets(WORDS), st.integers(1, 4))
def test_as_difflib(  # type: ignore[misc]  # hypothesis erases its type
    name: str, candidates: set[str], most: int
) -> None:
    """It finds what the standard library finds, in the same order."""
    expected = tuple(get_close_matches(name, candidates, most, 0.66))
    assert expected == closest(name, candidates, most, 0.66)
