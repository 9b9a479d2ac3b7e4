"""Whoever reads sees all of one run, whatever happens to those who write."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from seedc.cache.records import Loaded
from seedc.cache.refill import refill
from seedc.model.errors import WorldError
from seedc.model.publication import Published
from seedc.publish.ledger import publisher
from seedc.publish.run import publish, publish_after_apply
from tests.publish.game import Game, full, runs_in, version_in
from tests.support.command import ROOT, environment
from tests.support.redis import RedisServer

pytestmark = pytest.mark.postgres

HASTY = '\n[deploy]\nstatement_timeout = "200ms"\n'


def test_killed_publish(game: Game, redis: RedisServer) -> None:
    """A publish killed at any moment leaves the old cache or the new one.

    The next one brings what is missing; what waited to be seen expires.
    """
    script = [sys.executable, "-m", "tests.publish.killed_publishes"]
    subprocess.run(
        [*script, game.database, redis.url, str(game.root)],
        cwd=ROOT,
        env=environment(),
        check=True,
    )


def test_readers_see_one_run(game: Game, redis: RedisServer) -> None:
    """All records of all tables that are read in one moment are of one run."""
    game.apply()
    publish(game.release, game.database, redis.url)
    seen: list[set[int]] = []
    done, last = threading.Event(), 0

    def read() -> None:
        with redis.client() as client:
            while not done.is_set():
                seen.append(runs_in(client, "enemies", "items"))

    with ThreadPoolExecutor() as pool:
        readers = [pool.submit(read) for _ in range(3)]
        try:
            for _ in range(8):
                game.apply()
                last = publish(game.release, game.database, redis.url).run
        finally:
            done.set()
        for each in readers:
            each.result()
    assert all(len(runs) == 1 for runs in seen)
    assert len({max(runs) for runs in seen}) > 2
    with redis.client() as client:
        assert runs_in(client) == {last}


def test_publishers_at_once(game: Game, redis: RedisServer) -> None:
    """They wait for each other, none writes older records, and nothing is lost."""
    game.apply()

    def work(_: int) -> Published:
        game.apply()
        return publish(game.release, game.database, redis.url)

    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(work, range(6)))
    last = int(game.ask("SELECT max(id) FROM seedc.runs") or 0)
    with redis.client() as client:
        assert full(client)
        assert runs_in(client) == {last}
        assert version_in(client)["run"] == last
    assert (max(each.run for each in done), game.pending()) == (last, 0)


def test_a_publisher_that_takes_long(game: Game, redis: RedisServer) -> None:
    """Another one waits as long as a statement may take, and says for what."""
    game.apply()
    hasty = game.released(
        {"seedc.toml": (game.root / "seedc.toml").read_text() + HASTY}
    )
    with (
        publisher(game.release, game.database),
        pytest.raises(WorldError, match="still at work"),
    ):
        publish(hasty.release, game.database, redis.url)
    assert publish(hasty.release, game.database, redis.url).rows == 760


def test_a_redis_that_is_down(game: Game, own_redis: RedisServer) -> None:
    """The database keeps its state, and the first publish afterwards brings it over."""
    game.apply()
    publish(game.release, game.database, own_redis.url)
    own_redis.kill()
    run = game.apply("items")
    with pytest.raises(WorldError, match="the database is done, but the cache is not"):
        publish_after_apply(game.release, game.database, own_redis.url)
    assert game.pending() == 1
    own_redis.start()

    done = publish(game.release, game.database, own_redis.url)
    assert (done.run, done.rows, game.pending()) == (run, 760, 0)


def test_a_redis_that_dies_meanwhile(game: Game, own_redis: RedisServer) -> None:
    """It may die with half of the records; nothing is ticked off."""
    game.apply()
    with pytest.raises(WorldError, match="Redis at unix://"):
        publish(
            game.release,
            game.database,
            own_redis.url,
            tell=lambda _: own_redis.kill(),
        )
    assert game.pending() == 4
    own_redis.start()
    assert publish(game.release, game.database, own_redis.url).rows == 760


def test_a_reader_that_is_ahead(game: Game, redis: RedisServer) -> None:
    """A run that ends meanwhile and is read by a reader first is published as well."""
    game.apply()
    publish(game.release, game.database, redis.url)
    game.apply()

    told: list[str] = []

    def read_ahead(line: str) -> None:
        told.append(line)
        if len(told) == 1:
            newest = game.apply()
            with redis.client() as client:
                loaded = Loaded(newest, {"i1": f'{{"run": {newest}}}'})
                client.delete("game:items")
                assert refill(client, "game", "items", loaded, 100)

    done = publish(game.release, game.database, redis.url, tell=read_ahead)
    with redis.client() as client:
        assert full(client)
        assert runs_in(client) == {done.run}
    assert (done.rows, game.pending(), len(told)) == (760, 0, 2)


def test_records_lost_while_they_wait(
    game: Game, redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Redis evicts them before the swap, the cache stays as it is."""
    first = game.apply()
    publish(game.release, game.database, redis.url)
    game.apply()
    with redis.client() as client:
        whole = publish.__globals__["swap"]

        def evict(*arguments: object) -> None:
            (waiting,) = client.keys("game:items:*")
            client.hdel(waiting, "i7")
            whole(*arguments)

        monkeypatch.setitem(publish.__globals__, "swap", evict)
        with pytest.raises(WorldError, match="records of `items` were lost"):
            publish(game.release, game.database, redis.url)
        assert full(client)
        assert runs_in(client) == {first}
