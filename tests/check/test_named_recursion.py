"""A schema contains itself only through an object or union that has a name."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_an_object_with_a_name_may_contain_itself(tmp_path: Path) -> None:
    """Code can write a class that has members of its own type."""
    assert (
        small(
            tmp_path,
            {"a": {"$ref": "#/$defs/Node"}},
            defs={
                "Node": {
                    "type": "object",
                    "properties": {"next": {"$ref": "#/$defs/Node"}},
                }
            },
        )
        == []
    )


def test_a_list_cannot_contain_itself(tmp_path: Path) -> None:
    """Code cannot write a list of lists for ever."""
    expected = [
        Diagnostic(
            "endless-schema",
            ("the schema contains itself, and nothing on the way has a name"),
            in_schema(19, 17, 14),
            help="give it as an object below `$defs`, so that code can name it",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"a": {"$ref": "#/$defs/List"}},
        defs={"List": {"type": "array", "items": {"$ref": "#/$defs/List"}}},
    )


def test_a_property_cannot_contain_itself(tmp_path: Path) -> None:
    """An object that is no definition has no name to be written by."""
    expected = [
        Diagnostic(
            "endless-schema",
            ("the schema contains itself, and nothing on the way has a name"),
            in_schema(15, 19, 16),
            help="give it as an object below `$defs`, so that code can name it",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"o": {"type": "object", "properties": {"next": {"$ref": "#/properties/o"}}}},
    )
