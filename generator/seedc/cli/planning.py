"""Show a plan."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from seedc.cli.actor import actor as find_actor
from seedc.cli.exit_code import FINE, PROBLEMS
from seedc.cli.live import Live
from seedc.cli.terminal import has_color
from seedc.model.plan import Allowance, Options, Plan
from seedc.plan_text.as_json import as_json
from seedc.plan_text.as_markdown import as_markdown
from seedc.plan_text.as_text import MOST, as_text


def options(
    allowed: Iterable[str],
    *,
    adopt: bool,
    actor: str | None = None,
    trust_ledger: bool = False,
) -> Options:
    """Return what the options of the command line decide; the plan is to have rows."""
    names = {*allowed, *(["adopt"] if adopt else [])}
    allow = frozenset(cast("Allowance", name) for name in names)  # click's choice
    return Options(allow, find_actor(actor), trust_ledger=trust_ledger, with_rows=True)


def show(
    live: Live, plan: Plan, form: str | None, file: Path | None, *, every: bool
) -> None:
    """Print a plan, or write it to a file and print it as text.

    Args:
        live: The database that it is for.
        plan: The plan, with its rows.
        form: The format, or None for the usual one.
        file: Where to write it; None: to stdout.
        every: Whether to show each row.

    Raises:
        OSError: The file cannot be written.
        UsageError: The database has no such format.
    """
    if file is not None:
        text = _written(live, plan, form or "json", every=every)
        file.write_text(text, encoding="utf-8", newline="\n")
    elif form not in {None, "text"}:
        sys.stdout.write(_written(live, plan, form or "text", every=every))
        return
    print_plan(plan, every=every)


def _written(live: Live, plan: Plan, form: str, *, every: bool) -> str:
    most = None if every else MOST
    if form == "json":
        return as_json(plan)
    if form == "sql":
        return live.script(plan)
    return (as_markdown if form == "markdown" else as_text)(plan, most=most)


def print_plan(plan: Plan, *, every: bool = False) -> None:
    """Print a plan for people."""
    most = None if every else MOST
    sys.stdout.write(as_text(plan, most=most, color=has_color(sys.stdout)))


def exit_code(plan: Plan, *, detailed: bool) -> int:
    """Say with which code `seedc plan` ends."""
    found = bool(plan.refusals) or (detailed and not plan.is_empty)
    return PROBLEMS if found else FINE
