"""A record is a closed object: all that it may hold becomes a column or child rows."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_a_map_stands_inside_a_column(tmp_path: Path) -> None:
    """A property may be a map, which is JSON."""
    assert (
        small(
            tmp_path,
            {"m": {"type": "object", "additionalProperties": {"type": "integer"}}},
            {"id": "a", "m": {"x": 1}},
        )
        == []
    )


def test_a_record_is_no_map(tmp_path: Path) -> None:
    """A record has no further properties."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "a record has no further properties: `additionalProperties`",
            in_schema(12, 3, 22),
            help="put them into a property of their own",
        ),
    ]
    assert expected == small(tmp_path, {}, additionalProperties={"type": "integer"})


def test_a_record_is_an_object(tmp_path: Path) -> None:
    """A table of strings has no columns."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "a record is an object, not `string`",
            in_schema(2, 3, 6),
            help='write "type": "object"',
        ),
    ]
    assert expected == small(tmp_path, {}, type="string")


def test_an_alternative_adds_no_column(tmp_path: Path) -> None:
    """What only an alternative has would be no column."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "an alternative adds `b`, which would be no column",
            in_schema(16, 5),
            help="list it in the `properties` of the record",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"a": {"type": "integer"}},
        oneOf=[
            {"properties": {"b": {"type": "integer"}}},
            {"properties": {"a": {"const": 1}}},
        ],
    )


def test_rows_hold_no_rows(tmp_path: Path) -> None:
    """A list inside of rows stands in a column, as JSON."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "a list inside of rows cannot be stored as rows itself",
            in_schema(25, 15, 7),
            help="store it as JSON: remove `store`",
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "l": {
                "type": "array",
                "x-column": {"store": "rows"},
                "items": {
                    "type": "object",
                    "properties": {
                        "m": {
                            "type": "array",
                            "items": {"type": "string"},
                            "x-column": {"store": "rows"},
                        }
                    },
                },
            }
        },
    )
