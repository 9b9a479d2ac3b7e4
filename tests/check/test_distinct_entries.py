"""One entry says what became of a key, and one row is renamed to a key."""

from pathlib import Path

import pytest

from seedc.fixing import fix_project
from tests.check.departed import NEXT, SCHEMA, SEED, Pair, left, seed, told
from tests.support.projects import problems_of, schema, write_project

CODE = "repeated-entry"
SWORD = {"id": "sword"}


@pytest.mark.parametrize(
    ("renames", "removed"),
    [
        ([("a", "sword"), ("a", "bow")], []),
        ([], [("a", "sword"), ("a", None)]),
        ([("a", "sword")], [("a", "sword")]),
    ],
)
def test_a_key_with_two_entries(
    tmp_path: Path, renames: list[Pair], removed: list[Pair]
) -> None:
    """A row that is renamed and removed, or one of these twice, is told once."""
    text = seed(SWORD, {"id": "bow"}, renames=renames, removed=removed)
    expected = [(CODE, '"a"', 'two entries say what became of "a"')]
    assert told(tmp_path, text) == expected
    fix_project(tmp_path)
    assert left(tmp_path) == [CODE]


def test_two_rows_with_one_new_key(tmp_path: Path) -> None:
    """Of two rows that are renamed to one, nobody knows which it is."""
    text = seed(SWORD, renames=[("a", "sword"), ("b", "sword")])
    expected = [(CODE, '"sword"', 'two rows are renamed to "sword"')]
    assert told(tmp_path, text) == expected


def test_one_replacement_for_many(tmp_path: Path) -> None:
    """A row may replace several, and be renamed as well."""
    text = seed(SWORD, renames=[("a", "sword")], removed=[("b", "sword"), ("c", "a")])
    assert told(tmp_path, text) == []


def test_entries_of_two_files(tmp_path: Path) -> None:
    """The files of a table are looked at together."""
    files = {
        SCHEMA: schema({"next": NEXT}),
        "seeds/items/a.json": seed(SWORD, removed=[("a", "sword")]),
        "seeds/items/b.json": seed(removed=[("a", None)]),
    }
    (problem,) = problems_of(tmp_path, files)
    assert (problem.code, problem.place.path) == (CODE, "seeds/items/b.json")
    assert problem.notes[0].place.path == "seeds/items/a.json"


@pytest.mark.parametrize("at", [1, 2, 3])
def test_the_same_entry_twice(tmp_path: Path, at: int) -> None:
    """An entry that says what another says is deleted, and nothing else with it."""
    removed: list[Pair] = [("a", "sword"), ("b", None), ("c", None)]
    files = {SCHEMA: schema({}), SEED: seed(SWORD, removed=removed)}
    removed.insert(at, ("a", "sword"))
    write_project(tmp_path, {**files, SEED: seed(SWORD, removed=removed)})
    assert len(fix_project(tmp_path)) == 1
    assert (tmp_path / SEED).read_text() == files[SEED]


def test_the_same_entries_of_another_file(tmp_path: Path) -> None:
    """A list whose entries all stand in another file too is left empty."""
    removed: list[Pair] = [("a", "sword"), ("b", None), ("c", None)]
    files = {
        SCHEMA: schema({}),
        "seeds/items/a.json": seed(SWORD, removed=removed),
        "seeds/items/b.json": seed(removed=removed),
    }
    fix_project(write_project(tmp_path, files))
    assert left(tmp_path) == []
    assert (tmp_path / "seeds/items/a.json").read_text() == files["seeds/items/a.json"]
