"""What docs/cache.md shows works as it stands there."""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from psycopg.conninfo import make_conninfo
from redis import Redis

from seedc.cache import Cache, Loaded
from seedc.publish.run import publish
from seedc.sandbox.server import Server
from tests.publish.game import Game, full, new_game
from tests.support.command import ROOT
from tests.support.postgres import fresh_database
from tests.support.redis import RedisServer, throw_away_redis

pytestmark = pytest.mark.postgres

PAGE = (ROOT / "docs/cache.md").read_text("utf-8")


@pytest.fixture
def game(embedded_server: Server, tmp_path: Path) -> Iterator[Game]:
    """Give a game with the items that the page has."""
    with fresh_database(embedded_server) as conninfo:
        game = new_game(conninfo, tmp_path / "game")
        game.ask("UPDATE items SET id = 'sword' WHERE id = 'i0'")
        yield game


def test_the_reader(
    game: Game, redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The example reads what `seedc publish` wrote, and refills what is missing."""
    game.apply()
    publish(game.release, game.database, redis.url)
    monkeypatch.setenv("DATABASE_URL", game.database)
    monkeypatch.setenv("REDIS_URL", redis.url)
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(code, "docs/cache.md", "exec"), names)  # noqa: S102, our own page
    cache = cast("Cache", names["game"])

    told = cache.get("items", "sword")
    assert told is not None
    assert told["price"] == 1.1
    with redis.client() as client:
        client.delete("game:items")
        assert cache.get("items", "sword") == {"id": "sword", "price": 1.1}
        assert client.hlen("game:items") == 700
        assert 0 < client.ttl("game:items") <= 86_400


def test_the_rights_in_postgres(game: Game, redis: RedisServer) -> None:
    """A role with the rights that are listed can publish."""
    game.apply()
    (grants,) = re.findall(r"^```sql\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    role = f"seedc_publish_{uuid.uuid4().hex}"
    game.ask(f"CREATE ROLE {role} LOGIN")
    try:
        for grant in grants.replace("seedc_publish", role).split(";\n")[:-1]:
            game.ask(grant)
        as_role = make_conninfo(game.database, user=role)
        assert publish(game.release, as_role, redis.url).rows == 760
        assert game.pending() == 0
    finally:
        game.ask(f"DROP OWNED BY {role}")
        game.ask(f"DROP ROLE {role}")


def test_the_rights_in_redis(game: Game) -> None:
    """Users with the rights that are listed can publish, and read and refill."""
    game.apply()
    users = re.findall(r"^ACL SETUSER (\w+) (.*)$", PAGE, re.MULTILINE)
    assert [name for name, _ in users] == ["publisher", "reader"]
    with throw_away_redis() as server, server.client() as client:
        for name, rights in users:
            client.execute_command("ACL", "SETUSER", name, *rights.split())
        publisher, reader = (server.url_of(name, "SECRET") for name, _ in users)
        publish(game.release, game.database, publisher)
        publish(game.release, game.database, publisher, refresh=True)
        assert full(client)

        client.delete("game:items")
        loaded = Loaded(1, {"sword": "{}"})
        with Redis.from_url(reader) as own:
            cache = Cache(own, "game", lambda _: loaded)
            assert cache.get("items", "sword") == {}
            assert Cache(own, "game", lambda _: Loaded(2, loaded.records)).table("x")
        assert set(client.keys("*")) == {"game:version", "game:x"}
