"""Publish: bring the cache of a project up to date with the ledger of its database.

It may end anywhere: the outbox is told last, and what it was not told is done again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.model.errors import WorldError
from seedc.model.publication import Published, Version
from seedc.model.release import Release
from seedc.publish.connect import Redis, client_module, connect
from seedc.publish.content import (
    CachedTable,
    cached_tables,
    stale,
    wanted_version,
    with_rows,
)
from seedc.publish.ledger import Snapshot, publisher, records, snapshot, tell_outbox
from seedc.publish.swap import (
    BehindError,
    Change,
    demand_newer,
    missing,
    present_version,
    staging,
    swap,
)
from seedc.publish.url import shown
from seedc.publish.words import AGAIN

Tell: TypeAlias = Callable[[str], None]


@final
@dataclass(frozen=True, slots=True)
class _Work:
    """What a publish is asked for: `publish` says what each part is."""

    release: Release
    tables: Mapping[str, CachedTable]
    refresh: bool
    where: str
    tell: Tell


@final
@dataclass(frozen=True, slots=True)
class _Found:
    """What the cache should hold, what it holds, and the tables to write."""

    wanted: Version
    present: Version | None
    stale: tuple[CachedTable, ...]


def demand_ready(release: Release, redis_url: str) -> None:
    """Refuse before an apply what could only fail after it; connects to nothing.

    Raises:
        UsageError: The URL is none, or a table cannot be cached.
        WorldError: The client of Redis is not installed.
    """
    shown(redis_url)
    cached_tables(release)
    client_module()


def publish(
    release: Release,
    database_url: str,
    redis_url: str,
    *,
    refresh: bool = False,
    tell: Tell = lambda _: None,
) -> Published:
    """Write to the cache what it does not have as the database does.

    Args:
        release: Says which tables belong there, and in which form.
        database_url: The database; its ledger says what changed.
        redis_url: The Redis.
        refresh: Whether to write everything.
        tell: Called with a line about what is waited for.

    Raises:
        UsageError: A URL is none, or a table cannot be cached.
        WorldError: The database or Redis failed; what was there is there still, and
            the next publish does all that this one did not do.
    """
    work = _Work(release, cached_tables(release), refresh, shown(redis_url), tell)
    with connect(redis_url) as redis, publisher(release, database_url) as outbox:
        done, pending = _caught_up(redis, work, database_url)
        tell_outbox(outbox, pending)
    return done


def publish_after_apply(
    release: Release, database_url: str, redis_url: str, tell: Tell = lambda _: None
) -> Published:
    """Publish what an apply has just committed.

    Raises:
        WorldError: It failed; the words say that the database is done.
    """
    try:
        return publish(release, database_url, redis_url, tell=tell)
    except WorldError as error:
        message = f"the database is done, but the cache is not: {error.message}"
        hints = dict.fromkeys(filter(None, [error.hint, AGAIN]))
        raise WorldError(message, hint="; ".join(hints)) from error


def _caught_up(
    redis: Redis, work: _Work, url: str
) -> tuple[Published, Mapping[str, str]]:
    """Return what was written, and what the outbox can be told of."""
    behind = None
    while True:
        with snapshot(work.release, url) as at:
            try:
                return _bring(redis, work, at), at.pending
            except BehindError:
                # A reader may have seen a run that ended after this look at the ledger.
                if at.run == behind:
                    raise
                behind = at.run


def _bring(redis: Redis, work: _Work, at: Snapshot) -> Published:
    found, namespace = _look(redis, work, at), work.release.namespace
    known = found.present.tables if found.present else {}
    removed = tuple(sorted(set(known) - set(work.tables)))
    if found.stale:
        names = ", ".join(table.name for table in found.stale)
        work.tell(f"writing to {work.where}: {names}")
    with staging(redis) as stage:
        staged = [
            stage.add(namespace, table.name, records(at, table.query))
            for table in found.stale
        ]
        rows = {each.table: each.rows for each in staged}
        kept = {name: table.rows for name, table in known.items()}
        version = with_rows(found.wanted, {**kept, **rows})
        if staged or version != found.present:
            swap(redis, Change(namespace, staged, removed, version, at.seconds))
    return Published(at.run, rows, removed)


def _look(redis: Redis, work: _Work, at: Snapshot) -> _Found:
    namespace, tables = work.release.namespace, work.tables
    wanted, present = wanted_version(tables, at), present_version(redis, namespace)
    demand_newer(wanted, present)
    known = present.tables if present else {}
    changed = set(tables) if work.refresh else stale(tables, at, wanted, known)
    # A table without records has no key that could be missing.
    filled = [name for name in tables if name not in changed and known[name].rows]
    changed |= missing(redis, namespace, filled)
    return _Found(wanted, present, tuple(t for n, t in tables.items() if n in changed))
