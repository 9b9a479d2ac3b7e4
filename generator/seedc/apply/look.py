"""Look at a live database: stage the rows, compare, and collect what was found.

Runs in an open transaction, and writes nothing but temporary tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.apply.found import (
    Found,
    Head,
    found_actions,
    found_head,
    found_impacts,
    found_refusals,
    found_same,
)
from seedc.database.driver import Connection
from seedc.database.statements import ask, copy_in, execute
from seedc.model.plan import Impact, Options, Refusal
from seedc.model.release import Release, ReleasedTable

HOLD = "hold the rows that go"
"""The step that locks them, by name."""

_INSERT_ALL = "INSERT INTO pg_temp.seedc_found VALUES ($1, 'insert', $2)"

# Views, rules, and triggers that change rows.
_UNLIKE = (
    "(relkind <> 'r' OR relhasrules OR EXISTS"
    " (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND NOT tgisinternal))"
)

_PART = 1 << 17  # bytes that the driver is given at once


@final
@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a database.

    Attributes:
        head: The ledger's last run.
        actions: What happens to rows, by table and action.
        impacts: The rows of others that are affected.
        refusals: What must not happen.
        direct: The tables that take their rows without a staging table.
    """

    head: Head
    actions: dict[tuple[str, str], Found]
    impacts: tuple[Impact, ...]
    refusals: tuple[Refusal, ...]
    direct: frozenset[str]


def look(
    connection: Connection, release: Release, options: Options, *, hold: bool = False
) -> Looked:
    """Find out what would change in a database, in a transaction that is settled.

    Args:
        connection: The database.
        release: What it is compared with.
        options: What the caller decides.
        hold: Whether to lock the rows that go, as they will.

    Raises:
        RefusedError: The database refuses a statement, or is not what the release is
            for.
    """
    if not options.allow and (head := found_same(connection, release)):
        return Looked(head, {}, (), (), frozenset())
    return compare(connection, release, options, hold=hold)


def compare(
    connection: Connection, release: Release, options: Options, *, hold: bool = False
) -> Looked:
    """Do as `look`, and stage and compare all rows in any case.

    What was found in each row is in `pg_temp.seedc_diff` then.

    Raises:
        RefusedError: As `look` does.
    """
    execute(connection, release.begin.encode(), "begin")
    for table in release.tables:
        execute(connection, table.prepare.encode(), f"prepare {table.name}")
    direct = frozenset() if options.with_rows else _direct(connection, release)
    for table in release.tables:
        if table.name in direct:
            ask(connection, _INSERT_ALL, table.name, str(table.count))
        else:
            stage(connection, table, table.stage)
    for table in release.tables:
        execute(connection, table.look.encode(), f"look at {table.name}")
    if hold and release.hold:
        execute(connection, release.hold.encode(), HOLD)
    execute(connection, release.judge.encode(), "judge")
    actions = found_actions(connection)
    return Looked(
        found_head(connection),
        {key: _marked(key, action, release) for key, action in actions.items()},
        found_impacts(connection),
        found_refusals(connection),
        direct,
    )


def stage(connection: Connection, table: ReleasedTable, into: str) -> int:
    """Send the rows of a table, and return how many arrived.

    Args:
        connection: Where to.
        table: The table.
        into: Quoted name of the table that takes them.
    """
    columns = ", ".join(table.quoted_columns)
    return copy_in(
        connection, f"COPY {into} ({columns}) FROM STDIN", _parts(table.rows)
    )


def _parts(rows: bytes) -> Iterator[memoryview]:
    whole = memoryview(rows)
    return (whole[at : at + _PART] for at in range(0, len(rows), _PART))


def settle(connection: Connection, release: Release, options: Options) -> None:
    """Set the limits of the open transaction, and what its statements ask for."""
    settings = {
        "lock_timeout": release.lock_timeout,
        "statement_timeout": release.statement_timeout,
        "idle_in_transaction_session_timeout": release.statement_timeout,
        "seedc.allow": ",".join(sorted(options.allow)),
        "seedc.actor": options.actor or "",
        "seedc.commit": release.history.commit or "",
        "seedc.digest": release.digest,
    }
    for name, value in settings.items():
        ask(connection, "SELECT set_config($1, $2, true)", name, value)


def _direct(connection: Connection, release: Release) -> frozenset[str]:
    """Return the tables that are empty and may take their rows at once."""
    empty = {t.name for t in release.tables if t.count and _is_empty(connection, t)}
    filled = {t.parent for t in release.tables if t.count and t.name not in empty}
    return frozenset(
        t.name
        for t in release.tables
        if t.name in empty and t.direct and t.name not in filled
    )


def _is_empty(connection: Connection, table: ReleasedTable) -> bool:
    """Say whether a table has no rows, and COPY does to it what INSERT does."""
    answer = ask(
        connection,
        f"SELECT EXISTS (SELECT FROM {table.full_name})"  # noqa: S608, quoted
        " OR EXISTS (SELECT FROM pg_temp.seedc_known WHERE table_name = $1)"
        f" OR EXISTS (SELECT FROM pg_class WHERE oid = $2::regclass AND {_UNLIKE})",
        table.name,
        table.full_name,
    )
    return answer.rows == (("f",),)


def _marked(key: tuple[str, str], found: Found, release: Release) -> Found:
    """Return an action; the same one for all rows of a table, however it was found."""
    table, action = key
    count = next(t.count for t in release.tables if t.name == table)
    whole = action == "insert" and found.rows == count
    return Found(found.rows, "all") if whole else found
