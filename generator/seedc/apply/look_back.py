"""Look at what a run left behind: find out what undoing it would change.

Runs in an open transaction, and writes nothing but temporary tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

from seedc.apply.found import Found, found_actions
from seedc.apply.ledger import demand_ledger, run_of, runs
from seedc.apply.live_tables import live_tables
from seedc.database.driver import Connection
from seedc.database.statements import ask, execute
from seedc.model.errors import WorldError
from seedc.model.run import Run
from seedc.script.live_words import LiveWords
from seedc.script.past import Undoing, look

_LAST = """
SELECT id FROM seedc.runs
WHERE target = $1 AND outcome = 'done'
ORDER BY id DESC LIMIT 1
"""

_LOCKED = ("update", "delete")


@final
@dataclass(frozen=True, slots=True)
class Behind:
    """What a run left behind.

    Attributes:
        undoing: The run.
        head: The last run.
        restored: The run whose state comes back, if there is one.
        tables: All tables of the target, referenced ones first.
        found: What happens to rows, by table and action.
    """

    undoing: Undoing
    head: Run
    restored: Run | None
    tables: tuple[LiveWords, ...]
    found: Mapping[tuple[str, str], Found]

    def rows(self, table: str, action: str) -> int:
        """Return how many rows of a table something happens to."""
        actions = _LOCKED if action == "lock" else (action,)
        found = [self.found.get((table, each)) for each in actions]
        return sum(each.rows for each in found if each)


def look_back(connection: Connection, target: str) -> Behind:
    """Find out what undoing the last run would change, in a settled transaction.

    Raises:
        RefusedError: The database refuses a statement.
        WorldError: There is nothing to undo, or no longer.
    """
    demand_ledger(connection)
    head = _head(connection, target)
    past = _past(connection, head)
    restored = _state_of(connection, past.previous, target)
    undoing = Undoing(target, past.number, restored and restored.number)
    tables = tuple(live_tables(connection, undoing))
    for step in look(undoing, tables):
        execute(connection, step.sql.encode(), step.what)
    return Behind(undoing, head, restored, tables, found_actions(connection))


def _head(connection: Connection, target: str) -> Run:
    found = ask(connection, _LAST, target).rows
    if not found:
        runs(connection, target, 1)  # says so if the target has none at all
        message = f"no run of `{target}` has succeeded yet"
        raise WorldError(message)
    return run_of(connection, target, int(found[0][0] or 0))


def _past(connection: Connection, head: Run) -> Run:
    """Return the run whose rows are there now.

    After a rollback that is an older one, so that a second rollback goes further back.
    """
    past = _state_of(connection, head.number, head.target)
    if past is None:
        message = "all runs are rolled back: this is the state before the first one"
        raise WorldError(message)
    query = "SELECT FROM seedc.undo WHERE run = $1 LIMIT 1"
    if past.changes and not ask(connection, query, str(past.number)).rows:
        message = f"what run {past.number} overwrote is no longer kept"
        hint = "apply the older seeds with --allow downgrade"
        raise WorldError(message, hint=hint)
    return past


def _state_of(connection: Connection, number: int | None, target: str) -> Run | None:
    """Return the apply whose state a run left; None: that before the first."""
    if number is None:
        return None
    run = run_of(connection, target, number)
    if run.kind == "apply":
        return run
    return None if run.restores is None else run_of(connection, target, run.restores)
