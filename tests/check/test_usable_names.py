"""Every name is one that every target takes."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_plain_names_are_taken(tmp_path: Path) -> None:
    """A word is a name in every target."""
    assert small(tmp_path, {"power": {"type": "integer"}}) == []


def test_a_reserved_name(tmp_path: Path) -> None:
    """Postgres has columns of its own in every table."""
    expected = [
        Diagnostic(
            "name-collision",
            "`xmin` is the name of something that is always there",
            in_schema(11, 5, 6),
            help="give it another `name` in `x-column`",
        ),
    ]
    assert expected == small(tmp_path, {"xmin": {"type": "integer"}})


def test_an_unfit_name(tmp_path: Path) -> None:
    """A column has a name that code can write."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "`2nd` cannot be the name of a column",
            in_schema(11, 5, 5),
            help="give it another `name` in `x-column`",
        ),
    ]
    assert expected == small(tmp_path, {"2nd": {"type": "integer"}})


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    """Postgres would cut a name of more than 63 bytes."""
    expected = [
        Diagnostic(
            "name-too-long",
            (
                "the name `yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"
                "yyyyyyyyyyyyyy` has more than the 63 bytes of Postgres"
            ),
            in_schema(14, 5, 66),
            help="give it another `name` in `x-column`",
        ),
    ]
    assert expected == small(
        tmp_path, {"x" * 63: {"type": "integer"}, "y" * 64: {"type": "integer"}}
    )
