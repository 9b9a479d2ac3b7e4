"""The severity of a problem is that of its code, or what the project says."""

import pytest

from seedc.diagnostics.codes import CODES
from seedc.diagnostics.severity import severity_problems, with_severity
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.source import Place

TABLE = Place("seedc.toml", 4, 1)
UNREAD = Diagnostic("unexpected-file", "no", Place("seeds/notes.txt"))
WRONG = Diagnostic("wrong-type", "no", Place("seeds/items.json", 1, 1))
CHANGEABLE = [code.name for code in CODES.values() if not code.fixed]


def _severities(overrides: dict[str, Severity]) -> list[tuple[str, Severity]]:
    found = with_severity([UNREAD, WRONG], overrides)
    return [(problem.code, problem.severity) for problem in found]


def test_the_severity_is_that_of_the_code() -> None:
    """A law need not know how bad it is to break it."""
    expected = [("unexpected-file", Severity.WARNING), ("wrong-type", Severity.ERROR)]
    assert _severities({}) == expected


def test_a_project_can_make_a_warning_an_error() -> None:
    """The project file comes before the code."""
    found = _severities({"unexpected-file": Severity.ERROR})
    assert found == [
        ("unexpected-file", Severity.ERROR),
        ("wrong-type", Severity.ERROR),
    ]


def test_what_is_off_is_not_reported() -> None:
    """A law that is off leaves nothing behind."""
    found = _severities({"unexpected-file": Severity.OFF})
    assert found == [("wrong-type", Severity.ERROR)]


@pytest.mark.parametrize("lower", [Severity.WARNING, Severity.OFF])
def test_a_fixed_code_stays_an_error(lower: Severity) -> None:
    """A record that cannot be stored never leaves the build green."""
    assert ("wrong-type", Severity.ERROR) in _severities({"wrong-type": lower})


def test_nothing_but_the_severity_changes() -> None:
    """Words, places and help stay as the law gave them."""
    assert with_severity([WRONG], {}) == [WRONG]


def test_a_problem_without_a_page_is_shown_all_the_same() -> None:
    """A defect of ours never hides a mistake of the user."""
    problem = Diagnostic("no-such-code", "no", Place("a"), severity=Severity.WARNING)
    assert with_severity([problem], {"no-such-code": Severity.OFF}) == [problem]


def test_an_unknown_code_is_a_problem_with_a_suggestion() -> None:
    """A misspelt code would change nothing without a word."""
    expected = Diagnostic(
        "unknown-key",
        "unknown code `unexpected-fil`",
        TABLE,
        help="did you mean `unexpected-file`?",
    )
    assert severity_problems({"unexpected-fil": Severity.OFF}, TABLE) == [expected]


def test_a_code_like_no_other_leads_to_the_list() -> None:
    """Where nothing is near, the help says where to look."""
    (problem,) = severity_problems({"zzz": Severity.OFF}, TABLE)
    assert problem.help == "`seedc explain` lists the codes"


@pytest.mark.parametrize("lower", [Severity.WARNING, Severity.OFF])
def test_lowering_a_fixed_code_is_a_problem(lower: Severity) -> None:
    """Who tries is told that it does nothing, and which codes may change."""
    (problem,) = severity_problems({"wrong-type": lower}, TABLE)
    expected = "`wrong-type` must stay an error: what has it cannot be compiled"
    assert (problem.code, problem.message) == ("invalid-option", expected)
    assert all(f"`{name}`" in (problem.help or "") for name in CHANGEABLE)


def test_what_is_allowed_is_no_problem() -> None:
    """A fixed code may be called the error that it is, and others be anything."""
    for severity in Severity:
        assert severity_problems(dict.fromkeys(CHANGEABLE, severity), TABLE) == []
    assert severity_problems({"wrong-type": Severity.ERROR}, TABLE) == []
