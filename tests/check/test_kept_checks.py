"""Every row keeps the checks that its table declares in `x-table.checks`."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from tests.check.small import in_schema, in_seeds, small


def test_a_row_keeps_a_check(tmp_path: Path) -> None:
    """A check that is true is kept, and so is one that is unknown."""
    assert (
        small(
            tmp_path,
            {"n": {"type": ["integer", "null"]}},
            {"id": "a", "n": 1},
            {"id": "b", "n": None},
            x_table={"checks": {"some": "n > 0"}},
        )
        == []
    )


def test_a_row_breaks_a_check(tmp_path: Path) -> None:
    """A check is broken where it is false."""
    expected = [
        Diagnostic(
            "violated-check",
            "the row breaks the check `some`: n > 0",
            in_seeds(6, 5),
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer"}},
        {"id": "a", "n": 1},
        {"id": "b", "n": 0},
        x_table={"checks": {"some": "n > 0"}},
    )


def test_a_check_is_sql_of_a_closed_list(tmp_path: Path) -> None:
    """What seedc cannot evaluate is no check."""
    expected = [
        Diagnostic(
            "invalid-check",
            "`rand` is not allowed in a check",
            in_schema(5, 15, 14),
            help=(
                "allowed: AND, OR, NOT, comparisons, + - *, IN, BETWEEN, IS "
                "NULL, CASE, COALESCE, LENGTH, LOWER, ABS, LEAST, GREATEST, "
                "LIKE"
            ),
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer"}},
        x_table={"checks": {"some": "random() > 0"}},
    )


def test_a_check_speaks_of_columns_of_its_table(tmp_path: Path) -> None:
    """A check over a column that is not there cannot be evaluated."""
    expected = [
        Diagnostic(
            "invalid-check",
            "the table has no column `m`",
            in_schema(5, 15, 7),
            help=(
                "allowed: AND, OR, NOT, comparisons, + - *, IN, BETWEEN, IS "
                "NULL, CASE, COALESCE, LENGTH, LOWER, ABS, LEAST, GREATEST, "
                "LIKE"
            ),
        ),
    ]
    assert expected == small(
        tmp_path, {"n": {"type": "integer"}}, x_table={"checks": {"some": "m > 0"}}
    )
