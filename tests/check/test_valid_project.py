"""The project file says only what `dialect/project.schema.json` knows."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place
from tests.check.small import small
from tests.support.projects import MINIMAL


def test_a_project_has_a_name_and_a_target(tmp_path: Path) -> None:
    """The minimum is a name and a target."""
    assert small(tmp_path, {}, files={"seedc.toml": MINIMAL}) == []


def test_a_project_has_an_unknown_key(tmp_path: Path) -> None:
    """A misspelt key is not passed over."""
    expected = [
        Diagnostic(
            "unknown-key",
            "unknown key `targets.postgre`",
            Place("seedc.toml", 5, 1, 7),
            help="did you mean `postgres`?",
        ),
    ]
    assert expected == small(
        tmp_path, {}, files={"seedc.toml": MINIMAL.replace("postgres", "postgre")}
    )


def test_a_project_has_no_name(tmp_path: Path) -> None:
    """A key that is missing is a problem of its table."""
    expected = [
        Diagnostic(
            "invalid-option",
            "missing key `name` in `[project]`",
            Place("seedc.toml", 1, 2, 7),
        ),
    ]
    assert expected == small(
        tmp_path, {}, files={"seedc.toml": "[project]\n\n[targets]\npostgres = {}\n"}
    )


def test_a_project_has_a_value_of_another_type(tmp_path: Path) -> None:
    """A key has a value of its type."""
    expected = [
        Diagnostic(
            "invalid-option",
            "`project.name`: expected a string, found the number 5",
            Place("seedc.toml", 2, 1, 4),
        ),
    ]
    assert expected == small(
        tmp_path, {}, files={"seedc.toml": MINIMAL.replace('"game"', "5")}
    )
