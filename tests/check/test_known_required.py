"""Every property that an object requires is one that it may have."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_a_property_may_be_required(tmp_path: Path) -> None:
    """What `properties` lists may be required."""
    assert (
        small(
            tmp_path,
            {"a": {"type": "integer"}},
            {"id": "x", "a": 1},
            required=["id", "a"],
        )
        == []
    )


def test_what_is_no_property_cannot_be_required(tmp_path: Path) -> None:
    """No record could have a property that is required and not known."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "`powr` is required but is no property",
            in_schema(6, 5, 6),
            help="did you mean `power`?",
        ),
    ]
    assert expected == small(
        tmp_path, {"power": {"type": "integer"}}, required=["id", "powr"]
    )


def test_an_object_inside_a_column_keeps_the_law(tmp_path: Path) -> None:
    """The law is that of all objects, not of records alone."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "`zzz` is required but is no property",
            in_schema(14, 9, 5),
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "o": {
                "type": "object",
                "required": ["zzz"],
                "properties": {"x": {"type": "integer"}},
            }
        },
    )
