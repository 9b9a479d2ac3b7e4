"""Every schema is written in the dialect: known keywords, with values that fit."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_a_schema_in_the_dialect(tmp_path: Path) -> None:
    """Keywords that the dialect knows may stand in a schema."""
    assert (
        small(
            tmp_path, {"a": {"type": "integer", "minimum": 1, "description": "Some."}}
        )
        == []
    )


def test_an_unknown_keyword(tmp_path: Path) -> None:
    """A misspelt keyword is not passed over."""
    expected = [
        Diagnostic(
            "unknown-keyword",
            "unknown keyword: `minimun`",
            in_schema(13, 7, 9),
            help="did you mean `minimum`?",
        ),
    ]
    assert expected == small(tmp_path, {"a": {"type": "integer", "minimun": 1}})


def test_an_unknown_key_of_an_extension(tmp_path: Path) -> None:
    """A misspelt key of an extension is not passed over."""
    expected = [
        Diagnostic(
            "unknown-key",
            "unknown key in `x-column`: `nam`",
            in_schema(14, 9, 5),
            help="did you mean `name`?",
        ),
    ]
    assert expected == small(
        tmp_path, {"a": {"type": "integer", "x-column": {"nam": "b"}}}
    )


def test_a_keyword_with_a_value_that_does_not_fit(tmp_path: Path) -> None:
    """A keyword has a value of its type."""
    expected = [
        Diagnostic(
            "invalid-schema",
            'expected an integer, found the string "5"',
            in_schema(13, 20, 3),
        ),
    ]
    assert expected == small(tmp_path, {"a": {"type": "string", "maxLength": "5"}})
