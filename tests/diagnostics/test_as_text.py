"""What holds of every problem as text, beside how it looks."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.model.diagnostic import Diagnostic, Fix, Note, Severity
from seedc.model.source import Place, Source
from tests.diagnostics.cases import (
    CASES,
    DUPLICATE,
    ITEMS,
    SEED,
    UNREAD,
    WRONG,
    Case,
    one,
)
from tests.diagnostics.reports import written

COLORS = re.compile(r"\x1b\[(?:0|1|1;3[12346])m")
LONGEST = 120
EACH_CASE = pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))


def _text(case: Case) -> str:
    return written(case.problems, case.source, color=case.color)


@EACH_CASE
def test_a_terminal_gets_no_sequence_but_our_colors(case: Case) -> None:
    """What stands in a file cannot act on the terminal."""
    plain = COLORS.sub("", _text(case))
    assert [line for line in plain.split("\n") if not line.isprintable()] == []


@EACH_CASE
def test_colors_change_nothing_else(case: Case) -> None:
    """With its colours taken out, the text is the one without."""
    colored = written(case.problems, case.source, color=True)
    assert COLORS.sub("", colored) == written(case.problems, case.source)


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
    text = written([WRONG], Case((WRONG,), SEED).source)
    first = (
        f'{ITEMS}:5:32: error[wrong-type]: expected an integer, found the string "12"'
    )
    assert text.split("\n")[0] == first


def test_a_warning_says_so() -> None:
    """The severity is that of the problem."""
    problem = Diagnostic("x-y", "no", Place("a"), severity=Severity.WARNING)
    text = written([problem], lambda _: None)
    assert text.split("\n")[0] == "a: warning[x-y]: no"


def test_an_empty_line_stands_between_problems_and_before_their_count() -> None:
    """Each problem is apart from the others."""
    counted = "found 1 error and 1 warning in 2 files"
    assert written([UNREAD, WRONG], lambda _: None).split("\n\n") == [
        f'{ITEMS}:5:32: error[wrong-type]: expected an integer, found the string "12"',
        f"seeds/notes.txt: warning[unexpected-file]: {UNREAD.message}",
        f"{counted}\nfor more information: seedc explain CODE\n",
    ]


def test_a_file_is_looked_up_once_for_all_its_problems() -> None:
    """Reading a large file for each of its problems would take for ever."""
    asked: list[str] = []

    def source(path: str) -> Source:
        asked.append(path)
        return Source(path, SEED)

    written([WRONG, replace(WRONG, message="no"), DUPLICATE], source)
    assert asked == [ITEMS]


def test_one_code_is_named_where_more_is_told_of_it() -> None:
    """Who sees one kind of problem can copy the command."""
    ending = written([WRONG], lambda _: None).split("\n")[-2]
    assert ending == "for more information: seedc explain wrong-type"


def test_a_fix_says_what_it_does_and_how_to_have_it_done() -> None:
    """What seedc can repair by itself is told in a line."""
    fix = Fix("rename `nmae` to `name`", ())
    text = written([replace(WRONG, fix=fix)], lambda _: None)
    assert "\nfix: rename `nmae` to `name` (seedc check --fix)\n" in text


def test_a_log_of_github_actions_takes_no_line_for_a_command() -> None:
    """Its runner obeys `##[`, wherever in a line it stands."""
    text = '{ "id": "##[stop-commands]x" }'
    case = one(text, "##[stop-commands]x")
    problem = replace(case.problems[0], message="found ##[add-mask]e", help="##[x]")
    assert "##[" not in written([problem], case.source)


HOSTILE = st.text(st.sampled_from("a\n\r:#[]\x1b\u202e\u2028\u3164") | st.characters())


@given(st.tuples(HOSTILE, HOSTILE, HOSTILE, HOSTILE))
def test_no_data_makes_a_line_of_its_own(  # type: ignore[misc]  # hypothesis erases its type
    texts: tuple[str, str, str, str],
) -> None:
    """Whatever the words, the line and the path are, each stays in its line."""
    path, message, line, help_ = texts
    place = Place(f"seeds/{path}", 1, 1)
    problem = Diagnostic("x-y", message, place, (Note(help_, place),), help_)
    shown = written([problem], lambda name: Source(name, line)).split("\n")
    assert len(shown) == 11
    assert [text for text in shown if not text.isprintable() or "##[" in text] == []
    assert [text for text in shown if text.lstrip().startswith("::")] == []


def test_words_that_nobody_would_read_are_cut() -> None:
    """A key of a megabyte is named, and does not flood the terminal."""
    text = written([replace(WRONG, message=f"no `{'x' * 10**6}`")], lambda _: None)
    assert len(text) < 1200


def test_of_many_further_places_most_are_only_counted() -> None:
    """A problem with thousands of places does not flood the terminal."""
    notes = tuple(Note("and here", Place(ITEMS, n, 1)) for n in range(2, 5002))
    text = written([replace(WRONG, notes=notes)], lambda _: None)
    assert text.count("and here") == 20
    assert "\n... and 4,980 more places\n" in text
