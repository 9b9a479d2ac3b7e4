"""The validator takes every pattern, in a time that grows with the text alone."""

from pathlib import Path

import pytest

from tests.check.small import small


@pytest.mark.parametrize(
    "pattern",
    [r"(a*)*\1b", "(?=a)b", "(?<!a)b", r"\0", r"[\b]", "(?:[^a]{200}){200}"],
)
def test_a_pattern_cannot_be_used(tmp_path: Path, pattern: str) -> None:
    """It is told once, and no record is held against it."""
    text = {"type": "string", "pattern": pattern}
    problems = small(tmp_path, {"a": text}, {"id": "x", "a": "a" * 200})
    assert [p.code for p in problems] == ["unportable-pattern"]


@pytest.mark.parametrize("pattern", ["^(a+)+$", "^(a|a)*$", "^([a-z]*)*$", "(a*)*b"])
def test_what_others_try_for_ever_ends(tmp_path: Path, pattern: str) -> None:
    """An engine that never goes back takes each character once."""
    text = {"type": "string", "pattern": pattern}
    problems = small(tmp_path, {"a": text}, {"id": "x", "a": "a" * 100_000 + "!"})
    assert [p.code for p in problems] == ["pattern-mismatch"]
