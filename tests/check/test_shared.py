"""What every record has wrong in the same way is told once, for all of them."""

from pathlib import Path

from seedc.check.shared import Found, told_once
from seedc.diagnostics.baseline import compare
from seedc.model.diagnostic import Diagnostic, Edit, Fix
from seedc.model.source import Place, Source
from tests.check.small import in_seeds, small

TEXT = {"type": "string"}


def _told(
    root: Path, *data: object, required: tuple[str, ...] = ("id",)
) -> list[tuple[str, int]]:
    properties = {"name": TEXT, "lore": TEXT}
    found = small(root, properties, *data, required=[*required])
    return [(problem.message, problem.place.line) for problem in found]


def test_a_property_that_all_lack(tmp_path: Path) -> None:
    """It is one mistake, shown at the first record; others stay as they are."""
    data = [{"id": "a"}, {"id": "b", "name": 1}, {"id": "c"}]
    assert _told(tmp_path, *data, required=("id", "lore")) == [
        ("missing property `lore` in all 3 records", 5),
        ("expected a string, found the number 1", 6),
    ]


def test_a_property_that_all_have_too_much(tmp_path: Path) -> None:
    """It was renamed in the schema."""
    data = [{"id": x, "colour": x} for x in "ab"]
    found = _told(tmp_path, *data)
    assert found == [("unknown property `colour` in all 2 records", 5)]


def test_of_many_records(tmp_path: Path) -> None:
    """Records are read in batches, and count together."""
    records = [{"id": f"{i}"} for i in range(2500)]
    found = _told(tmp_path, *records, required=("id", "lore"))
    assert found == [("missing property `lore` in all 2,500 records", 5)]


def test_a_property_that_some_lack(tmp_path: Path) -> None:
    """Each is a mistake of its own, and so is that of a single record."""
    data = [{"id": "a"}, {"id": "b"}, {"id": "c", "lore": "x"}]
    found = _told(tmp_path, *data, required=("id", "lore"))
    assert found == [("missing property `lore`", 5), ("missing property `lore`", 6)]
    (problem,) = small(
        tmp_path / "one", {"lore": TEXT}, {"id": "a"}, required=["id", "lore"]
    )
    assert (problem.message, problem.place) == (
        "missing property `lore`",
        in_seeds(5, 5),
    )


def test_a_property_inside(tmp_path: Path) -> None:
    """Only what the record itself has wrong is told for all."""
    size = {"type": "object", "required": ["w"], "properties": {"w": TEXT}}
    data = [{"id": x, "size": {}} for x in "ab"]
    found = small(tmp_path, {"size": size}, *data)
    assert [problem.message for problem in found] == ["missing property `w`"] * 2


def _problem(line: int, fix: str | None) -> Found:
    edits = (Edit("x.json", line, line + 1, "a", "b"),)
    made = None if fix is None else Fix(fix, edits)
    return Found(
        Diagnostic("unknown-property", "no", Place("x.json", line, 1), fix=made),
        of_record=True,
    )


def test_the_fix_of_all() -> None:
    """One fix mends all records, if it mends each of them alike."""
    (told,) = told_once([_problem(1, "rename"), _problem(2, "rename")], 2)
    assert told.fix is not None
    assert [edit.start for edit in told.fix.edits] == [1, 2]
    for other in (None, "another"):
        (told,) = told_once([_problem(1, "rename"), _problem(2, other)], 2)
        assert told.fix is None


def test_in_a_baseline() -> None:
    """Each record counts: mending one makes no new problem, and a new one is new."""

    def sources(path: str) -> Source:
        return Source(path, "{ }\n{ }\n{ }\n")

    found = [_problem(line, None) for line in (1, 2, 3)]
    (all_,) = told_once(found, 3)
    two = [each.problem for each in found[:2]]
    known = compare([all_], None, sources).known
    assert sum(known.values()) == 3
    assert compare(two, known, sources).new == ()
    assert sum(compare(two, known, sources).gone.values()) == 1
    less = compare(two, None, sources).known
    assert compare([all_], less, sources).new == (all_,)
    assert not any(compare([all_], less, sources).gone.values())
