"""Following renames and replacements comes to an end."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Note
from seedc.model.source import Place
from tests.check.departed import NEXT, SEED, Pair, files_of, seed, told
from tests.support.projects import problems_of

CODE = "circular-entries"


def test_a_chain_ends(tmp_path: Path) -> None:
    """A row may be renamed many times, and be removed and replaced in the end."""
    text = seed(
        {"id": "z"},
        renames=[("b", "c"), ("a", "b"), ("c", "d")],
        removed=[("y", "a"), ("d", "z")],
    )
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("renames", "removed", "message"),
    [
        ([("a", "a")], [], '"a" is renamed to itself'),
        ([], [("a", "a")], '"a" is replaced by itself'),
        ([("a", "b"), ("b", "a")], [], '"a" comes back to itself'),
        ([], [("a", "b"), ("b", "a")], '"a" comes back to itself'),
        ([("a", "b")], [("b", "a")], '"a" comes back to itself'),
    ],
)
def test_a_circle_is_one_problem(
    tmp_path: Path, renames: list[Pair], removed: list[Pair], message: str
) -> None:
    """A circle is told at its first entry, whatever lists it goes through."""
    ((code, at, said),) = told(tmp_path, seed(renames=renames, removed=removed))
    assert (code, at) == (CODE, '"a"')
    assert said.startswith(message)


def test_rows_that_change_places(tmp_path: Path) -> None:
    """Two rows that get each other's key would be a circle, though both are there."""
    text = seed({"id": "a"}, {"id": "b"}, renames=[("a", "b"), ("b", "a")])
    assert [code for code, *_ in told(tmp_path, text)] == [CODE]


def test_what_leads_into_a_circle_is_not_told(tmp_path: Path) -> None:
    """Of a way into a circle only the circle is wrong; its other entries are shown."""
    text = seed(renames=[("x", "a"), ("a", "b"), ("b", "c"), ("c", "a")])
    (problem,) = problems_of(tmp_path, files_of(text, {"next": NEXT}))
    assert problem.place == Place(SEED, 6, 14, 3)
    assert problem.notes == (
        Note('by way of "b"', Place(SEED, 7, 14, 3)),
        Note('by way of "c"', Place(SEED, 8, 14, 3)),
    )


def test_a_long_chain(tmp_path: Path) -> None:
    """Thousands of steps are followed, in either order of the entries."""
    chain: list[Pair] = [(f"k{i}", f"k{i + 1}") for i in range(20_000)]
    last = {"id": "k20000"}
    assert told(tmp_path, seed(last, renames=chain)) == []
    assert told(tmp_path, seed(last, renames=chain[::-1])) == []
