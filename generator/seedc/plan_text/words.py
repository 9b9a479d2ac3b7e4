"""What plans are told in: counts, sums and short sentences."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from seedc.model.plan import Action, Plan

ACTIONS: Final[tuple[Action, ...]] = (
    "delete",
    "retire",
    "rename",
    "update",
    "insert",
    "adopt",
    "keep",
    "forget",
)
"""All actions, those that a reader must not miss first."""

DONE: Mapping[Action, str] = MappingProxyType(
    {
        "delete": "deleted",
        "retire": "retired",
        "rename": "renamed",
        "update": "updated",
        "insert": "inserted",
        "adopt": "adopted",
        "keep": "kept",
        "forget": "forgotten",
    }
)
"""What an action is called when it was done."""


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: `1 table`, `2 tables`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def tally(counts: Mapping[Action, int]) -> str:
    """Say what would be done: `1 to delete, 3 to insert`."""
    return ", ".join(f"{counts[a]:,} to {a}" for a in ACTIONS if counts.get(a))


def tally_done(counts: Mapping[Action, int]) -> str:
    """Say what was done: `1 deleted, 3 inserted`."""
    return ", ".join(f"{counts[a]:,} {DONE[a]}" for a in ACTIONS if counts.get(a))


def totals(plan: Plan) -> dict[Action, int]:
    """Return the rows of all tables by what happens to them."""
    return {a: sum(t.counts.get(a, 0) for t in plan.tables) for a in ACTIONS}


def headline(plan: Plan) -> str:
    """Say in one line what an apply would do."""
    rows = counted(plan.unchanged, "row")
    if plan.is_empty:
        verb = "is" if plan.unchanged == 1 else "are"
        return f"nothing to do: {rows} {verb} as the seeds say"
    changes = tally(totals(plan))
    what = f"{changes} in {counted(len(plan.tables), 'table')}"
    refused = "; refused" if plan.refusals else ""
    return f"plan: {what if changes else 'no row changes'}; {rows} unchanged{refused}"


def shortened(texts: Iterable[str], total: int) -> str:
    """Return some texts in one line, and how many there are besides."""
    some = list(texts)
    more = total - len(some)
    return ", ".join([*some, *([f"... and {more:,} more"] if more > 0 else [])])
