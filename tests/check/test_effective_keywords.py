"""`x-table` and `x-column` stand where they have an effect."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_a_column_and_rows_take_the_keywords(tmp_path: Path) -> None:
    """A member of a record, and a list stored as rows, are in the database."""
    assert (
        small(
            tmp_path,
            {
                "a": {"type": "integer", "x-column": {"name": "b"}},
                "list": {
                    "type": "array",
                    "x-column": {"store": "rows"},
                    "items": {
                        "type": "object",
                        "x-table": {"indexes": [{"columns": ["x"]}]},
                        "properties": {"x": {"type": "integer"}},
                    },
                },
            },
        )
        == []
    )


def test_a_member_of_json_is_no_column(tmp_path: Path) -> None:
    """What lies deeper than a column is JSON."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "`name` has no effect here: this is no column",
            in_schema(16, 11, 10),
            help="remove it",
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "o": {
                "type": "object",
                "properties": {"x": {"type": "integer", "x-column": {"name": "y"}}},
            }
        },
    )


def test_an_object_in_json_is_no_row(tmp_path: Path) -> None:
    """An object inside a column is no row of a table."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "`x-table` has no effect here: this is no row of a table",
            in_schema(13, 7, 9),
            help="remove it",
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "o": {
                "type": "object",
                "x-table": {},
                "properties": {"x": {"type": "integer"}},
            }
        },
    )


def test_visibility_has_an_effect_anywhere(tmp_path: Path) -> None:
    """Who may see a member is said of JSON as well."""
    assert (
        small(
            tmp_path,
            {
                "o": {
                    "type": "object",
                    "properties": {
                        "x": {"type": "integer", "x-column": {"visibility": "server"}}
                    },
                }
            },
        )
        == []
    )
