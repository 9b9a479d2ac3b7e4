"""What holds of every plan as text, beside how it looks."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.model.plan import ColumnChange, Plan, RowChange
from seedc.plan_text.advice import ADVICE
from seedc.plan_text.as_text import as_text
from tests.plan_text.cases import CASES, EVERY_ACTION, HUGE, REFUSED, plan, row, table

COLORS = re.compile(r"\x1b\[(?:0|1|1;3[12346])m")
EACH_CASE = pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
HOSTILE = st.text(st.sampled_from("a\n\r:#[]\x1b\u202e\u2028`|") | st.characters())


@EACH_CASE
def test_a_terminal_gets_no_sequence_but_our_colors(case: Plan) -> None:
    """What stands in a row cannot act on the terminal, nor make a line of a command."""
    plain = COLORS.sub("", as_text(case, most=None, color=True))
    assert [line for line in plain.split("\n") if not line.isprintable()] == []
    assert "##[" not in plain
    assert [line for line in plain.split("\n") if line.lstrip().startswith("::")] == []


@EACH_CASE
def test_colors_change_nothing_else(case: Plan) -> None:
    """With its colours taken out, the text is the one without."""
    assert COLORS.sub("", as_text(case, color=True)) == as_text(case)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_data_makes_a_line_of_its_own(  # type: ignore[misc]  # hypothesis erases its type
    key: str,
    old: str,
    new: str,
) -> None:
    """Whatever keys and values are, each change stays in its line."""
    changed = RowChange("update", (key,), columns=(ColumnChange("a", old, new),))
    text = as_text(plan(table("items", changed)))
    plain = as_text(plan(table("items", row("update", "k"))))
    assert text.count("\n") == plain.count("\n") + 1
    assert [line for line in text.split("\n") if not line.isprintable()] == []
    assert "##[" not in text


def test_rows_are_cut_and_counted_unless_all_are_wanted() -> None:
    """Nobody scrolls through 9,000 rows, and nobody overlooks a delete among them."""
    text = as_text(HUGE)
    assert len(text.splitlines()) < 700
    assert text.count("- delete ") == 7
    assert (
        "... and 8,980 more: 2,993 to delete, 2,993 to update, 2,994 to insert" in text
    )
    assert as_text(HUGE, most=None).count("- delete ") == 3000
    assert " more: " not in as_text(HUGE, most=None)


def test_what_does_not_fit_a_line_is_cut() -> None:
    """Keys and values of a megabyte are named, and do not flood the terminal."""
    long = "x" * 10**6
    changed = RowChange("update", (long,), columns=(ColumnChange("a", long, "y"),))
    assert len(as_text(plan(table("items", changed)))) < 1000


def test_each_override_is_told_where_it_helps() -> None:
    """Who may override a refusal sees the flag; where none helps there is none."""
    found = re.findall(r"override: (.*)", as_text(REFUSED))
    names = ("removals", "downgrade", "divergence", "fork")
    assert found == ["--adopt", *(f"--allow {name}" for name in names)]


def test_each_refusal_with_advice_is_in_the_golden_plan() -> None:
    """No advice is written that nobody has read."""
    assert ADVICE.keys() <= {refusal.code for refusal in REFUSED.refusals}


def test_a_refused_plan_never_looks_fine() -> None:
    """The last lines of a refused plan say so."""
    refused = replace(EVERY_ACTION, refusals=REFUSED.refusals[:1])
    assert as_text(refused).splitlines()[-3].endswith("; refused")
    assert "refused" not in as_text(EVERY_ACTION)
