"""The reader: cache-aside that never puts an older version over a newer one.

A table is in the cache as a whole or not at all; so what is not in a table that is
there does not exist, and asking for it does not reach the database.
"""

import time
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, final

from seedc.cache.records import Load, Loaded, Record, read_record, record_key
from seedc.cache.refill import refill
from seedc.text.cache_keys import table_key

if TYPE_CHECKING:
    from redis import Redis

_TRIES = 3
_PAUSE = 0.02


@final
class Cache:
    """The cached tables of one project. Threads may share it."""

    def __init__(
        self,
        redis: "Redis",
        namespace: str,
        load: Load,
        *,
        ttl: int | None = 86_400,
        exact: bool = False,
    ) -> None:
        """Connect nothing yet.

        Args:
            redis: The client of redis-py; both kinds of `decode_responses` will do.
            namespace: The project's, from `seedc.toml`.
            load: Called on a miss, by one thread of one process at a time as a rule.
            ttl: Seconds that a table lives which the reader put there, as `[cache]`
                in `seedc.toml` says for those of `seedc publish`; None: forever.
            exact: Whether numbers with a fraction are Decimal, and not float.
        """
        self._redis = redis
        self._namespace = namespace
        self._load = load
        self._ttl = ttl
        self._exact = exact

    def get(self, table: str, *key: object) -> Record | None:
        """Return the record with a key, or None if there is none.

        Args:
            table: The table.
            key: Its primary key's values, in that order.
        """
        field = record_key(*key)
        with self._redis.pipeline() as pipe:  # one moment: no swap in between
            pipe.hget(table_key(self._namespace, table), field)
            pipe.exists(table_key(self._namespace, table))
            text, is_there = pipe.execute()
        if not is_there:
            text = self._refilled(table).get(field)
        return None if text is None else read_record(text, exact=self._exact)

    def table(self, table: str) -> dict[str, Record]:
        """Return all records of a table, by the text of their keys."""
        found = self._cached(table) or self._refilled(table)
        return {k: read_record(v, exact=self._exact) for k, v in found.items()}

    def _cached(self, table: str) -> dict[str, str]:
        """Return the records in the cache; none: the table is not there."""
        found = self._redis.hgetall(table_key(self._namespace, table))
        return {_text(key): _text(value) for key, value in found.items()}

    def _refilled(self, table: str) -> Mapping[str, str]:
        lease = _Lease(self._redis, table_key(self._namespace, table))
        try:
            if not lease.taken():
                self._wait(table, lease)
            return self._cached(table) or self._loaded(table).records
        finally:
            lease.give_back()

    def _wait(self, table: str, lease: "_Lease") -> None:
        """Wait while another one loads the table, but not for long."""
        end = time.monotonic() + lease.SECONDS
        while time.monotonic() < end and not self._cached(table) and not lease.taken():
            time.sleep(_PAUSE)

    def _loaded(self, table: str) -> Loaded:
        loaded = self._load(table)
        for _ in range(_TRIES):
            if refill(self._redis, self._namespace, table, loaded, self._ttl):
                break
            # The cache follows a newer run than this: so does a new look.
            loaded = self._load(table)
        return loaded


@final
class _Lease:
    """The right to load a table, which one thread of one process has at a time."""

    SECONDS = 5

    def __init__(self, redis: "Redis", key: str) -> None:
        self._redis = redis
        self._key = f"{key}:refill"
        self._token = uuid.uuid4().hex

    def taken(self) -> bool:
        """Take it if nobody has it; say whether that was so."""
        taken = self._redis.set(self._key, self._token, nx=True, ex=self.SECONDS)
        return bool(taken)

    def give_back(self) -> None:
        """Let others have it, if we have it still."""
        if _text(self._redis.get(self._key) or "") == self._token:
            self._redis.delete(self._key)


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value
