"""A plan as text for people.

enemies: 1 to delete, 1 to update, 97 unchanged
  - delete old_rat
  ~ update goblin
      hp: 20 -> 24 (+4, +20 %)

versions
  enemies.json: 1.3.0 -> 1.4.0

plan: 1 to delete, 1 to update in 1 table; 880 rows unchanged
fingerprint: 4f1c...
"""

from collections.abc import Iterator
from typing import Final

from seedc.diagnostics.paint import BOLD, GREEN, RED, Paint, painter
from seedc.model.plan import Plan
from seedc.plan_text.lines import (
    cut,
    impact_line,
    indented,
    refusal_blocks,
    row_lines,
    shown,
    table_head,
    version_lines,
)
from seedc.plan_text.words import headline

MOST: Final = 20
"""Rows of a table, and other lines of a kind, that are shown unless all are wanted."""


def as_text(plan: Plan, *, most: int | None = MOST, color: bool = False) -> str:
    """Return a plan as text.

    Args:
        plan: The plan.
        most: How many rows of a table to show, and other lines of a kind; None: all.
        color: Whether it goes to a terminal that knows colours.
    """
    paint = painter(color=color)
    blocks = [
        *_tables(plan, most, paint),
        _block("foreign keys", cut(map(impact_line, plan.impacts), most, "key"), paint),
        _block("versions", version_lines(plan, most), paint),
        *refusal_blocks(plan, paint),
        "\n".join(_ending(plan, paint)),
    ]
    # The runner of GitHub Actions takes `##[` for a command, wherever in a line.
    return "\n\n".join(filter(None, blocks)).replace("##[", "##(") + "\n"


def _tables(plan: Plan, most: int | None, paint: Paint) -> Iterator[str]:
    for table in plan.tables:
        rows = indented(row_lines(table, most, paint))
        yield "\n".join([paint(table_head(table), BOLD), *rows])


def _block(title: str, lines: Iterator[str] | list[str], paint: Paint) -> str:
    text = "\n".join(indented(lines))
    return f"{paint(title, BOLD)}\n{text}" if text else ""


def _ending(plan: Plan, paint: Paint) -> Iterator[str]:
    style = RED if plan.refusals else GREEN if plan.is_empty else BOLD
    yield paint(headline(plan), style)
    run = "no run yet" if plan.head is None else f"after run {plan.head}"
    yield f"target: {shown(plan.target)} in {shown(plan.database)}, {run}"
    yield f"fingerprint: {shown(plan.fingerprint)}"
