"""What holds of every problem as text, beside how it looks."""

import re

import pytest

from seedc.diagnostics.render import render
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.source import Place, Source
from tests.diagnostics.cases import CASES, ITEMS, SEED, WRONG, Case

COLORS = re.compile(r"\x1b\[(?:0|1|1;3[1346])m")
LONGEST = 120
EACH_CASE = pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))


def _text(case: Case) -> str:
    return render(case.problems, case.source, color=case.color)


@EACH_CASE
def test_a_terminal_gets_no_sequence_but_our_colors(case: Case) -> None:
    """What stands in a file cannot act on the terminal."""
    plain = COLORS.sub("", _text(case))
    assert [line for line in plain.split("\n") if not line.isprintable()] == []


@EACH_CASE
def test_colors_change_nothing_else(case: Case) -> None:
    """With its colours taken out, the text is the one without."""
    colored = render(case.problems, case.source, color=True)
    assert COLORS.sub("", colored) == render(case.problems, case.source, color=False)


@EACH_CASE
def test_the_text_can_be_printed(case: Case) -> None:
    """Half a surrogate pair, which has no form in UTF-8, never comes through."""
    assert _text(case).encode("utf-8").decode("utf-8") == _text(case)


@EACH_CASE
def test_no_line_is_much_longer_than_its_message(case: Case) -> None:
    """A seed that stands on one line does not flood the terminal."""
    lines = [line for line in _text(case).split("\n") if re.match(r" *\d* \|", line)]
    assert [line for line in lines if len(line) > LONGEST] == []


def test_a_problem_begins_with_one_line_that_programs_can_read() -> None:
    """The first line is `path:line:column: severity[code]: message`."""
    text = render([WRONG], Case((WRONG,), SEED).source, color=False)
    first = (
        f'{ITEMS}:5:32: error[wrong-type]: expected an integer, found the string "12"'
    )
    assert text.split("\n")[0] == first


def test_a_warning_says_so() -> None:
    """The severity is that of the problem."""
    problem = Diagnostic("x-y", "no", Place("a"), severity=Severity.WARNING)
    assert render([problem], lambda _: None, color=False) == "a: warning[x-y]: no\n"


def test_an_empty_line_stands_between_two_problems() -> None:
    """Problems are apart, and nothing follows the last."""
    text = render([WRONG, WRONG], lambda _: None, color=False)
    one = render([WRONG], lambda _: None, color=False)
    assert text == f"{one}\n{one}"


def test_a_file_is_looked_up_once_for_all_its_problems() -> None:
    """Reading a large file for each of its problems would take for ever."""
    asked: list[str] = []

    def source(path: str) -> Source:
        asked.append(path)
        return Source(path, SEED)

    render([WRONG] * 3, source, color=False)
    assert asked == [ITEMS]
