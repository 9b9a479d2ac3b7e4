"""What an apply and a publish did, as text for people.

enemies: 1 deleted, 2 updated

applied as run 42: 1 deleted, 2 updated in 1 table (0.21 s)
published run 42: 1 table, 98 records
"""

from seedc.diagnostics.paint import BOLD, GREEN, painter
from seedc.model.plan import Outcome
from seedc.model.publication import Published
from seedc.plan_text.as_text import MOST
from seedc.plan_text.lines import cut, shown
from seedc.plan_text.words import counted, headline, tally_done, totals


def outcome_text(outcome: Outcome, *, color: bool = False) -> str:
    """Return what an apply that was not refused did.

    Args:
        outcome: What it did.
        color: Whether it goes to a terminal that knows colours.
    """
    paint, plan = painter(color=color), outcome.plan
    seconds = f"({outcome.seconds:.2f} s)"
    if outcome.run is None:
        return f"{paint(headline(plan), GREEN)} {seconds}"
    lines = [f"{shown(t.table)}: {tally_done(t.counts)}" for t in plan.tables]
    changes = tally_done(totals(plan))
    what = f"{changes} in {counted(len(plan.tables), 'table')}" if changes else ""
    done = paint(f"applied as run {outcome.run}: {what or 'no row changes'}", BOLD)
    space = [""] if lines else []
    return "\n".join([*cut(lines, MOST, "table"), *space, f"{done} {seconds}"])


def published_text(done: Published) -> str:
    """Return what was written to a cache."""
    parts = [
        counted(len(done.tables), "table"),
        counted(done.rows, "record"),
        *([f"{len(done.removed):,} removed"] if done.removed else []),
    ]
    if not (done.tables or done.removed):
        return f"the cache is at run {done.run} already"
    return f"published run {done.run}: {', '.join(parts)}"
