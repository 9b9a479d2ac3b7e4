"""Every reference names a table and a property that exist, of the same type."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_a_reference_to_a_primary_key(tmp_path: Path) -> None:
    """A reference may lead to a key of the same type, here or elsewhere."""
    assert (
        small(tmp_path, {"next": {"type": "string", "x-references": "things.id"}}) == []
    )


def test_a_reference_to_no_table_and_to_no_property(tmp_path: Path) -> None:
    """A reference names a table, and a property of it."""
    expected = [
        Diagnostic(
            "unknown-target",
            "there is no table `thing`",
            in_schema(13, 23, 10),
            help="did you mean `things`?",
        ),
        Diagnostic(
            "unknown-target",
            "the table `things` has no property `idd`",
            in_schema(17, 23, 12),
            help="did you mean `id`?",
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "a": {"type": "string", "x-references": "thing.id"},
            "b": {"type": "string", "x-references": "things.idd"},
        },
    )


def test_a_reference_of_another_type(tmp_path: Path) -> None:
    """An integer cannot be equal to a string."""
    expected = [
        Diagnostic(
            "reference-type-mismatch",
            "`integer` cannot refer to `things.id`, which is `string`",
            in_schema(13, 23, 11),
        ),
    ]
    assert expected == small(
        tmp_path, {"a": {"type": "integer", "x-references": "things.id"}}
    )


def test_a_reference_to_what_is_not_unique(tmp_path: Path) -> None:
    """A foreign key refers to a primary key or a unique key, as in SQL."""
    expected = [
        Diagnostic(
            "reference-not-unique",
            "`things.name` is neither a primary key nor unique",
            in_schema(16, 23, 13),
            help=('refer to the primary key, or add "unique": [["name"]] to `things`'),
        ),
    ]
    assert expected == small(
        tmp_path,
        {
            "name": {"type": "string"},
            "a": {"type": "string", "x-references": "things.name"},
        },
    )
