"""Put a loaded table into the cache, unless that is ahead of it.

The tables of a cache are all of one run. One that is loaded from a later run empties
the cache of the others, which are loaded when they are asked for.
"""

import json
from typing import TYPE_CHECKING, TypeAlias, TypedDict, cast

from seedc.cache.records import Loaded
from seedc.text.cache_keys import table_key, version_key

if TYPE_CHECKING:
    from redis import Redis
    from redis.client import Pipeline

_BATCH = 500


class Version(TypedDict):
    """What the version says, as far as it matters here."""

    run: int
    tables: dict[str, object]


_NONE: Version = {"run": -1, "tables": {}}
_Answer: TypeAlias = "str | bytes | None"


def refill(
    redis: "Redis", namespace: str, table: str, loaded: Loaded, ttl: int | None
) -> bool:
    """Put a table into the cache; return whether the cache is not ahead of it.

    Raises:
        ValueError: Something else has the key of the version.
    """
    key = table_key(namespace, table)
    is_ahead = False

    def attempt(pipe: "Pipeline") -> None:
        nonlocal is_ahead
        version = _read(pipe.get(version_key(namespace)))
        is_ahead = version["run"] > loaded.run
        is_there = bool(pipe.exists(key))
        pipe.multi()
        if not is_ahead and (version["run"] < loaded.run or not is_there):
            _follow(pipe, namespace, table, loaded.run, version)
            _fill(pipe, key, loaded, ttl)

    # Both keys are watched: if one changes before the end, it is tried again.
    redis.transaction(attempt, version_key(namespace), key)
    return not is_ahead


def _read(text: _Answer) -> Version:
    if text is None:
        return _NONE
    version = json.loads(text)
    if not isinstance(version, dict) or not _NONE.keys() <= version.keys():
        message = "the key of the version in Redis holds something else"
        raise ValueError(message)
    return cast("Version", version)


def _follow(
    pipe: "Pipeline", namespace: str, table: str, run: int, version: Version
) -> None:
    """Have the version name the table, and a later run in which no other is known."""
    follows: Version = version if version["run"] == run else {"run": run, "tables": {}}
    gone = sorted(version["tables"].keys() - follows["tables"].keys())
    if gone:
        pipe.unlink(*(table_key(namespace, each) for each in gone))
    if table not in follows["tables"]:
        tables = {**follows["tables"], table: {"run": run}}
        text = json.dumps({**follows, "tables": tables}, ensure_ascii=False)
        pipe.set(version_key(namespace), text)


def _fill(pipe: "Pipeline", key: str, loaded: Loaded, ttl: int | None) -> None:
    pairs = [*loaded.records.items()]
    for first in range(0, len(pairs), _BATCH):
        some = pairs[first : first + _BATCH]
        pipe.hset(key, items=[part for pair in some for part in pair])
    if pairs and ttl is not None:
        pipe.expire(key, ttl)
