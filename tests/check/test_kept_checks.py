"""Every row keeps the checks that its table declares in `x-table.checks`."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic, Note
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
    """A check is broken where it is false; the value that breaks it is shown."""
    expected = [
        Diagnostic(
            "violated-check",
            "the row breaks the check `some`: n > 0 (n = 0)",
            in_seeds(6, 22),
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer"}},
        {"id": "a", "n": 1},
        {"id": "b", "n": 0},
        x_table={"checks": {"some": "n > 0"}},
    )


def test_all_values_of_a_broken_check_are_shown(tmp_path: Path) -> None:
    """Of several values each may be the wrong one; those that are absent are null."""
    expected = [
        Diagnostic(
            "violated-check",
            "the row breaks the check `some`: m IS NULL AND n < k"
            " (m = null, n = 5, k = 3)",
            in_seeds(5, 5),
            notes=(Note("n = 5", in_seeds(5, 22)), Note("k = 3", in_seeds(5, 30))),
        ),
    ]
    assert expected == small(
        tmp_path,
        {name: {"type": "integer"} for name in ("k", "m", "n")},
        {"id": "a", "n": 5, "k": 3},
        x_table={"checks": {"some": "m IS NULL\nAND n < k"}},
    )


def test_a_check_of_a_list_points_at_the_item(tmp_path: Path) -> None:
    """Child rows have checks of their own."""
    item = {
        "type": "object",
        "x-table": {"checks": {"some": "n > position"}},
        "properties": {"n": {"type": "integer"}},
    }
    rows = {"type": "array", "items": item, "x-column": {"store": "rows"}}
    (problem,) = small(
        tmp_path, {"all": rows}, {"id": "a", "all": [{"n": 1}, {"n": 1}]}
    )
    assert problem.message == (
        "the row breaks the check `some`: n > position (n = 1, position = 1)"
    )
    assert problem.place == in_seeds(5, 35)


def test_a_row_without_a_result_is_a_problem(tmp_path: Path) -> None:
    """Postgres would refuse the row with an error."""
    (problem,) = small(
        tmp_path,
        {"n": {"type": "integer", "x-column": {"type": "integer"}}},
        {"id": "a", "n": 2**30},
        x_table={"checks": {"some": "n + n > 0"}},
    )
    assert problem.message == (
        "the check `some` has no result here: 2147483648 is out of the range of"
        " `integer` (n = 1073741824)"
    )


def test_a_check_with_a_long_name_is_called_by_it(tmp_path: Path) -> None:
    """However Postgres calls the constraint, people know the name in the schema."""
    name = "a_law_with_a_name_that_is_longer_than_what_postgres_takes_for_a_constraint"
    (problem,) = small(
        tmp_path,
        {"n": {"type": "integer"}},
        {"id": "a", "n": 0},
        x_table={"checks": {name: "n > 0"}},
    )
    assert problem.message == f"the row breaks the check `{name}`: n > 0 (n = 0)"


def test_a_check_is_sql_of_a_closed_list(tmp_path: Path) -> None:
    """What seedc cannot evaluate is no check, and is shown where it stands."""
    expected = [
        Diagnostic(
            "invalid-check",
            "`random()` is not allowed in a check",
            in_schema(5, 25, 6),
            help="a check has no clock, no chance and no user, so that it stays true",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"n": {"type": "integer"}},
        x_table={"checks": {"some": "0 <\tn * random()"}},
    )


def test_escapes_do_not_move_the_place(tmp_path: Path) -> None:
    """A place counts the characters of the file, not those of the expression."""
    (problem,) = small(
        tmp_path,
        {"t": {"type": "string"}},
        x_table={"checks": {"some": "\"t\" <> 'é🐉' AND m > 0"}},
    )
    text = (tmp_path / "schemas/things.schema.json").read_text()
    assert r"\ud83d" in text
    line = text.splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith("m > 0")


def test_a_check_speaks_of_columns_of_its_table(tmp_path: Path) -> None:
    """A check over a column that is not there cannot be evaluated."""
    expected = [
        Diagnostic(
            "invalid-check",
            "the table has no column `nmae`",
            in_schema(5, 16, 4),
            help="did you mean `name`?",
        ),
    ]
    assert expected == small(
        tmp_path,
        {"name": {"type": "string"}},
        x_table={"checks": {"some": "nmae <> 'a'"}},
    )
