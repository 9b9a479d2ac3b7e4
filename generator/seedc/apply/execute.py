"""Write what a plan says, in the open transaction in which it was made."""

from seedc.apply.look import Looked, stage
from seedc.database.driver import Connection
from seedc.database.refused import RefusedError
from seedc.database.statements import ask, execute
from seedc.model.plan import Plan
from seedc.model.release import Follow, Release, ReleasedTable, Statement, Step, Write

SERIALIZATION_FAILURE = "40001"


def execute_plan(
    connection: Connection, release: Release, looked: Looked, plan: Plan
) -> int:
    """Write what a plan says, and return the number of the run in the ledger.

    Args:
        connection: Where the plan was made.
        release: What it brings.
        looked: What was found there.
        plan: The plan.

    Raises:
        RefusedError: The database refuses a statement, or rows were changed by others
            meanwhile.
    """
    ask(
        connection,
        "SELECT set_config('seedc.fingerprint', $1, true)",
        plan.fingerprint,
    )
    tables = {table.name: table for table in release.tables}
    for step in release.steps:
        _take(connection, step, tables, looked)
    answer = ask(connection, "SELECT current_setting('seedc.run')")
    return int(answer.rows[0][0] or 0)


def _take(
    connection: Connection,
    step: Step,
    tables: dict[str, ReleasedTable],
    looked: Looked,
) -> None:
    match step:
        case Statement(what, sql):
            execute(connection, sql.encode(), what)
        case Write(table, action, sql) if found := looked.actions.get((table, action)):
            own = tables[table]
            if action == "insert" and table in looked.direct:
                demand(stage(connection, own, own.full_name), own.count, table)
                demand(ask(connection, own.state).changed, 1, table)
            else:
                demand(ask(connection, sql).changed, found.rows, table)
        case Follow(table, actions, sql) if any(
            (table, action) in looked.actions for action in actions
        ):
            ask(connection, sql)
        case _:
            pass  # nothing of that is planned, and so no trigger fires


def demand(done: int, planned: int, what: str) -> None:
    """Make sure that as many rows were written as were planned.

    Raises:
        RefusedError: Others wrote too.
    """
    if done != planned:
        message = (
            f"others changed rows of `{what}` meanwhile, or a trigger or rule is in the"
            f" way: {planned} planned, {done} written"
        )
        raise RefusedError(message, SERIALIZATION_FAILURE)
