"""Texts that no target can store are refused at once."""

from pathlib import Path

import pytest

from tests.surprises.projects import TEXT, problems, table


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
@pytest.mark.parametrize("place", ["description", "title"])
def test_texts_that_cannot_be_stored(tmp_path: Path, text: str, place: str) -> None:
    """A NUL or half a character in a schema is a problem where it stands."""
    told = problems(tmp_path, table({"a": {**TEXT, place: text}}))
    assert told.count("error[unstorable-text]") == told.count("error") == 1
