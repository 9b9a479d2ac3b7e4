"""No two rows of a table share a primary key or a secondary unique key."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic, Note
from tests.check.small import in_seeds, small


def test_rows_have_keys_of_their_own(tmp_path: Path) -> None:
    """Keys that differ are fine."""
    assert (
        small(
            tmp_path,
            {"n": {"type": "integer"}},
            {"id": "a", "n": 1},
            {"id": "b", "n": 2},
            x_table={"unique": [["n"]]},
        )
        == []
    )


def test_a_primary_key_stands_twice(tmp_path: Path) -> None:
    """A row that repeats the primary key of an earlier one is a problem."""
    expected = [
        Diagnostic(
            "duplicate-primary-key",
            'two rows of `things` have the primary key (id) = ("a")',
            in_seeds(7, 12, 3),
            notes=(Note("first used here", in_seeds(5, 12, 3)),),
            help="give one of them another value",
        ),
    ]
    assert expected == small(tmp_path, {}, {"id": "a"}, {"id": "b"}, {"id": "a"})


def test_a_unique_key_stands_twice(tmp_path: Path) -> None:
    """A row that repeats a unique key of an earlier one is a problem."""
    expected = [
        Diagnostic(
            "duplicate-unique-key",
            "two rows of `things` have the unique key (n) = (1)",
            in_seeds(6, 22),
            notes=(Note("first used here", in_seeds(5, 22)),),
            help="give one of them another value",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer"}},
        {"id": "a", "n": 1},
        {"id": "b", "n": 1},
        x_table={"unique": [["n"]]},
    )


def test_null_equals_no_other(tmp_path: Path) -> None:
    """As in SQL, a secondary key with a NULL in it equals no other."""
    assert (
        small(
            tmp_path,
            {"n": {"type": ["integer", "null"]}},
            {"id": "a", "n": None},
            {"id": "b", "n": None},
            x_table={"unique": [["n"]]},
        )
        == []
    )


def test_a_record_that_stands_twice_is_one_problem(tmp_path: Path) -> None:
    """Its other keys, and those of its lists, repeat for the same reason."""
    item = {
        "type": "object",
        "x-table": {"primaryKey": "slot"},
        "required": ["slot"],
        "properties": {"slot": {"type": "string"}},
    }
    rows = {"type": "array", "items": item, "x-column": {"store": "rows"}}
    record = {"id": "a", "name": "A", "all": [{"slot": "x"}, {"slot": "y"}]}
    problems = small(
        tmp_path,
        {"name": {"type": "string"}, "all": rows},
        record,
        record,
        x_table={"unique": [["name"]]},
    )
    assert [p.code for p in problems] == ["duplicate-primary-key"]


def test_a_record_with_problems_has_its_key(tmp_path: Path) -> None:
    """What is wrong with it does not hide that its key is taken."""
    problems = small(
        tmp_path,
        {"n": {"type": "integer"}},
        {"id": "a", "n": "1"},
        {"id": "a", "n": 2},
        {"id": "a", "n": "3"},
    )
    found = [(p.code, p.place.line) for p in problems]
    assert found == [
        ("wrong-type", 5),
        ("duplicate-primary-key", 6),
        ("duplicate-primary-key", 7),
        ("wrong-type", 7),
    ]
    assert {note.place.line for p in problems for note in p.notes} == {5}
