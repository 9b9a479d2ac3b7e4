"""Who holds a lock that was waited for in vain."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import final

from seedc.database.driver import Connection
from seedc.database.refused import RefusedError
from seedc.database.statements import ask
from seedc.database.words import LOCKED, explained
from seedc.text.secrets import redact

_MOST = 3
"""Sessions that are named."""

# Readers and VACUUM are in nobody's way. Who waits for a strong lock is: all that come
# later wait behind it. Others are shown less of a session than a superuser is.
_QUERY = """
WITH wanted AS (
  SELECT to_regclass(value) AS relation FROM json_array_elements_text($1::json)
), held AS (
  SELECT pid, granted, mode, relation::regclass::text AS name
  FROM pg_locks
  WHERE locktype = 'relation'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND relation IN (SELECT relation FROM wanted)
    AND mode NOT IN ('AccessShareLock', 'ShareUpdateExclusiveLock')
    AND (granted OR mode NOT IN ('RowShareLock', 'RowExclusiveLock'))
  UNION ALL
  SELECT pid, granted, mode, NULL
  FROM pg_locks
  WHERE locktype = 'advisory' AND granted AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (classid::bigint << 32 | objid::bigint) = $2::bigint
)
SELECT pid, usename, application_name, state,
  to_char(xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC',
  to_char(query_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC',
  string_agg(DISTINCT name, ', ' ORDER BY name),
  array_to_string(pg_blocking_pids(pid), ', ')
FROM held JOIN pg_stat_activity USING (pid)
WHERE pid <> pg_backend_pid()
GROUP BY pid, usename, application_name, state, xact_start, query_start
ORDER BY bool_or(name IS NULL) DESC, xact_start NULLS LAST, pid
"""


@final
@dataclass(frozen=True, slots=True)
class Blocker:
    """A session that holds a lock, or waits for one that others wait behind.

    Attributes:
        pid: The process id of its backend.
        user: As whom it is connected; empty if that is gone.
        application: What it calls itself; may be empty.
        state: What it does, in PostgreSQL's words; None where we may not know.
        since: When its transaction began, in UTC; None where we may not know.
        query_since: When its last statement began, likewise.
        tables: The tables that it locks; None: it holds the lock of a run.
        waits_for: Process ids of those that it waits for itself; may be empty.
    """

    pid: int
    user: str
    application: str
    state: str | None
    since: str | None
    query_since: str | None
    tables: str | None
    waits_for: str


def blockers(
    connection: Connection, relations: Sequence[str], key: int | None = None
) -> list[Blocker]:
    """Return the sessions that can have held up a write to tables, or a run.

    Args:
        connection: Where the wait was, after its rollback.
        relations: The tables, quoted, with their schema; those that are not there do
            not matter.
        key: Key of the advisory lock that a run holds, or None.

    Raises:
        RefusedError: The database does not say.
    """
    wanted = json.dumps(list(relations))
    answer = ask(connection, _QUERY, wanted, None if key is None else str(key))
    return [_blocker(row) for row in answer.rows]


@contextmanager
def naming_blockers(
    connection: Connection, relations: Sequence[str], key: int | None = None
) -> Iterator[None]:
    """Name who held the lock, if one is waited for in vain in this block.

    The block leaves no transaction open. For the arguments see `blockers`.
    """
    try:
        yield
    except RefusedError as refusal:
        if refusal.sqlstate != LOCKED:
            raise
        words = explained(refusal, connection.info.user)
        found = blockers(connection, relations, key)
        message = f"{words.message}: {_named(found)}"
        raise refusal.reworded(redact(message), words.hint) from refusal


def _blocker(row: Sequence[str | None]) -> Blocker:
    pid, user, application, state, since, query_since, tables, waits_for = row
    return Blocker(
        int(pid or 0),
        user or "",
        application or "",
        state,
        since,
        query_since,
        tables,
        waits_for or "",
    )


def _named(found: Sequence[Blocker]) -> str:
    if not found:
        return "whoever held it is gone by now"
    named = "; ".join(map(_described, found[:_MOST]))
    return f"{named}; and {len(found) - _MOST} more" if found[_MOST:] else named


def _described(each: Blocker) -> str:
    what = f"on {each.tables}" if each.tables else "for another run of seedc"
    parts = (
        f"process {each.pid} of `{each.user}`",
        f"application `{each.application}`" if each.application else "",
        f"{each.state or 'in a state that this role may not see'}",
        f"transaction since {each.since}" if each.since else "",
        f"last statement at {each.query_since}" if each.query_since else "",
        f"waits for process {each.waits_for}" if each.waits_for else "",
    )
    return f"{', '.join(filter(None, parts))}, with a lock {what}"
