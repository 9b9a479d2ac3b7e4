"""What holds of every plan as Markdown, beside how it looks."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedc.model.plan import ColumnChange, Plan, Refusal, RowChange
from seedc.plan_text.as_markdown import LONGEST, as_markdown
from tests.plan_text.cases import CASES, HOSTILE, HUGE, INJECTION, plan, row, table

EACH_CASE = pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
FENCED = re.compile(r"(?ms)^(?P<fence>`{3,})(?:diff|text)\n.*?^(?P=fence)$\n?")
CODE = re.compile(r"(?<!`)(?P<run>`+)(?!`).*?(?<!`)(?P=run)(?!`)|<code>[^<]*</code>")
OURS = re.compile(
    r"### seedc plan:  in |\*\*(?:Refused|Foreign keys|This plan is refused\.)\*\*"
    r"|\|(?:---\||--:\|| [a-z]+ \|| table \|)+|\|  \|( [\d,]+ \|)+"
    r"|<details><summary></summary>|</details>|Fingerprint: "
    r"|[\d,]+ parts? cut to fit:  has all|Plan: [\w ,;]+\.|Nothing to do: [\w ,]+\."
    r"|\| \.\.\. and [\d,]+ more tables? \|"
)


@EACH_CASE
def test_nothing_from_outside_is_markup(case: Plan) -> None:
    """What is neither code nor in a fence is what we always write."""
    open_text = CODE.sub("", FENCED.sub("", as_markdown(case, most=None)))
    lines = [line for line in open_text.split("\n") if line]
    assert [line for line in lines if not OURS.fullmatch(line)] == []


@given(st.lists(st.text(st.sampled_from("`~\n|<>@#*- a")) | st.text(), min_size=4))
def test_no_text_ends_its_fence(  # type: ignore[misc]  # hypothesis erases its type
    texts: list[str],
) -> None:
    """Whatever stands in a row, it stays inside."""
    rows = [
        RowChange("update", (text,), columns=(ColumnChange(text, text, None),))
        for text in texts
    ]
    refusals = tuple(Refusal("x-y", t, t, (t,), 1) for t in texts)
    case = plan(table(texts[0], *rows), refusals=refusals)
    case = replace(case, target=texts[1], database=texts[2])
    test_nothing_from_outside_is_markup(case)


@EACH_CASE
def test_it_can_be_posted(case: Plan) -> None:
    """A comment on GitHub holds no more than 65,536 characters."""
    assert len(as_markdown(case, most=None)) <= LONGEST


def test_it_can_be_posted_whatever_is_in_it() -> None:
    """Also where each part by itself is too long."""
    long = "`|\x1b" * 1000
    rows = [RowChange("delete", (f"{long}{n}",)) for n in range(500)]
    tables = [table(f"{long}{n}", *rows) for n in range(200)]
    refusals = tuple(Refusal("x-y", long, long, (long,) * 20, 20) for _ in range(200))
    case = replace(plan(*tables, refusals=refusals), target=long, database=long)
    text = as_markdown(case, most=None)
    assert LONGEST / 2 < len(text) <= LONGEST
    assert "parts cut to fit: `seedc plan --all` has all" in text


def test_what_was_cut_is_told() -> None:
    """A reader knows that there is more, and how to see it."""
    text = as_markdown(HUGE, most=None)
    assert text.count("\n... cut to fit\n```\n\n</details>") == 1
    assert text.endswith("\n1 part cut to fit: `seedc plan --all` has all\n")
    assert "cut to fit" not in as_markdown(plan(table("items", row("insert", "a"))))


def test_a_long_table_leaves_room_for_the_others() -> None:
    """A reader sees the one row of a table behind the one with thousands."""
    text = as_markdown(HUGE, most=None)
    assert len(text) > LONGEST / 2
    assert text.count("<details>") == 2 + 150


def test_what_fits_is_not_cut() -> None:
    """A table may take all the room that there is."""
    rows = [row("insert", f"a{n:05}") for n in range(3_000)]
    text = as_markdown(plan(table("items", *rows)), most=None)
    assert text.count("\n+ insert a") == 3_000


def test_refusals_come_before_all_that_may_be_cut() -> None:
    """The reason why a plan stops is never what was left out."""
    text = as_markdown(INJECTION)
    assert -1 < text.index("**Refused**") < text.index("<details>")
    assert text.count("refused[unknown-rows]") == len(HOSTILE)
