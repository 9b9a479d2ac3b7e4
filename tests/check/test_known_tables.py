"""The project file gives options only to tables that exist."""

from pathlib import Path

from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place
from tests.check.small import small
from tests.support.projects import MINIMAL


def _options(table: str) -> str:
    """Return a project file that gives options to a table."""
    targets = MINIMAL + 'typescript = { package = "game" }\n'
    return targets + f'\n[tables.{table}]\ntypescript = {{ data = "js" }}\n'


def test_a_table_that_exists_has_options(tmp_path: Path) -> None:
    """Options of a table go by its name."""
    assert small(tmp_path, {}, files={"seedc.toml": _options("things")}) == []


def test_a_table_that_does_not_exist_has_no_options(tmp_path: Path) -> None:
    """Options of a misspelt table would do nothing."""
    expected = [
        Diagnostic(
            "unknown-key",
            "there is no table `thing`",
            Place("seedc.toml", 8, 9, 5),
            help="did you mean `things`?",
        ),
    ]
    assert expected == small(tmp_path, {}, files={"seedc.toml": _options("thing")})


def test_a_renamed_table_goes_by_its_new_name(tmp_path: Path) -> None:
    """The name of its schema file is not that of the table."""
    expected = [
        Diagnostic(
            "unknown-key",
            "there is no table `things`",
            Place("seedc.toml", 8, 9, 6),
            help="tables: `objects`",
        ),
    ]
    assert expected == small(
        tmp_path,
        {},
        x_table={"name": "objects"},
        files={"seedc.toml": _options("things")},
    )
