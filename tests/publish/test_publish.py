"""The cache is brought to what the database says, and only where it has to be."""

import json
from decimal import Decimal

import pytest

from seedc.model.errors import UsageError, WorldError
from seedc.publish.run import demand_ready, publish
from tests.publish.game import (
    RUN,
    SOURCES,
    TEXT,
    Game,
    full,
    runs_in,
    version_in,
)
from tests.support.projects import schema, seed
from tests.support.redis import RedisServer

pytestmark = pytest.mark.postgres


def test_the_first_publish_writes_all(game: Game, redis: RedisServer) -> None:
    """Each public table has its key with its TTL; the version tells all of it."""
    run = game.apply()
    done = publish(game.release, game.database, redis.url)

    assert dict(done.tables) == {"empty": 0, "enemies": 60, "items": 700}
    assert (run, 760, (), 0) == (done.run, done.rows, done.removed, game.pending())
    with redis.client() as client:
        assert full(client)
        assert {run} == runs_in(client)
        record = json.loads(client.hget("game:items", "i7"), parse_float=str)
        assert {"id": "i7", "run": run, "price": "1.10"} == record
        assert 3600 < client.ttl("game:items") <= 7200
        assert client.ttl("game:version") == -1
        version = version_in(client)
        assert run == version["run"]
        tables = version["tables"]
        assert isinstance(tables, dict)
        assert sorted(tables) == ["empty", "enemies", "items"]
        assert tables["items"]["versions"] == {"items.json": "1.4.0"}
        assert (run, 700) == (tables["items"]["run"], tables["items"]["rows"])


def test_only_what_changed_is_written(game: Game, redis: RedisServer) -> None:
    """Keys of other tables are not touched; a list changes the table it belongs to."""
    first = game.apply()
    publish(game.release, game.database, redis.url)
    with redis.client() as client:
        for table in ("items", "enemies"):
            client.hset(f"game:{table}", "mark", '{"run": 0}')
        second = game.apply("enemies_drops")
        done = publish(game.release, game.database, redis.url)

        assert dict(done.tables) == {"enemies": 60}
        assert client.hexists("game:items", "mark")
        assert not client.hexists("game:enemies", "mark")
        assert {first, second} == runs_in(client, "enemies")
        assert second == version_in(client)["run"]

        assert dict(publish(game.release, game.database, redis.url).tables) == {}
        game.apply("odds")
        assert dict(publish(game.release, game.database, redis.url).tables) == {}
        assert game.pending() == 0
        assert client.hexists("game:items", "mark")


def test_refresh_writes_everything(game: Game, redis: RedisServer) -> None:
    """What the outbox does not know of is renewed, and so is the TTL."""
    game.apply()
    publish(game.release, game.database, redis.url)
    game.ask("UPDATE items SET price = 2.50 WHERE id = 'i3'")
    with redis.client() as client:
        client.expire("game:items", 1000)
        publish(game.release, game.database, redis.url)
        assert client.ttl("game:items") <= 1000

        done = publish(game.release, game.database, redis.url, refresh=True)
        assert done.rows == 760
        assert client.ttl("game:items") > 3600
        found = json.loads(client.hget("game:items", "i3"), parse_float=Decimal)
        assert str(found["price"]) == "2.50"


def test_what_redis_lost_is_written_again(game: Game, redis: RedisServer) -> None:
    """A key that expired, and a Redis that lost all, are no matter of the outbox."""
    game.apply()
    publish(game.release, game.database, redis.url)
    with redis.client() as client:
        client.delete("game:items")
        assert dict(publish(game.release, game.database, redis.url).tables) == {
            "items": 700
        }
        client.flushall()
        assert publish(game.release, game.database, redis.url).rows == 760
        assert full(client)


