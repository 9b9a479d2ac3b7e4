"""Semantic versions have the order of semver.org."""

from itertools import pairwise

from seedc.text.version import precedence

ORDERED = (
    "0.9.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta",
    "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0",
    "2.0.0-1", "2.0.0",
)  # fmt: skip


def test_versions_stand_in_order() -> None:
    """The specification's own example, section 11, among others."""
    assert all(precedence(low) < precedence(high) for low, high in pairwise(ORDERED))


def test_build_metadata_is_not_compared() -> None:
    """It follows a plus."""
    assert precedence("1.0.0+a-b") == precedence("1.0.0")
    assert precedence("1.0.0-rc.1+5") == precedence("1.0.0-rc.1")
