"""A rename leads to a row, and so does a replacement."""

from pathlib import Path

import pytest

from seedc.fixing import fix_project
from tests.check.departed import NEXT, SEED, Pair, files_of, left, seed, told
from tests.support.projects import problems_of

CODE = "missing-successor"
SWORD = {"id": "sword"}


@pytest.mark.parametrize(
    ("renames", "removed", "message"),
    [
        ([("a", "axe")], [], '"a" is renamed to "axe", which is not there'),
        ([], [("a", "axe")], '"a" is replaced by "axe", which is not there'),
        (
            [("a", "b"), ("b", "axe")],
            [("c", "a")],
            '"b" is renamed to "axe", which is not there',
        ),
    ],
)
def test_a_next_key_that_no_row_has(
    tmp_path: Path, renames: list[Pair], removed: list[Pair], message: str
) -> None:
    """Whatever leads to the same missing row by way of an entry is one problem."""
    text = seed(SWORD, renames=renames, removed=removed)
    assert told(tmp_path, text) == [(CODE, '"axe"', message)]


@pytest.mark.parametrize(
    ("renames", "removed", "hint"),
    [
        ([("a", "swrod")], [], "did you mean `sword`?"),
        ([("a", "x")], [], "write the key of a row, or list the row in `removed`"),
        ([], [("a", "x")], "write the key of a row, or null"),
    ],
)
def test_help(
    tmp_path: Path, renames: list[Pair], removed: list[Pair], hint: str
) -> None:
    """The nearest key is named; where none is near, what else there is to do."""
    text = seed(SWORD, renames=renames, removed=removed)
    (problem,) = problems_of(tmp_path, files_of(text, {"next": NEXT}))
    assert problem.help == hint


def test_a_replacement_with_a_typo_is_repaired(tmp_path: Path) -> None:
    """Of a replacement there is one that can have been meant."""
    text = seed(SWORD, removed=[("a", "swrod")])
    problems_of(tmp_path, files_of(text, {}))
    assert len(fix_project(tmp_path)) == 1
    assert (tmp_path / SEED).read_text() == seed(SWORD, removed=[("a", "sword")])


def test_a_rename_with_a_typo_is_not(tmp_path: Path) -> None:
    """The row may have the wrong key as well as the entry."""
    problems_of(tmp_path, files_of(seed(SWORD, renames=[("a", "swrod")]), {}))
    assert fix_project(tmp_path) == ()
    assert left(tmp_path) == [CODE]


def test_a_record_with_problems_may_be_next(tmp_path: Path) -> None:
    """A record that makes no row has a key all the same."""
    text = seed({"id": "bow", "next": 5}, renames=[("arc", "bow")])
    assert [code for code, *_ in told(tmp_path, text)] == ["wrong-type"]


def test_keys_of_several_columns(tmp_path: Path) -> None:
    """What is near is looked for among whole keys."""
    text = seed({"id": "long_sword", "n": 2}, removed=[(["a", 1], ["long_swrod", 2])])
    key = ["id", "n"]
    keywords = {"required": key, "x_table": {"primaryKey": key}}
    files = files_of(text, {"n": {"type": "integer"}}, **keywords)
    (problem,) = problems_of(tmp_path, files)
    assert (problem.code, problem.help) == (CODE, 'did you mean `("long_sword", 2)`?')
