"""Say what an apply would change in a database, and change nothing."""

import hashlib
import json
from collections.abc import Iterator
from typing import cast, get_args

from seedc.apply.found import found_rows
from seedc.apply.look import Looked, look, settle
from seedc.database.connect import connect, undone
from seedc.database.driver import Connection
from seedc.database.url import shown
from seedc.model.plan import Action, Options, Plan, Refusal, TablePlan
from seedc.model.release import Release, ReleasedTable

_SHORT = 12  # characters of a commit that people look at


def plan(release: Release, url: str, options: Options) -> Plan:
    """Return what an apply would change.

    Args:
        release: What it would bring to the database.
        url: The database.
        options: What the caller decides.

    Raises:
        RefusedError: The database cannot be reached, or is not what the release is
            for.
    """
    with connect(url) as connection, undone(connection):
        settle(connection, release, options)
        looked = look(connection, release, options)
        return planned(connection, release, shown(url), looked, options)


def planned(
    connection: Connection,
    release: Release,
    database: str,
    looked: Looked,
    options: Options,
) -> Plan:
    """Return the plan of what was found.

    Args:
        connection: Where it was found, in the same transaction.
        release: What was compared.
        database: The database, for people.
        looked: What was found.
        options: What the caller decides.
    """
    now = looked.head.versions
    mark = fingerprint(release, looked)
    return Plan(
        target=release.target,
        database=database,
        head=looked.head.run,
        versions={
            file: (now.get(file), release.versions.get(file))
            for file in sorted({*now, *release.versions})
        },
        digest=(looked.head.digest, release.digest),
        tables=tuple(_tables(connection, release, looked, options)),
        unchanged=sum(_unchanged(table, looked) for table in release.tables),
        impacts=looked.impacts,
        refusals=(
            *_unexpected(mark, options),
            *_forked(release, looked, options),
            *looked.refusals,
        ),
        fingerprint=mark,
        allowed=tuple(sorted(options.allow)),
    )


def fingerprint(release: Release, looked: Looked) -> str:
    """Return what stands for a plan: with other rows or another last run it differs."""
    told = [
        release.target,
        release.digest,
        looked.head.run,
        sorted((*key, found.rows, found.mark) for key, found in looked.actions.items()),
        [(i.table, i.action, i.constraint, i.rule, i.rows) for i in looked.impacts],
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _tables(
    connection: Connection, release: Release, looked: Looked, options: Options
) -> Iterator[TablePlan]:
    for table in release.tables:
        counts = {
            cast("Action", action): looked.actions[table.name, action].rows
            for action in get_args(Action)
            if (table.name, action) in looked.actions
        }
        if counts:
            rows = (
                found_rows(connection, table.details, table.owned)
                if options.with_rows
                else None
            )
            yield TablePlan(table.name, counts, _unchanged(table, looked), rows)


def _unchanged(table: ReleasedTable, looked: Looked) -> int:
    touched = (
        looked.actions.get((table.name, action))
        for action in ("insert", "update", "unknown")
    )
    return table.count - sum(found.rows for found in touched if found)


def _unexpected(mark: str, options: Options) -> Iterator[Refusal]:
    if options.expected not in (None, mark):
        message = "the database or the files are no longer what was planned"
        yield Refusal("plan-changed", None, message)


def _forked(release: Release, looked: Looked, options: Options) -> Iterator[Refusal]:
    """Yield that the sources do not follow the ones that were applied last."""
    last, own = looked.head.commit, release.history.commit
    if last is None or own is None or "fork" in options.allow:
        return
    known = {*release.history.ancestors, own, own.removesuffix("-dirty")}
    if last.removesuffix("-dirty") in known:
        return
    known_to_fork = bool(release.history.ancestors)
    said = "does not descend" if known_to_fork else "is not known to descend"
    message = f"commit {_short(own)} {said} from {_short(last)}, which was applied last"
    if not known_to_fork:
        message += ": this clone lacks its history, so fetch all of it"
    yield Refusal("forked-history", None, message, allow="fork")


def _short(commit: str) -> str:
    return commit[:_SHORT]
