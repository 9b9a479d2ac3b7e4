"""The severity of a problem is that of its code, or what the project says."""

import pytest

from seedc.diagnostics.severity import with_severity
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.source import Place

UNREAD = Diagnostic("unexpected-file", "no", Place("seeds/notes.txt"))
WRONG = Diagnostic("wrong-type", "no", Place("seeds/items.json", 1, 1))


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
