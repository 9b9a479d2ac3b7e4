"""Print the SQL that an apply would run, as `psql` runs it.

It is what `execute` runs, statement by statement, with the rows. Where the database
has changed since the plan was made, it stops before its first write.
"""

from collections.abc import Iterator

from seedc.model.plan import Plan
from seedc.model.release import Follow, Release, ReleasedTable, Statement, Step, Write
from seedc.postgres.literal import quote_text


def script(release: Release, plan: Plan) -> str:
    """Return the SQL of a plan.

    Args:
        release: What it brings.
        plan: The plan, made of this release.
    """
    return "\n\n".join(_parts(release, plan)) + "\n"


def _parts(release: Release, plan: Plan) -> Iterator[str]:
    yield f"-- {release.tool}: plan {plan.fingerprint} for `{release.target}`"
    yield "\\set ON_ERROR_STOP on"
    yield "BEGIN ISOLATION LEVEL READ COMMITTED;"
    yield "\n".join(_settings(release, plan))
    lock = quote_text(f"seedc:{release.target}")
    yield f"SELECT pg_advisory_xact_lock(hashtextextended({lock}, 0::bigint));"
    yield release.begin
    yield from (table.prepare for table in release.tables)
    yield from map(_copy, release.tables)
    yield from (table.look for table in release.tables)
    if release.hold:
        yield release.hold
    yield release.judge
    yield _demand(plan)
    if not plan.is_empty and not plan.refusals:
        yield from _steps(release, plan)
    yield "COMMIT;"


def _settings(release: Release, plan: Plan) -> Iterator[str]:
    settings = {
        "lock_timeout": release.lock_timeout,
        "statement_timeout": release.statement_timeout,
        "idle_in_transaction_session_timeout": release.statement_timeout,
        "seedc.allow": ",".join(plan.allowed),
        "seedc.commit": release.history.commit or "",
        "seedc.digest": release.digest,
        "seedc.fingerprint": plan.fingerprint,
    }
    for name, value in settings.items():
        yield f"SET LOCAL {name} = {quote_text(value)};"


def _copy(table: ReleasedTable) -> str:
    columns = ", ".join(table.quoted_columns)
    return f"COPY {table.stage} ({columns}) FROM STDIN;\n{table.rows.decode()}\\."


def _demand(plan: Plan) -> str:
    """Return what stops where the database is no longer what was planned for."""
    planned = [
        f"({quote_text(table.table)}, {quote_text(action)}, {rows})"
        for table in plan.tables
        for action, rows in table.counts.items()
    ]
    values = ",\n    ".join([*planned, "(NULL, NULL, NULL)"])
    return _STALE.format(head=plan.head or 0, values=values)


_STALE = """DO $seedc$
BEGIN
  IF coalesce(current_setting('seedc.ledger')::jsonb #>> '{{head,id}}', '0') <> '{head}'
    OR EXISTS (SELECT FROM pg_temp.seedc_found WHERE kind = 'refusal')
    OR EXISTS (
    SELECT FROM (
      SELECT table_name, kind, rows FROM pg_temp.seedc_found
      WHERE kind IN (
        'insert', 'update', 'delete', 'retire', 'rename', 'keep', 'adopt', 'forget'
      )
    ) AS found
    FULL JOIN (VALUES
    {values}
    ) AS planned (table_name, kind, rows) USING (table_name, kind, rows)
    WHERE coalesce(found.table_name, planned.table_name) IS NOT NULL
      AND (found.table_name IS NULL OR planned.table_name IS NULL)
  ) THEN
    RAISE 'the database is no longer what was planned for: plan again';
  END IF;
END
$seedc$;"""


def _steps(release: Release, plan: Plan) -> Iterator[str]:
    counts = {
        (table.table, str(action)): rows
        for table in plan.tables
        for action, rows in table.counts.items()
    }
    for step in release.steps:
        yield from _step(step, counts)


def _step(step: Step, counts: dict[tuple[str, str], int]) -> Iterator[str]:
    match step:
        case Statement(_, sql):
            yield sql
        case Write(table, action, sql) if action.startswith("move "):
            # How many is known only there; where there is none, none is touched.
            if (table, "update") in counts:
                yield f"{sql};"
        case Write(table, action, sql):
            if rows := counts.get((table, action)):
                yield f"-- {rows} rows\n{sql};"
        case Follow(table, actions, sql):
            if any((table, action) in counts for action in actions):
                yield f"{sql};"
