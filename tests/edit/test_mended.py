"""What `--fix` repairs becomes what it was before the mistake, to the byte."""

import random
from pathlib import Path

import pytest

from seedc.fixing import fix_project
from tests.edit.game import FILES, MISTAKES, write
from tests.support.command import tree
from tests.support.projects import problems_in

ORIGINAL = {path: text.encode() for path, text in FILES.items()}
EACH = 40


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the project."""
    for path, text in FILES.items():
        write(tmp_path, path, text)
    return tmp_path


def test_without_mistakes(root: Path) -> None:
    """There is nothing to repair in the project as it is."""
    assert problems_in(root) == []
    assert fix_project(root) == ()
    assert tree(root) == ORIGINAL


@pytest.mark.parametrize("kind", MISTAKES)
def test_one_mistake(root: Path, kind: str) -> None:
    """One mistake at a random place is repaired, and nothing else is touched."""
    dice = random.Random(kind)  # noqa: S311, the same mistakes in every run
    for _ in range(EACH):
        path, text = MISTAKES[kind](dice)
        write(root, path, text)
        repairs = fix_project(root)
        assert (text, tree(root)) == (text, ORIGINAL)
        assert len(repairs) == 1


def test_several_mistakes(root: Path) -> None:
    """Mistakes in several files are repaired together, though some hide others."""
    dice = random.Random(1)  # noqa: S311, as above
    for _ in range(EACH):
        wrong: dict[str, str] = {}
        while len(wrong) < len(FILES) // 2:
            path, text = MISTAKES[dice.choice([*MISTAKES])](dice)
            wrong.setdefault(path, text)
        for path, text in wrong.items():
            write(root, path, text)
        repairs = fix_project(root)
        assert (wrong, tree(root)) == (wrong, ORIGINAL)
        assert len(repairs) == len(wrong)
