"""No two things meet under one name in any target."""

from collections.abc import Mapping
from pathlib import Path

from seedc.model.diagnostic import Diagnostic, Note
from tests.check.small import in_schema, small

REFERENCE = {"type": "string", "x-references": "things.id"}


def test_names_that_differ_do_not_meet(tmp_path: Path) -> None:
    """Two columns of two names are two columns."""
    assert (
        small(
            tmp_path,
            {
                "a": {"type": "integer"},
                "b": {"type": "integer", "x-column": {"name": "c"}},
            },
        )
        == []
    )


def test_two_columns_of_one_name_meet(tmp_path: Path) -> None:
    """A column may not be given the name of another."""
    expected = [
        Diagnostic(
            "name-collision",
            "two columns of `things` are named `a`",
            in_schema(14, 5, 3),
            notes=(Note("the other one", in_schema(11, 5, 3)),),
            help="rename one: `name` in its `x-column`",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"a": {"type": "integer"}, "b": {"type": "integer", "x-column": {"name": "a"}}},
    )


def test_two_columns_of_one_name_are_one_problem(tmp_path: Path) -> None:
    """Neither what is named after them nor what stands in them is looked at."""
    other = {"type": "integer", "x-column": {"name": "a"}, "x-references": "things.n"}
    properties = {"n": {"type": "integer"}, "a": REFERENCE, "b": other}
    unique = {"unique": [["n"]]}
    record = {"id": "x", "n": 1, "a": "x", "b": 1}
    (problem,) = small(tmp_path, properties, record, x_table=unique)
    assert problem.message == "two columns of `things` are named `a`"


def test_names_meet_whatever_their_case(tmp_path: Path) -> None:
    """Names that differ in case alone meet."""
    expected = [
        Diagnostic(
            "name-collision",
            "two columns of `things` are named `power`",
            in_schema(14, 5, 7),
            notes=(Note("the other one", in_schema(11, 5, 7)),),
            help="rename one: `name` in its `x-column`",
        ),
    ]
    assert expected == small(
        tmp_path, {"power": {"type": "integer"}, "Power": {"type": "integer"}}
    )


def test_two_indexes_of_the_same_columns_meet(tmp_path: Path) -> None:
    """Indexes are named by their columns, so that one said twice meets itself."""
    expected = [
        Diagnostic(
            "name-collision",
            "two tables or indexes are named `things_a_idx`",
            in_schema(10, 7),
            notes=(Note("the other one", in_schema(5, 7)),),
            help="remove one, or give an index a `name`",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"a": {"type": "integer"}},
        x_table={"indexes": [{"columns": ["a"]}, {"columns": ["a"], "method": "hash"}]},
    )


def test_a_property_meets_the_column_of_retired_rows(tmp_path: Path) -> None:
    """A table whose rows retire has a column for it, which no property may be."""
    expected = [
        Diagnostic(
            "name-collision",
            "two columns of `things` are named `retired_at`",
            in_schema(13, 5, 12),
            notes=(Note("the other one", in_schema(4, 5, 9)),),
            help="rename one: `name` in its `x-column`",
        ),
    ]
    moment: Mapping[str, object] = {"retired_at": {"type": "string"}}
    assert expected == small(tmp_path, moment, x_table={"removed": "retire"})
    assert small(tmp_path, moment, x_table={"removed": "keep"}) == []


def test_child_rows_repeat_the_type_of_their_parents_key(tmp_path: Path) -> None:
    """An enumeration that is a primary key is one type, in child rows too."""
    key = {"enum": ["easy", "hard"]}
    rows = {"type": "array", "items": {"type": "string"}, "x-column": {"store": "rows"}}
    record = {"id": "easy", "tags": ["a"]}
    assert small(tmp_path, {"id": key, "tags": rows}, record) == []
