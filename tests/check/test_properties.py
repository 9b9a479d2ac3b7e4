"""A property with a wrong name is one mistake: not one too many and one too few."""

from pathlib import Path

import pytest

from tests.check.small import small

HP = {"hp": {"type": "integer"}, "title": {"type": "string"}}


def _found(root: Path, record: object) -> list[tuple[str, str | None]]:
    found = small(root, HP, record, required=["id", "hp"])
    return [(problem.message, problem.help) for problem in found]


def test_one_too_many_and_one_too_few(tmp_path: Path) -> None:
    """They are one, even where no letter is the same."""
    assert _found(tmp_path, {"id": "a", "health": 16}) == [
        ("unknown property `health`", "`hp` is missing here: rename it?")
    ]


def test_one_that_is_near_another(tmp_path: Path) -> None:
    """It is a mistake of its own."""
    assert _found(tmp_path, {"id": "a", "titel": "x"}) == [
        ("missing property `hp`", None),
        ("unknown property `titel`", "did you mean `title`?"),
    ]


def test_two_too_many(tmp_path: Path) -> None:
    """Nobody knows which of them is meant."""
    found = [message for message, _ in _found(tmp_path, {"id": "a", "x": 1, "y": 2})]
    unknown = ["unknown property `x`", "unknown property `y`"]
    assert found == ["missing property `hp`", *unknown]


@pytest.mark.parametrize(
    ("key", "letter"),
    [
        ("h\u0440", "the letter `\u0440` (U+0440 CYRILLIC SMALL LETTER ER)"),
        ("h\u03c1", None),
    ],
)
def test_a_letter_of_another_script(
    tmp_path: Path, key: str, letter: str | None
) -> None:
    """What looks the same is said not to be."""
    found = _found(tmp_path, {"id": "a", key: 16})
    looks = f"did you mean `hp`? {letter} looks like `p`"
    hint = looks if letter else "`hp` is missing here: rename it?"
    assert found == [(f"unknown property `{key}`", hint)]
