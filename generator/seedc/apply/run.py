"""Bring a database to what a release says: plan under the lock, execute, commit."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from seedc.apply.execute import execute_plan
from seedc.apply.failed import record_failure
from seedc.apply.lock import lock_key, lock_target
from seedc.apply.look import look, settle
from seedc.apply.plan import planned
from seedc.apply.trusted import trusted
from seedc.database.blockers import naming_blockers
from seedc.database.connect import InDoubtError, connect, transaction
from seedc.database.driver import Connection, driver
from seedc.database.retry import retried
from seedc.database.statements import ask
from seedc.database.url import shown
from seedc.model.errors import WorldError
from seedc.model.plan import Options, Outcome
from seedc.model.release import Release

_DONE = "SELECT FROM seedc.runs WHERE id = $1 AND target = $2 AND outcome = 'done'"


def apply(
    release: Release, url: str, options: Options, tell: Callable[[str], None]
) -> Outcome:
    """Bring a database to what a release says, or leave it as it is.

    Args:
        release: What to bring.
        url: The database.
        options: What the caller decides.
        tell: Called with a line before each further try.

    Raises:
        RefusedError: The database refuses it.
        WorldError: The database cannot be reached.
    """
    driver()  # takes a tenth of a second to load, which is no time of the run
    begun = time.monotonic()
    try:
        done = retried(partial(_attempt, release, url, options), tell)
    except WorldError as error:
        with suppress(WorldError):  # the failure itself is what matters
            record_failure(release, url, options, error, time.monotonic() - begun)
        raise
    return replace(done, seconds=time.monotonic() - begun)


def _attempt(release: Release, url: str, options: Options) -> Outcome:
    with connect(url) as connection:
        if options.trust_ledger and (same := trusted(connection, release, shown(url))):
            return Outcome(same, None, 0)
        names = [table.full_name for table in release.tables]
        key = lock_key(connection, release.target)
        outcome = None
        try:
            with (
                naming_blockers(connection, names, key),
                transaction(connection) as ending,
            ):
                settle(connection, release, options)
                outcome = _locked(connection, release, url, options)
                ending.commits = outcome.run is not None
        except InDoubtError:
            if outcome is None or not _is_done(release, url, outcome):
                raise
    return outcome


def _locked(
    connection: Connection, release: Release, url: str, options: Options
) -> Outcome:
    lock_target(connection, release.target)
    looked = look(connection, release, options, hold=True)
    plan = planned(connection, release, shown(url), looked, options)
    if plan.is_empty or plan.refusals:
        return Outcome(plan, None, 0)
    return Outcome(plan, execute_plan(connection, release, looked, plan), 0)


def _is_done(release: Release, url: str, outcome: Outcome) -> bool:
    """Ask the ledger whether a run was committed of which nobody said so."""
    run = str(outcome.run)
    with suppress(WorldError), connect(url) as connection:
        return bool(outcome.run and ask(connection, _DONE, run, release.target).rows)
    return False
