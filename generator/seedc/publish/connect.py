"""The connection to Redis; the client is loaded when it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

from seedc.model.errors import UsageError, WorldError
from seedc.publish.url import shown
from seedc.publish.words import in_words

if TYPE_CHECKING:
    import redis

Redis: TypeAlias = "redis.Redis"

_CONNECT_SECONDS, _ANSWER_SECONDS = 10, 60


@contextmanager
def connect(url: str) -> Iterator[Redis]:
    """Connect to a Redis; whatever it refuses leaves this block in words.

    Raises:
        UsageError: It is no such URL.
        WorldError: It is not there, or refuses something, or the client is missing.
    """
    where, module = shown(url), client_module()
    client = _client(module, url)
    try:
        client.ping()
        yield client
    except module.RedisError as error:
        raise in_words(error, where) from error
    finally:
        client.close()


def client_module() -> ModuleType:
    """Return redis-py.

    Raises:
        WorldError: It is not installed.
    """
    try:
        import redis  # noqa: PLC0415, slow, and may be missing
    except ImportError as error:
        message = f"the client of Redis is not installed: {error}"
        raise WorldError(message, hint="pip install 'seedc[redis]'") from error
    return redis


def _client(module: ModuleType, url: str) -> Redis:
    # What fails is not tried again: an EXEC whose answer was lost may have been done.
    once = module.retry.Retry(module.backoff.NoBackoff(), 0)
    try:
        client: Redis = module.Redis.from_url(
            url,
            retry=once,
            socket_connect_timeout=_CONNECT_SECONDS,
            socket_timeout=_ANSWER_SECONDS,
        )
        client.connection_pool.make_connection()  # looks at the parameters
    except (TypeError, ValueError):
        hint = "allowed are the parameters of redis-py, such as `ssl_ca_certs`"
        message = "a parameter in the URL of the Redis has no meaning"
        raise UsageError(message, hint=hint) from None
    return client
