"""Redis's side: records wait under keys of their own, until all are swapped at once."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, final

from seedc.model.errors import WorldError
from seedc.model.publication import Version
from seedc.publish.connect import Redis, client_module
from seedc.publish.version import read_version, version_text
from seedc.text.cache_keys import table_key, version_key

if TYPE_CHECKING:
    from redis.client import Pipeline

_WAIT_SECONDS = 3600
_ATTEMPTS = 10


@final
class BehindError(WorldError):
    """The cache follows a later run than the one that is to be published."""


@final
@dataclass(frozen=True, slots=True)
class Staged:
    """The records of a table that wait to be seen.

    Attributes:
        table: The table.
        key: Where they wait; a key that does not exist if there are none.
        rows: How many they are.
    """

    table: str
    key: str
    rows: int


@final
@dataclass(frozen=True, slots=True)
class Change:
    """What a swap does.

    Attributes:
        namespace: Prefix of the keys.
        staged: The tables that get new records.
        removed: The tables that leave the cache.
        version: What it holds then.
        seconds: How long the records live, or None: forever.
    """

    namespace: str
    staged: Sequence[Staged]
    removed: Sequence[str]
    version: Version
    seconds: int | None


def present_version(redis: Redis, namespace: str) -> Version | None:
    """Return what the cache holds; None if it has no version.

    Raises:
        WorldError: Something else has the key of the version.
    """
    key = version_key(namespace)
    try:
        text = redis.get(key)
        return None if text is None else read_version(text)
    except (client_module().ResponseError, ValueError) as error:
        if not isinstance(error, ValueError) and "WRONGTYPE" not in str(error):
            raise
        message = f"the key `{key}` in Redis holds something else than a version"
        hint = "delete it, or give the project another `namespace` in seedc.toml"
        raise WorldError(message, hint=hint) from None


def missing(redis: Redis, namespace: str, tables: Sequence[str]) -> set[str]:
    """Return the tables whose keys expired, or were evicted or deleted."""
    if not tables:
        return set()
    with redis.pipeline(transaction=False) as pipe:
        for table in tables:
            pipe.exists(table_key(namespace, table))
        found = pipe.execute()
    return {
        table for table, is_there in zip(tables, found, strict=True) if not is_there
    }


@contextmanager
def staging(redis: Redis) -> Iterator["Staging"]:
    """Give a place for records to wait, and leave nothing in it."""
    stage = Staging(redis)
    try:
        yield stage
    except BaseException:
        with suppress(client_module().RedisError):  # else they expire
            stage.clear()
        raise


@final
class Staging:
    """Where records wait: keys of its own, which expire if we are killed."""

    def __init__(self, redis: Redis) -> None:
        """Begin with none."""
        self._redis = redis
        self._name = uuid.uuid4().hex
        self._keys: list[str] = []

    def add(
        self, namespace: str, table: str, records: Iterable[Mapping[str, str]]
    ) -> Staged:
        """Write the records of a table."""
        key = f"{table_key(namespace, table)}:{self._name}"
        self._keys.append(key)
        rows = 0
        for some in records:
            with self._redis.pipeline() as pipe:  # no key without its TTL
                pipe.hset(key, items=[part for pair in some.items() for part in pair])
                pipe.expire(key, _WAIT_SECONDS)
                pipe.execute()
            rows += len(some)
        return Staged(table, key, rows)

    def clear(self) -> None:
        """Delete what waits."""
        if self._keys:
            self._redis.unlink(*self._keys)


def swap(redis: Redis, change: Change) -> None:
    """Let all records that wait be seen at once, unless a newer run was there before.

    Raises:
        BehindError: There was.
        WorldError: Records were lost while they waited.
    """
    watched = [version_key(change.namespace), *(s.key for s in change.staged if s.rows)]
    for _ in range(_ATTEMPTS):
        with redis.pipeline() as pipe, suppress(client_module().WatchError):
            pipe.watch(*watched)  # type: ignore[no-untyped-call]  # of redis-py
            demand_newer(change.version, present_version(pipe, change.namespace))
            _demand_all(pipe, change.staged)
            pipe.multi()
            _write(pipe, change)
            pipe.execute()
            return
    message = "others keep on changing the cache, so that nothing could be swapped"
    raise WorldError(message, hint="run `seedc publish` again")


def demand_newer(ours: Version, present: Version | None) -> None:
    """Never let an older run replace a newer one.

    Raises:
        BehindError: It would.
    """
    if present is None or present.run <= ours.run:
        return
    message = (
        f"the cache follows run {present.run}, and the last run of this ledger is"
        f" {ours.run}"
    )
    hint = (
        "is it another database? if this one was restored from a backup, delete the"
        " version key (docs/cache.md), and run `seedc publish` again"
    )
    raise BehindError(message, hint=hint)


def _demand_all(pipe: "Pipeline", staged: Sequence[Staged]) -> None:
    # A RENAME that fails would not keep the rest of its transaction from happening.
    for each in staged:
        if each.rows and pipe.hlen(each.key) != each.rows:
            message = f"records of `{each.table}` were lost in Redis while they waited"
            hint = "has it enough memory? then run `seedc publish` again"
            raise WorldError(message, hint=hint)


def _write(pipe: "Pipeline", change: Change) -> None:
    gone = [*change.removed, *(each.table for each in change.staged)]
    if gone:
        # What RENAME replaces is freed at once, which takes long; UNLINK does it aside.
        pipe.unlink(*(table_key(change.namespace, table) for table in gone))
    for each in change.staged:
        if not each.rows:
            continue
        key = table_key(change.namespace, each.table)
        pipe.rename(each.key, key)
        if change.seconds is None:
            pipe.persist(key)
        else:
            pipe.expire(key, change.seconds)
    pipe.set(version_key(change.namespace), version_text(change.version))
