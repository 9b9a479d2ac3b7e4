"""Problems come in one order, each once, and are counted."""

import random

from seedc.diagnostics.order import in_order, summary
from seedc.model.diagnostic import Diagnostic, Note, Severity
from seedc.model.source import Place

IN_ORDER = [
    Diagnostic("b-b", "m", Place("a.json")),
    Diagnostic("b-b", "m", Place("a.json", 2, 1)),
    Diagnostic("b-b", "m", Place("a.json", 2, 10)),
    Diagnostic("b-b", "m", Place("a.json", 10, 1)),
    Diagnostic("a-a", "n", Place("b.json", 1, 1)),
    Diagnostic("b-b", "m", Place("b.json", 1, 1)),
    Diagnostic("b-b", "n", Place("b.json", 1, 1)),
    Diagnostic("b-b", "n", Place("b.json", 1, 1), help="do"),
    Diagnostic("b-b", "n", Place("b.json", 1, 1, length=2)),
    Diagnostic("b-b", "n", Place("b.json", 1, 1, length=2), (Note("a", Place("a")),)),
    Diagnostic("b-b", "n", Place("b.json", 1, 1, length=2), (Note("b", Place("a")),)),
]


def test_the_order_is_that_of_places_codes_and_messages() -> None:
    """Lines and columns count as numbers, and a whole file comes first."""
    assert in_order(reversed(IN_ORDER)) == IN_ORDER


def test_the_order_does_not_hang_on_that_of_the_input() -> None:
    """Same problems, same bytes."""
    shuffled = IN_ORDER.copy()
    random.Random(7).shuffle(shuffled)  # noqa: S311 - no secret
    assert in_order(shuffled) == IN_ORDER


def test_the_same_problem_is_shown_once() -> None:
    """Two laws that found one mistake in the same words report it once."""
    assert in_order([IN_ORDER[0], IN_ORDER[1], IN_ORDER[0]]) == IN_ORDER[:2]


def _problem(path: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic("a-a", "m", Place(path), severity=severity)


def test_the_summary_counts_errors_warnings_and_files() -> None:
    """Each noun has its number."""
    errors = [_problem("a"), _problem("a"), _problem("b")]
    warning = _problem("b", Severity.WARNING)
    expected = "found 3 errors and 1 warning in 2 files"
    assert summary([*errors, warning]) == expected


def test_the_summary_leaves_out_what_there_is_none_of() -> None:
    """Zero warnings are not worth a word."""
    assert summary([_problem("a")]) == "found 1 error in 1 file"
    assert (
        summary([_problem("a", Severity.WARNING)] * 2) == "found 2 warnings in 1 file"
    )
    assert summary([_problem("")]) == "found 1 error"
    assert summary([]) == "found no problems"
