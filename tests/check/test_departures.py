"""A reference to a row that is no more says what became of it."""

from pathlib import Path

import pytest

from seedc.fixing import fix_project
from seedc.model.diagnostic import Diagnostic
from tests.check.departed import NEXT, SEED, Pair, files_of, left, seed
from tests.check.shown import text_at
from tests.support.projects import Files, problems_of

CODE = "dangling-reference"


def _files(next_key: str, renames: list[Pair], removed: list[Pair]) -> Files:
    rows = {"id": "sword"}, {"id": "bow", "next": next_key}
    text = seed(*rows, renames=renames, removed=removed)
    return files_of(text, {"next": NEXT})


def _problem(root: Path, files: Files) -> Diagnostic:
    (problem,) = problems_of(root, files)
    assert problem.code == CODE
    return problem


@pytest.mark.parametrize(
    ("renames", "removed", "note", "hint"),
    [
        ([("blade", "sword")], [], "renamed here", 'it is "sword" now'),
        ([("x", "sword"), ("blade", "x")], [], "renamed here", 'it is "sword" now'),
        ([], [("blade", "sword")], "removed here", 'it was replaced by "sword"'),
        (
            [("blade", "x")],
            [("x", "sword")],
            "renamed here",
            'it was replaced by "sword"',
        ),
    ],
)
def test_a_row_with_a_successor(
    tmp_path: Path, renames: list[Pair], removed: list[Pair], note: str, hint: str
) -> None:
    """The place where it went is shown, and who refers to it is mended."""
    problem = _problem(tmp_path, _files("blade", renames, removed))
    assert (problem.notes[0].message, problem.help) == (note, hint)
    assert text_at(tmp_path, problem.notes[0].place) == '"blade"'
    assert len(fix_project(tmp_path)) == 1
    assert left(tmp_path) == []
    assert '{"id": "bow", "next": "sword"}' in (tmp_path / SEED).read_text()


def test_a_row_without_a_successor(tmp_path: Path) -> None:
    """Nobody but a person knows what to refer to; a near name is not meant."""
    problem = _problem(tmp_path, _files("swrod", [], [("swrod", None)]))
    assert [note.message for note in problem.notes] == ["removed here"]
    assert problem.help == "it was removed: refer to another row, or to none"
    assert problem.fix is None


def test_a_successor_that_is_not_there(tmp_path: Path) -> None:
    """What leads nowhere itself mends nothing."""
    found = problems_of(tmp_path, _files("blade", [("blade", "axe")], []))
    assert {p.code: p.fix for p in found} == {CODE: None, "missing-successor": None}


def test_references_that_are_no_texts(tmp_path: Path) -> None:
    """Keys of other types are told in the same way, and mended by hand."""
    key = {"type": "integer"}
    text = seed({"id": "a", "n": 1}, {"id": "b", "n": 2, "next": 7}, renames=[(7, 1)])
    properties = {"n": key, "next": {**key, "x-references": "items.n"}}
    keywords = {"required": ["id", "n"], "x_table": {"primaryKey": "n"}}
    problem = _problem(tmp_path, files_of(text, properties, **keywords))
    assert (problem.help, problem.fix) == ("it is 1 now", None)


def test_references_to_another_column(tmp_path: Path) -> None:
    """Of a unique column that is no primary key, entries say nothing."""
    properties = {
        "name": {"type": "string"},
        "next": {"type": "string", "x-references": "items.name"},
    }
    rows = {"id": "a", "name": "A"}, {"id": "b", "name": "B", "next": "zzz"}
    text = seed(*rows, removed=[("zzz", "a")])
    files = files_of(text, properties, x_table={"unique": [["name"]]})
    assert _problem(tmp_path, files).notes == ()
