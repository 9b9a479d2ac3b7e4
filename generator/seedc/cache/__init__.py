"""Reads the seeded tables from the cache, and refills it from the database on a miss.

    from seedc.cache import Cache, Loaded

    game = Cache(redis.Redis(), "game", load)
    game.get("enemies", "goblin")["hp"]

docs/cache.md has the whole example, and what the keys hold.
"""

from seedc.cache.reader import Cache
from seedc.cache.records import Load, Loaded, Record, record_key

__all__ = ["Cache", "Load", "Loaded", "Record", "record_key"]
