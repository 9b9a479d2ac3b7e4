"""A Redis for the reader."""

from tests.support.redis import redis, redis_server

__all__ = ["redis", "redis_server"]
