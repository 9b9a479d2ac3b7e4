"""Rolling back, as tests do it."""

from seedc.apply.rollback import plan_rollback, rollback
from seedc.model.plan import Outcome
from seedc.model.rollback import Rollback, RollbackOptions
from tests.apply.releases import SCHEMA
from tests.sql import run

OPTIONS = RollbackOptions(f"game/{SCHEMA}", "5s", "60s")
IN_PUBLIC = RollbackOptions("game", "5s", "60s")

_STATE = """
SELECT table_name, columns::text, keys::text, images::text, hash FROM seedc.state
ORDER BY table_name
"""


def rolled_back(conninfo: str, options: RollbackOptions = OPTIONS) -> Outcome:
    """Roll back; what is told before another try goes unheard."""
    return rollback(conninfo, options, lambda _: None)


def looked_back(conninfo: str, options: RollbackOptions = OPTIONS) -> Rollback:
    """Look what rolling back would do."""
    return plan_rollback(conninfo, options)


def known(conninfo: str) -> list[tuple[object, ...]]:
    """Return what the ledger knows of rows, but for the run that wrote it."""
    with run.connected(conninfo) as connection:
        there = connection.execute("SELECT to_regclass('seedc.state')").fetchone()
        if there == (None,):
            return []
        return connection.execute(_STATE).fetchall()
