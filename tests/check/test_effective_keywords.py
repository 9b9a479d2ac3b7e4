"""`x-table` and `x-column` stand where they have an effect."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from tests.check.shown import shown
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
            "keyword-without-effect",
            "`x-column` has no effect here: this is no column",
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
            "keyword-without-effect",
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


ROW = {"type": "object", "properties": {"x": {"type": "integer"}}}
SCALAR = {"type": "string"}


def _rows(items: object, **column: object) -> dict[str, object]:
    return {"type": "array", "items": items, "x-column": {"store": "rows", **column}}


@pytest.mark.parametrize(
    ("schema", "text", "message"),
    [
        (
            _rows(ROW, owner="once"),
            '"owner"',
            "`owner` has no effect on a list that is stored as rows",
        ),
        (
            _rows(ROW | {"x-table": {"name": "others"}}),
            '"name"',
            "`name` has no effect on rows of a list",
        ),
        (
            _rows(SCALAR | {"x-column": {"name": "label"}}),
            '"name"',
            "`name` has no effect on items that are rows",
        ),
        (
            _rows(SCALAR | {"x-table": {"unique": []}}),
            '"x-table"',
            "`x-table` has no effect here: this is no row of a table",
        ),
        (
            SCALAR | {"x-column": {"store": "json"}},
            '"store"',
            "`store` has no effect on what is no list",
        ),
        (
            {"type": "array", "items": SCALAR | {"x-column": {"visibility": "server"}}},
            '"x-column"',
            "`x-column` has no effect here: this is no column",
        ),
    ],
)
def test_a_key_has_no_effect(
    tmp_path: Path, schema: object, text: str, message: str
) -> None:
    """Each kind of row and column reads its own keys."""
    problems = small(tmp_path, {"a": schema})
    code = "keyword-without-effect"
    assert shown(tmp_path, problems) == [(code, text, message)]


def test_a_definition_that_a_column_reads(tmp_path: Path) -> None:
    """A property takes the column of the definition that it refers to."""
    level = {"type": "integer", "x-column": {"type": "smallint"}}
    used = {"a": {"$ref": "#/$defs/Level"}}
    assert small(tmp_path, used, defs={"Level": level}) == []


@pytest.mark.parametrize(
    "use",
    [
        {"$ref": "#/$defs/Level", "x-column": {"owner": "once"}},
        {"type": "array", "items": {"$ref": "#/$defs/Level"}},
    ],
)
def test_a_definition_that_none_reads(tmp_path: Path, use: object) -> None:
    """An `x-column` beside the `$ref` takes its place, and JSON has no columns."""
    level = {"type": "integer", "x-column": {"type": "smallint"}}
    problems = small(tmp_path, {"a": use}, defs={"Level": level})
    message = "`x-column` has no effect here: nothing that refers to this reads it"
    code = "keyword-without-effect"
    assert shown(tmp_path, problems) == [(code, '"x-column"', message)]
