"""`x-column` gives a type of the closed list, and one that holds the values."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_a_type_holds_the_values(tmp_path: Path) -> None:
    """A narrower type of the same kind will do."""
    assert (
        small(
            tmp_path,
            {
                "n": {"type": "integer", "x-column": {"type": "smallint"}},
                "s": {"type": "string", "x-column": {"type": "varchar(8)"}},
            },
        )
        == []
    )


def test_a_type_is_of_the_closed_list(tmp_path: Path) -> None:
    """A type that is not on the list is a mistake."""
    expected = [
        Diagnostic(
            "invalid-column-type",
            "unknown column type `smalint`",
            in_schema(14, 17, 9),
            help="did you mean `smallint`?",
        ),
    ]
    assert expected == small(
        tmp_path, {"n": {"type": "integer", "x-column": {"type": "smalint"}}}
    )


def test_a_type_cannot_hold_other_values(tmp_path: Path) -> None:
    """An integer cannot hold strings."""
    expected = [
        Diagnostic(
            "invalid-column-type",
            "a column of type `integer` cannot hold string values",
            in_schema(14, 17, 9),
        ),
    ]
    assert expected == small(
        tmp_path, {"s": {"type": "string", "x-column": {"type": "integer"}}}
    )


def test_only_a_list_is_stored_as_rows(tmp_path: Path) -> None:
    """An object is one value and no rows."""
    expected = [
        Diagnostic(
            "rows-of-no-list",
            "only an array of objects or of scalars can be stored as rows",
            in_schema(19, 9, 7),
            help="store it as JSON: remove `store`",
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "o": {
                "type": "object",
                "properties": {"x": {"type": "integer"}},
                "x-column": {"store": "rows"},
            }
        },
    )
