"""What `x-table` says speaks of columns that exist and can be keys."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_a_table_names_its_columns(tmp_path: Path) -> None:
    """Keys and indexes over columns of the table are fine."""
    assert (
        small(
            tmp_path,
            {"a": {"type": "integer"}},
            x_table={"unique": [["a"]], "indexes": [{"columns": ["a", "id"]}]},
        )
        == []
    )


def test_a_table_names_a_column_it_lacks(tmp_path: Path) -> None:
    """An index over a column that is not there is a mistake."""
    expected = [
        Diagnostic(
            "unknown-column",
            "the table has no column `powr`",
            in_schema(7, 11, 6),
            help="did you mean `power`?",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"power": {"type": "integer"}},
        x_table={"indexes": [{"columns": ["powr"]}]},
    )


def test_a_primary_key_is_required(tmp_path: Path) -> None:
    """Every row has a primary key."""
    expected = [
        Diagnostic(
            "unfit-key",
            "the primary key `a` must be listed in `required`",
            in_schema(13, 5, 3),
        ),
    ]
    assert expected == small(
        tmp_path, {"a": {"type": "integer"}}, x_table={"primaryKey": "a"}
    )


def test_a_unique_key_is_a_scalar(tmp_path: Path) -> None:
    """Lists make no key."""
    expected = [
        Diagnostic(
            "unfit-key",
            "the unique key `a` must be a scalar of one type",
            in_schema(6, 9, 3),
        ),
    ]
    assert expected == small(
        tmp_path,
        {"a": {"type": "array", "items": {"type": "string"}}},
        x_table={"unique": [["a"]]},
    )


def test_a_live_column_that_is_never_null_has_a_default(tmp_path: Path) -> None:
    """Nothing writes a column of the live system when a row is inserted."""
    expected = [
        Diagnostic(
            "invalid-schema",
            ("`a` is never null, and nothing writes it when a row is inserted"),
            in_schema(14, 7, 10),
            help='give it a `default` such as "0"',
        ),
    ]
    assert expected == small(
        tmp_path,
        {"a": {"type": "integer", "x-column": {"owner": "live"}}},
        required=["id", "a"],
    )


def test_a_key_that_is_to_be_stored_as_rows(tmp_path: Path) -> None:
    """It is a column yet: that it is no list is its only mistake."""
    key = {"type": "string", "x-column": {"store": "rows"}}
    (problem,) = small(tmp_path, {"id": key}, {"id": "a"})
    assert problem.code == "rows-of-no-list"
