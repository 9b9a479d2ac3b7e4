"""Bring a database back to the state before its last run."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from seedc.apply.execute import demand
from seedc.apply.failed import record_failed_rollback
from seedc.apply.lock import lock_key, lock_target
from seedc.apply.look_back import Behind, look_back
from seedc.apply.undone import planned
from seedc.database.blockers import naming_blockers
from seedc.database.connect import connect, transaction, undone
from seedc.database.driver import Connection
from seedc.database.refused import RefusedError
from seedc.database.retry import retried
from seedc.database.statements import ask, execute
from seedc.database.url import shown
from seedc.model.errors import WorldError
from seedc.model.plan import Outcome
from seedc.model.release import Statement, Write
from seedc.model.rollback import Rollback, RollbackOptions
from seedc.script.rollback import steps


def plan_rollback(url: str, options: RollbackOptions) -> Rollback:
    """Return what a rollback would change, and change nothing.

    Args:
        url: The database.
        options: What the caller decides.

    Raises:
        RefusedError: The database cannot be reached.
        WorldError: There is nothing to roll back, or no longer.
    """
    with connect(url) as connection, undone(connection):
        _settle(connection, options)
        behind = look_back(connection, options.target)
        return planned(connection, behind, shown(url), options)


def rollback(
    url: str, options: RollbackOptions, tell: Callable[[str], None]
) -> Outcome:
    """Bring a database back to the state before its last run, or leave it as it is.

    Args:
        url: The database.
        options: What the caller decides.
        tell: Called with a line before each further try.

    Raises:
        InDoubtError: The connection was lost while it was committed.
        RefusedError: The database refuses it.
        WorldError: There is nothing to roll back, or no longer.
    """
    begun = time.monotonic()
    try:
        done = retried(partial(_attempt, url, options), tell)
    except RefusedError as error:
        with suppress(WorldError):  # the failure itself is what matters
            record_failed_rollback(url, options, error, time.monotonic() - begun)
        raise
    return replace(done, seconds=time.monotonic() - begun)


def _attempt(url: str, options: RollbackOptions) -> Outcome:
    with connect(url) as connection:
        key = lock_key(connection, options.target)
        with naming_blockers(connection, [], key), transaction(connection) as ending:
            _settle(connection, options)
            lock_target(connection, options.target)
            behind = look_back(connection, options.target)
            plan = planned(connection, behind, shown(url), options).plan
            ending.commits = not plan.refusals
            run = (
                _execute(connection, behind, plan.fingerprint)
                if ending.commits
                else None
            )
            return Outcome(plan, run, 0)


def _settle(connection: Connection, options: RollbackOptions) -> None:
    settings = {
        "lock_timeout": options.lock_timeout,
        "statement_timeout": options.statement_timeout,
        "idle_in_transaction_session_timeout": options.statement_timeout,
        "seedc.allow": "",
        "seedc.actor": options.actor or "",
    }
    for name, value in settings.items():
        ask(connection, "SELECT set_config($1, $2, true)", name, value)


def _execute(connection: Connection, behind: Behind, fingerprint: str) -> int:
    query = "SELECT set_config('seedc.fingerprint', $1, true)"
    ask(connection, query, fingerprint)
    for step in steps(behind.undoing, behind.tables):
        match step:
            case Statement(what, sql):
                execute(connection, sql.encode(), what)
            case Write(table, action, sql) if rows := behind.rows(table, action):
                answer = ask(connection, sql)
                demand(answer.changed, rows, table)
            case _:
                pass  # nothing of that is planned, and so no trigger fires
    answer = ask(connection, "SELECT current_setting('seedc.run')")
    return int(answer.rows[0][0] or 0)
