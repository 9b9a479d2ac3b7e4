"""What Redis refuses is told in words, with what to do, and without a secret."""

from collections.abc import Iterator

import pytest

from seedc.model.errors import UsageError, WorldError
from seedc.publish.connect import connect
from seedc.publish.url import shown
from tests.support.redis import RedisServer, throw_away_redis

PASSWORD = "hunter2!"  # noqa: S105, made up


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("redis://localhost", "redis://localhost"),
        (f"redis://:{PASSWORD}@cache.example:6380/2", "redis://cache.example:6380/2"),
        (f"rediss://me:{PASSWORD}@[::1]/?ssl_ca_certs=x", "rediss://[::1]/"),
        (f"unix://me:{PASSWORD}@/run/redis.sock?db=3", "unix:///run/redis.sock"),
    ],
)
def test_a_url_is_shown_without_its_secrets(url: str, safe: str) -> None:
    """People see where a Redis is, and nothing else of its URL."""
    assert shown(url) == safe


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:6379",
        "http://localhost",
        "redis://",
        "redis:///0",
        f"redis://{PASSWORD}@",
        f"redis://:pa/ss{PASSWORD}@localhost",
        f"redis://:pa#{PASSWORD}@localhost",
        f"redis://:pa@ss{PASSWORD}@localhost",
        f"redis://localhost:{PASSWORD}",
        f"redis://localhost/{PASSWORD}",
        f"redis://localhost\n{PASSWORD}",
        "unix://",
        f"unix:///run/{PASSWORD}@redis.sock",
    ],
)
def test_what_is_no_url_is_not_quoted(url: str) -> None:
    """A part of a password may stand anywhere in what was mistyped."""
    with pytest.raises(UsageError) as caught, connect(url):
        pass
    assert PASSWORD not in f"{caught.value.message}{caught.value.hint}"


def test_an_unknown_parameter() -> None:
    """It is a mistake of who wrote the URL."""
    with (
        pytest.raises(UsageError, match="a parameter in the URL"),
        connect("redis://localhost?timeout=1"),
    ):
        pass


@pytest.fixture
def locked() -> Iterator[RedisServer]:
    """Give a server that wants a password."""
    with throw_away_redis() as server:
        with server.client() as client:
            client.acl_setuser(
                "reader", enabled=True, passwords=["+pw"], keys="*", commands=["+ping"]
            )
            client.config_set("requirepass", PASSWORD)
        yield server


def test_wrong_passwords(locked: RedisServer) -> None:
    """None, a wrong one, and a user who may too little are told apart."""
    begin = locked.url.removeprefix("unix://")
    for user, words in (
        ("", "refuses the user or the password"),
        (":wrong@", "refuses the user or the password"),
        ("reader:pw@", "does not allow the user to do this"),
    ):
        with pytest.raises(WorldError) as caught:
            try_to_write(f"unix://{user}{begin}")
        assert words in caught.value.message
        assert "wrong" not in caught.value.message


def test_a_server_that_takes_nothing(own_redis: RedisServer) -> None:
    """A replica, a full memory and a dead server have their own words."""
    with own_redis.client() as client:
        client.config_set("maxmemory", 1)
    with pytest.raises(WorldError, match="has no memory left"):
        try_to_write(own_redis.url)
    with own_redis.client() as client:
        client.config_set("maxmemory", 0)
        client.replicaof("127.0.0.1", "1")
    with pytest.raises(WorldError, match="is a replica"):
        try_to_write(own_redis.url)
    own_redis.kill()
    with pytest.raises(WorldError, match="cannot be reached") as caught:
        try_to_write(own_redis.url)
    assert caught.value.hint is not None


def test_a_server_that_does_not_answer(own_redis: RedisServer) -> None:
    """It is not waited for without end."""
    own_redis.freeze()
    with pytest.raises(WorldError, match="does not answer"):
        try_to_write(f"{own_redis.url}&socket_timeout=0.2")


def try_to_write(url: str) -> None:
    """Write as a publisher writes."""
    with connect(url) as client, client.pipeline() as pipe:
        pipe.hset("game:items", "a", '{"id": "a"}')
        pipe.set("game:version", "{}")
        pipe.execute()
