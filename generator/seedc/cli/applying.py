"""Apply a plan: ask, execute, tell what was done."""

import sys
from dataclasses import replace
from pathlib import Path

from seedc.cli.exit_code import FINE, PROBLEMS
from seedc.cli.live import Live
from seedc.cli.planning import print_plan
from seedc.cli.terminal import has_color, out, tell
from seedc.model.plan import Options, Outcome
from seedc.plan_text.lines import shown
from seedc.plan_text.outcome import outcome_text, published_text
from seedc.plan_text.saved import SavedPlan, read_plan

_MOVED = "plan-changed"


def read_saved(file: Path | None) -> SavedPlan | None:
    """Return the plan in a file, if there is one.

    Raises:
        OSError: It cannot be read.
        UsageError: It is no plan.
    """
    return None if file is None else read_plan(str(file), file.read_bytes())


def can_ask() -> bool:
    """Say whether somebody sees a plan and can answer; if not, tell what is needed."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return True
    tell("refused: nobody can be asked, as this is no terminal; nothing was applied")
    tell("help: --yes applies without asking, --plan FILE what somebody looked at")
    return False


def apply(live: Live, options: Options, saved: SavedPlan | None) -> int:
    """Apply what is to be done, or no more than a plan that somebody looked at."""
    expected = saved.fingerprint if saved else None
    outcome = live.apply(replace(options, expected=expected, with_rows=False))
    codes = {refusal.code for refusal in outcome.plan.refusals}
    if saved and _MOVED in codes and saved.database != outcome.plan.database:
        tell(f"note: the plan was made for {shown(saved.database)}")
    return _told(live, outcome)


def ask_and_apply(live: Live, options: Options) -> int:
    """Show the plan, ask, and apply it if it is still the same one."""
    plan = live.plan(options)
    print_plan(plan)
    if plan.refusals:
        return PROBLEMS
    if plan.is_empty:
        return _published(live)
    if not agreed(f"apply this to {shown(plan.database)}? Only `yes` will do: "):
        tell("nothing was applied")
        return PROBLEMS
    expected = replace(options, expected=plan.fingerprint, with_rows=False)
    return _told(live, live.apply(expected))


def agreed(question: str) -> bool:
    """Ask, and say whether the answer is `yes`."""
    sys.stdout.flush()
    sys.stderr.write(f"\n{question}")
    sys.stderr.flush()
    return sys.stdin.readline().strip() == "yes"


def _told(live: Live, outcome: Outcome) -> int:
    if outcome.plan.refusals:
        print_plan(outcome.plan)
        tell("nothing was applied")
        return PROBLEMS
    out(outcome_text(outcome, color=has_color(sys.stdout)))
    return _published(live)


def _published(live: Live) -> int:
    """Bring the cache up to date, also where an earlier run could not."""
    if live.publish is not None:
        sys.stdout.flush()  # what is committed is told, whatever becomes of the cache
        out(published_text(live.publish()))
    return FINE
