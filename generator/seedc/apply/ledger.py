"""Read the ledger."""

import json

from seedc.database.connect import connect
from seedc.database.driver import Connection
from seedc.database.statements import ask
from seedc.model.errors import WorldError
from seedc.model.run import Run

_QUERY = """
SELECT jsonb_build_object(
  'number', run.id, 'target', run.target, 'kind', run.kind, 'outcome', run.outcome,
  'previous', run.previous, 'restores', run.restores,
  'started_at', to_char(run.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'),
  'seconds', run.seconds::text, 'actor', run.actor, 'role', run.role,
  'commit', run.git_commit, 'tool', run.tool, 'digest', run.digest,
  'fingerprint', run.fingerprint, 'versions', run.versions,
  'before', coalesce(before.versions, '{}'), 'hashes', run.hashes,
  'changes', run.changes, 'allowed', run.allowed, 'error', run.error
)
FROM seedc.runs AS run
LEFT JOIN seedc.runs AS before ON before.id = run.previous
WHERE run.target = $1 AND ($2::bigint IS NULL OR run.id = $2)
ORDER BY run.id DESC
LIMIT $3::bigint
"""

_FIRST = "`seedc apply` writes the first run"

_TARGETS = "SELECT DISTINCT target FROM seedc.runs ORDER BY target"


def history(url: str, target: str, most: int, number: int | None) -> list[Run]:
    """Return the last runs of a target, the last one first, or one of them.

    Args:
        url: The database.
        target: Whose rows.
        most: How many.
        number: The one that is asked for, or None.

    Raises:
        RefusedError: The database cannot be reached.
        WorldError: There is no such run, or no ledger.
    """
    with connect(url) as connection:
        demand_ledger(connection)
        if number is None:
            return runs(connection, target, most)
        return [run_of(connection, target, number)]


def demand_ledger(connection: Connection) -> None:
    """Make sure that there is a ledger.

    Raises:
        WorldError: There is none.
    """
    if ask(connection, "SELECT to_regclass('seedc.runs')").rows == ((None,),):
        message = "the database has no ledger: nothing was ever applied to it"
        raise WorldError(message, hint=_FIRST)


def runs(connection: Connection, target: str, most: int | None) -> list[Run]:
    """Return the runs of a target, the last one first.

    Args:
        connection: The database; it has a ledger.
        target: Whose rows.
        most: How many; None: all.

    Raises:
        WorldError: There is none.
    """
    limit = None if most is None else str(most)
    found = ask(connection, _QUERY, target, None, limit).rows
    if not found:
        known = [str(row[0]) for row in ask(connection, _TARGETS).rows]
        message = f"the ledger has no run of `{target}`"
        others = ", ".join(f"`{each}`" for each in known)
        hint = f"it has runs of {others}" if known else _FIRST
        raise WorldError(message, hint=hint)
    return [_run(row[0]) for row in found]


def run_of(connection: Connection, target: str, number: int) -> Run:
    """Return one run of a target.

    Raises:
        WorldError: There is none with that number.
    """
    found = ask(connection, _QUERY, target, str(number), None).rows
    if not found:
        message = f"the ledger has no run {number} of `{target}`"
        raise WorldError(message, hint="`seedc history` lists the runs")
    return _run(found[0][0])


def _run(text: str | None) -> Run:
    said = json.loads(text or "{}")
    return Run(**{**said, "allowed": tuple(said["allowed"])})
