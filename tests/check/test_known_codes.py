"""`[severity]` names codes that there are and that may change."""

from pathlib import Path

import pytest

from seedc.diagnostics.codes import CODES
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.source import Place
from tests.check.small import small
from tests.support.projects import MINIMAL

CHANGEABLE = [code.name for code in CODES.values() if not code.fixed]


def _problems(root: Path, lines: str) -> list[Diagnostic]:
    """Return what is wrong with a project whose sixth line is `[severity]`."""
    return small(root, {}, files={"seedc.toml": f"{MINIMAL}[severity]\n{lines}\n"})


def test_an_unknown_code(tmp_path: Path) -> None:
    """A misspelt code would change nothing without a word."""
    expected = Diagnostic(
        "unknown-key",
        "unknown code `unexpected-fil`",
        Place("seedc.toml", 8, 1, 14),
        help="did you mean `unexpected-file`?",
    )
    lines = 'schema-without-seed = "off"\nunexpected-fil = "off"'
    assert _problems(tmp_path, lines) == [expected]


def test_a_code_like_no_other(tmp_path: Path) -> None:
    """Where nothing is near, the help says where to look."""
    (problem,) = _problems(tmp_path, '"zzz" = "off"')
    assert problem.help == "`seedc explain` lists the codes"
    assert problem.place == Place("seedc.toml", 7, 1, 5)


@pytest.mark.parametrize("lower", [Severity.WARNING, Severity.OFF])
def test_a_fixed_code(tmp_path: Path, lower: Severity) -> None:
    """Who lowers one is told that it does nothing, and which codes may change."""
    (problem,) = _problems(tmp_path, f'wrong-type = "{lower}"')
    expected = "`wrong-type` must stay an error: what has it cannot be compiled"
    assert (problem.code, problem.message) == ("invalid-option", expected)
    assert problem.place == Place("seedc.toml", 7, 1, 10)
    assert all(f"`{name}`" in (problem.help or "") for name in CHANGEABLE)


@pytest.mark.parametrize("severity", Severity)
def test_what_is_allowed(tmp_path: Path, severity: Severity) -> None:
    """Codes that may change may be anything; the others may be called errors."""
    lines = [f'{name} = "{severity}"' for name in CHANGEABLE]
    assert _problems(tmp_path, "\n".join([*lines, 'wrong-type = "error"'])) == []


def test_all_at_once(tmp_path: Path) -> None:
    """A value that is wrong hides no code that is, whatever form the table has."""
    toml = 'severity = { unexpected-file = "warn", "wrong-type" = "off" }\n' + MINIMAL
    found = small(tmp_path, {}, files={"seedc.toml": toml})
    places = [problem.place for problem in found]
    assert places == [Place("seedc.toml", 1, 14, 15), Place("seedc.toml", 1, 40, 12)]


def test_no_table(tmp_path: Path) -> None:
    """What is no table has no codes."""
    found = small(tmp_path, {}, files={"seedc.toml": f"severity = 1\n{MINIMAL}"})
    assert [problem.code for problem in found] == ["invalid-option"]
