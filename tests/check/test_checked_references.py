"""Every reference stands where values are looked up."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_a_reference_of_a_member_or_an_item_is_checked(tmp_path: Path) -> None:
    """A record and a list hold references."""
    assert (
        small(
            tmp_path,
            {
                "next": {"type": "string", "x-references": "things.id"},
                "all": {
                    "type": "array",
                    "items": {"type": "string", "x-references": "things.id"},
                },
            },
            {"id": "a", "next": "a", "all": ["a"]},
        )
        == []
    )


def test_a_condition_holds_no_reference(tmp_path: Path) -> None:
    """Where a schema only sets conditions, nothing would check a reference."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "a reference below `contains` would not be checked",
            in_schema(18, 9, 14),
            help="say it where the value itself is described",
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "a": {
                "type": "array",
                "items": {"type": "string"},
                "contains": {"type": "string", "x-references": "things.id"},
            }
        },
    )


def test_a_reference_is_a_string_or_a_number(tmp_path: Path) -> None:
    """An object refers to nothing, and neither do values of all types."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "a reference is a string or a number, not `object`",
            in_schema(13, 7, 14),
            help='give the schema a type such as "type": "string"',
        ),
        Diagnostic(
            "invalid-schema",
            "a reference is a string or a number, not values of all types",
            in_schema(16, 7, 14),
            help='give the schema a type such as "type": "string"',
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "a": {"type": "object", "x-references": "things.id"},
            "b": {"x-references": "things.id"},
        },
    )


def test_a_constant_refers_to_nothing(tmp_path: Path) -> None:
    """A reference that is always the same says nothing."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "a reference to one constant row says nothing",
            in_schema(14, 7, 14),
            help="leave it out",
        ),
    ]
    assert expected == small(
        tmp_path, {"a": {"type": "string", "const": "x", "x-references": "things.id"}}
    )
