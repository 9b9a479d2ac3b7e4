"""A plan as Markdown, for a comment on a pull request.

All that comes from seeds or the database stands in fenced blocks, where nothing is a
link, a mention, a tag or a heading; table names stand as code.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, final

from seedc.diagnostics.paint import painter
from seedc.model.plan import Plan, TablePlan
from seedc.plan_text.as_text import MOST
from seedc.plan_text.lines import (
    impact_line,
    refusal_blocks,
    row_lines,
    shown,
    table_head,
    version_lines,
)
from seedc.plan_text.words import counted, headline, totals

LONGEST: Final = 60_000
"""Characters; a comment on GitHub holds 65,536."""

_NOTE = 200
"""Characters that are kept for saying what was left out."""

_CUT = "... cut to fit"
_MOST_ROWS = 5_000
"""Rows of a table, of which no more than that would fit."""

_MOST_TABLES = 100
_LONGEST_NAME = 80
_PLAIN = painter(color=False)


@final
@dataclass(frozen=True, slots=True)
class _Section:
    """A part of the comment whose lines may be cut."""

    head: str
    lines: Sequence[str]
    language: str = "text"
    folded: bool = True


def as_markdown(plan: Plan, *, most: int | None = MOST) -> str:
    """Return a plan as Markdown of at most `LONGEST` characters.

    Args:
        plan: The plan.
        most: How many rows of a table to show; None: as many as fit.
    """
    parts = [_opening(plan), _summary(plan)]
    room = LONGEST - _NOTE - sum(len(part) + 2 for part in parts)
    sections = [*_sections(plan, _MOST_ROWS if most is None else most)]
    wanted = sum(len(_written(each, each.lines)) + 2 for each in sections)
    # Where not all fits, no part leaves less than it takes to those behind it.
    share, cut = 2 if wanted > room else 1, 0
    for section in sections:
        text, whole = _fitted(section, room // share)
        room -= len(text) + 2
        cut += not whole
        parts.append(text)
    if cut:
        parts.append(f"{counted(cut, 'part')} cut to fit: `seedc plan --all` has all")
    # The runner of GitHub Actions takes `##[` for a command, wherever in a line.
    return "\n\n".join(filter(None, parts)).replace("##[", "##(") + "\n"


def _opening(plan: Plan) -> str:
    where = f"{_code(shown(plan.target))} in {_code(shown(plan.database))}"
    warning = "\n\n**This plan is refused.**" if plan.refusals else ""
    fingerprint = f"Fingerprint: {_code(shown(plan.fingerprint))}"
    title = f"### seedc plan: {where}"
    return f"{title}\n\n{_sentence(headline(plan))}{warning}\n\n{fingerprint}"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _summary(plan: Plan) -> str:
    """Return the table of counts, with a column for each action that there is."""
    used = [a for a, count in totals(plan).items() if count]
    if not used:
        return ""
    lines = [
        f"| table | {' | '.join(used)} | unchanged |",
        f"|---|{'--:|' * (len(used) + 1)}",
    ]
    for table in plan.tables[:_MOST_TABLES]:
        counts = " | ".join(f"{table.counts.get(a, 0):,}" for a in used)
        name = _code(shown(table.table)[:_LONGEST_NAME]).replace("|", "\\|")
        lines.append(f"| {name} | {counts} | {table.unchanged:,} |")
    if (more := len(plan.tables) - _MOST_TABLES) > 0:
        lines.append(f"| ... and {counted(more, 'more table')} |")
    return "\n".join(lines)


def _sections(plan: Plan, most: int | None) -> Iterator[_Section]:
    blocks = (block.split("\n") for block in refusal_blocks(plan, _PLAIN))
    refusals = [line for block in blocks for line in (*block, "")][:-1]
    yield _Section("Refused", refusals, folded=False)
    yield _Section("Foreign keys", [*map(impact_line, plan.impacts)], folded=False)
    yield _Section("Versions", [*version_lines(plan)])
    for table in plan.tables:
        yield _Section(table_head(table), [*_diff(table, most)], "diff")


def _diff(table: TablePlan, most: int | None) -> Iterator[str]:
    """Yield the rows of a table; `!` is what a diff has for a change."""
    for line in row_lines(table, most, _PLAIN):
        yield re.sub("^~", "!", line)


def _fitted(section: _Section, room: int) -> tuple[str, bool]:
    """Return what fits of a section, and whether that is all of it."""
    kept = [*_fitting(section.lines, room - len(_written(section, [_CUT])))]
    whole = len(kept) == len(section.lines)
    lines = kept if whole else [*kept, _CUT]
    return _written(section, lines) if kept else "", whole


def _fitting(lines: Iterable[str], room: int) -> Iterator[str]:
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return
        yield line


def _written(section: _Section, lines: Sequence[str]) -> str:
    """Return some lines of a section, in a fence that is longer than any in them."""
    fence = "`" * max(3, _longest_run("\n".join(section.lines)) + 1)
    block = "\n".join([f"{fence}{section.language}", *lines, fence])
    if not section.folded:
        return f"**{section.head}**\n\n{block}"
    head = f"<code>{escape(section.head)}</code>"
    return f"<details><summary>{head}</summary>\n\n{block}\n\n</details>"


def _code(text: str) -> str:
    """Return a text as code, delimited by more backticks than it has in a row."""
    if not _longest_run(text):
        return f"`{text or ' '}`"
    fence = "`" * (_longest_run(text) + 1)
    return f"{fence} {text} {fence}"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
