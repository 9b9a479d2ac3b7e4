"""Every default, and every predicate of an index, is one SQL expression."""

from pathlib import Path

import pytest

from seedc.check.expression.parse import parse_default, parse_predicate
from seedc.check.expression.plain import is_plain_default, is_plain_predicate
from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, small


def test_expressions_are_taken(tmp_path: Path) -> None:
    """A default and a predicate are expressions."""
    assert (
        small(
            tmp_path,
            {"n": {"type": "integer", "x-column": {"default": "1 + 1"}}},
            x_table={"indexes": [{"columns": ["n"], "where": "n > 0"}]},
        )
        == []
    )


def test_a_default_is_one_expression(tmp_path: Path) -> None:
    """A default cannot end its statement and begin another."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "`0; DROP TABLE things` is no part of an expression here",
            in_schema(14, 20, 22),
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer", "x-column": {"default": "0; DROP TABLE things"}}},
    )


def test_a_predicate_can_be_read(tmp_path: Path) -> None:
    """A predicate that is no SQL is a mistake."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "the expression is no SQL that seedc can read",
            in_schema(9, 18, 5),
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer"}},
        x_table={"indexes": [{"columns": ["n"], "where": "n >"}]},
    )


def test_a_predicate_speaks_of_columns_of_its_table(tmp_path: Path) -> None:
    """A predicate over a column that is not there is a mistake."""
    expected = [
        Diagnostic(
            "invalid-schema",
            "there is no column `m` here",
            in_schema(9, 18, 7),
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer"}},
        x_table={"indexes": [{"columns": ["n"], "where": "m > 0"}]},
    )


PLAIN = ["0", "'a'", "TRUE", "-1.5", "now()", "1 + 1", "NULL", "CURRENT_DATE"]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_default_is_a_default(text: str) -> None:
    """What is taken without the library for SQL is taken by it too."""
    assert is_plain_default(text)
    parse_default(text)


@pytest.mark.parametrize("text", ["n > 0", "NOT b", "b IS NULL AND n IN (1, 2)"])
def test_a_plain_predicate_is_a_predicate(text: str) -> None:
    """What is taken without the library for SQL is taken by it too."""
    assert is_plain_predicate(text, frozenset({"b", "n"}))
    parse_predicate(text, frozenset({"b", "n"}))


@pytest.mark.parametrize("text", ["m > 0", "n", "n > 0 -- or not", "n > random()", ""])
def test_what_is_not_plain_is_judged(text: str) -> None:
    """A value, a stranger, a comment and another function are left to the library."""
    assert not is_plain_predicate(text, frozenset({"n"}))