def test_what_becomes_secret_leaves_the_cache(game: Game, redis: RedisServer) -> None:
    """A column or table that clients may not see any more goes, without any new run."""
    game.apply()
    publish(game.release, game.database, redis.url)
    server = schema({"run": RUN, "price": {**TEXT}}, x_table={"visibility": "server"})
    shut = game.released(
        {
            "schemas/enemies.schema.json": server,
            "seeds/enemies.json": seed(),
            "schemas/items.schema.json": schema({"run": RUN, "secret": TEXT}),
            "seeds/items.json": seed({"id": "i0", "run": 0, "secret": "s"}),
        }
    )
    done = publish(shut.release, game.database, redis.url)

    assert (done.removed, dict(done.tables)) == (("enemies",), {"items": 700})
    with redis.client() as client:
        assert {"game:items", "game:version"} == set(client.keys("*"))
        assert [*json.loads(client.hget("game:items", "i1"))] == ["id", "run", "secret"]


def test_keys_may_hold_anything(game: Game, redis: RedisServer) -> None:
    """Ids are data: no byte of them means anything to Redis or Postgres."""
    odd = ["", " ", "*", "\r\nDEL game:items\r\n", "é🐉", "{a}", '["a",1]', "'); --"]
    for n, key in enumerate(odd):
        quoted = key.replace("'", "''")
        game.ask(f"INSERT INTO empty VALUES ('{quoted}', {n})")  # noqa: S608, quoted
    game.apply()
    publish(game.release, game.database, redis.url)

    with redis.client() as client:
        found = {k: json.loads(v) for k, v in client.hgetall("game:empty").items()}
    assert {key: {"id": key, "run": n} for n, key in enumerate(odd)} == found


def test_no_older_run_replaces_a_newer_one(game: Game, redis: RedisServer) -> None:
    """A database that was set back, or another one, is refused; the hint helps."""
    old, new = game.apply(), game.apply()
    publish(game.release, game.database, redis.url)
    game.ask(f"DELETE FROM seedc.outbox WHERE run = {new}")  # noqa: S608, ours
    game.ask(f"UPDATE seedc.state SET run = {old}")  # noqa: S608, ours
    game.ask(f"DELETE FROM seedc.runs WHERE id = {new}")  # noqa: S608, ours
    game.ask("UPDATE items SET run = 0")
    for refresh in (False, True):
        with pytest.raises(WorldError, match=f"follows run {new}") as caught:
            publish(game.release, game.database, redis.url, refresh=refresh)
        assert "delete the version key" in str(caught.value.hint)

    with redis.client() as client:
        assert {new} == runs_in(client)
        client.delete("game:version")
        publish(game.release, game.database, redis.url)
        assert old == version_in(client)["run"]


def test_a_foreign_version_stays(game: Game, redis: RedisServer) -> None:
    """A key that somebody else uses is not overwritten."""
    game.apply()
    with redis.client() as client:
        for foreign in ("1.2.3", '{"run": 1}', '["run"]'):
            client.set("game:version", foreign)
            with pytest.raises(WorldError, match="something else than a version"):
                publish(game.release, game.database, redis.url)
            assert foreign == client.get("game:version")
        client.delete("game:version")
        client.rpush("game:version", "1")
        with pytest.raises(WorldError, match="something else than a version"):
            publish(game.release, game.database, redis.url)


def test_without_a_ledger_or_a_run(game: Game, redis: RedisServer) -> None:
    """Both are told apart, and nothing is written."""
    with pytest.raises(WorldError, match="has no run of `roguelike`"):
        publish(game.release, game.database, redis.url)
    game.ask("DROP SCHEMA seedc CASCADE")
    with pytest.raises(WorldError, match="has no ledger of seedc"):
        publish(game.release, game.database, redis.url)
    with redis.client() as client:
        assert client.keys("*") == []


def test_a_table_named_like_the_version(game: Game) -> None:
    """It is refused before anything happens."""
    named = game.released(
        {
            "schemas/empty.schema.json": schema(
                {"run": RUN}, x_table={"name": "version"}
            ),
            "seeds/empty.json": SOURCES["seeds/empty.json"],
        }
    )
    with pytest.raises(UsageError, match="key of the cache's version"):
        demand_ready(named.release, "redis://localhost")
