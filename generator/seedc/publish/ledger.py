"""The ledger's side: who may publish, what is to be published, and that it was."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import final

from seedc.database.connect import connect, transaction
from seedc.database.driver import Connection
from seedc.database.refused import RefusedError
from seedc.database.statements import ask
from seedc.database.words import LOCKED
from seedc.model.errors import WorldError
from seedc.model.release import Release

_BATCH = 500
_SETTINGS = {"extra_float_digits": "1", "idle_in_transaction_session_timeout": "0"}

_HEAD = """
SELECT id, versions FROM seedc.runs WHERE target = $1 AND outcome = 'done'
ORDER BY id DESC LIMIT 1"""
_STATES = "SELECT table_name, run, hash FROM seedc.state WHERE target = $1"
_PENDING = """
SELECT id, table_name FROM seedc.outbox WHERE target = $1 AND published_at IS NULL
ORDER BY id"""


@final
@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the ledger says of a target, and the rows that belong to it.

    Attributes:
        connection: Sees the rows of that moment.
        run: Number of the last run.
        versions: The version of each seed file.
        states: The run that wrote each table last, and the hash of what it wrote.
        pending: The changed tables that no cache was told of, by number in the outbox.
        seconds: How long keys of tables live, or None: forever.
    """

    connection: Connection
    run: int
    versions: Mapping[str, str]
    states: Mapping[str, tuple[int, str]]
    pending: Mapping[str, str]
    seconds: int | None


@contextmanager
def publisher(release: Release, url: str) -> Iterator[Connection]:
    """Be the only publisher of a target, in a transaction that is to tell the outbox.

    Raises:
        WorldError: There is no ledger, or another publisher is at work.
    """
    with connect(url) as connection:
        _demand_ledger(connection)
        with transaction(connection):
            _set(connection, lock_timeout=release.statement_timeout, **_SETTINGS)
            _lock(connection, release)
            yield connection


@contextmanager
def snapshot(release: Release, url: str) -> Iterator[Snapshot]:
    """Look at the ledger and the rows as they are at one moment, from now on.

    Raises:
        WorldError: The ledger has no run of the target.
    """
    # Not the connection that waited for the lock: that would see what was before.
    with connect(url) as connection:
        ask(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        _set(connection, statement_timeout=release.statement_timeout, **_SETTINGS)
        yield _look(connection, release)


def records(at: Snapshot, query: str) -> Iterator[dict[str, str]]:
    """Yield the records of a table, some at a time: JSON by key."""
    ask(at.connection, f"DECLARE seedc_records NO SCROLL CURSOR FOR {query}")
    while rows := ask(at.connection, f"FETCH {_BATCH} FROM seedc_records").rows:
        yield {str(key): str(json) for key, json in rows}
    ask(at.connection, "CLOSE seedc_records")


def tell_outbox(connection: Connection, pending: Mapping[str, str]) -> None:
    """Note that entries of the outbox were published."""
    numbers = f"{{{','.join(pending)}}}"
    ask(
        connection,
        "UPDATE seedc.outbox SET published_at = now()"
        " WHERE id = ANY ($1::bigint[]) AND published_at IS NULL",
        numbers,
    )


def _demand_ledger(connection: Connection) -> None:
    if ask(connection, "SELECT to_regclass('seedc.outbox')").rows[0][0] is None:
        message = "this database has no ledger of seedc"
        hint = "`seedc apply` makes it; or is it another database?"
        raise WorldError(message, hint=hint)


def _lock(connection: Connection, release: Release) -> None:
    lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0::bigint))::text"
    try:
        ask(connection, lock, f"seedc publish {release.target}")
    except RefusedError as error:
        if error.sqlstate != LOCKED:
            raise
        message = f"another `seedc publish` of `{release.target}` is still at work"
        raise WorldError(message, hint="wait for its end, and run this again") from None


def _set(connection: Connection, **settings: str) -> None:
    for name, value in settings.items():
        ask(connection, "SELECT set_config($1, $2, true)", name, value)


def _look(connection: Connection, release: Release) -> Snapshot:
    head = ask(connection, _HEAD, release.target).rows
    if not head:
        message = f"the ledger has no run of `{release.target}`"
        hint = "`seedc apply` comes first; or is it another database?"
        raise WorldError(message, hint=hint)
    states = ask(connection, _STATES, release.target).rows
    pending = ask(connection, _PENDING, release.target).rows
    return Snapshot(
        connection,
        int(head[0][0] or 0),
        json.loads(head[0][1] or "{}"),
        {str(table): (int(run or 0), str(sha)) for table, run, sha in states},
        {str(number): str(table) for number, table in pending},
        _seconds(connection, release.ttl),
    )


def _seconds(connection: Connection, ttl: str | None) -> int | None:
    if ttl is None:
        return None
    seconds = "SELECT greatest(1, ceil(extract(epoch FROM $1::interval)))::bigint"
    return int(ask(connection, seconds, ttl).rows[0][0] or 0)
