"""The command line: what is said, the exit codes, and a whole deployment."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from seedc.database.connect import opened
from seedc.database.statements import execute
from seedc.sandbox.server import Server
from tests.publish.game import Game, full, runs_in, version_in
from tests.support.command import seedc
from tests.support.postgres import fresh_database
from tests.support.projects import schema, seed, write_project
from tests.support.redis import RedisServer

pytestmark = pytest.mark.postgres

NOWHERE = "redis://me:hunter2@127.0.0.1:1/0"
CLOSED = "postgresql://me:hunter2@127.0.0.1:1/x"
KILLED = """
import os, signal
import seedc.publish.run
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
seedc.publish.run.publish_after_apply = die
"""


def of(game: Game, redis: RedisServer) -> Mapping[str, str]:
    """Return the variables that name both."""
    return {"DATABASE_URL": game.database, "REDIS_URL": redis.url}


def test_publish(game: Game, redis: RedisServer) -> None:
    """Results go to stdout; what is waited for does not."""
    run, env = game.apply(), of(game, redis)
    done = seedc("publish", cwd=game.root, env=env)
    assert (done.code, done.out) == (0, f"published run {run}: 3 tables, 760 records\n")
    done = seedc("publish", cwd=game.root, env=env)
    assert (done.code, done.out) == (0, f"the cache is at run {run} already\n")
    assert done.err == ""
    done = seedc("publish", "--refresh", cwd=game.root, env=env)
    assert (done.code, done.out) == (0, f"published run {run}: 3 tables, 760 records\n")
    with redis.client() as client:
        assert full(client)


def test_options_come_before_the_environment(game: Game, redis: RedisServer) -> None:
    """What the command line names counts."""
    game.apply()
    options = ("--database", game.database, "--redis", redis.url)
    env = {"DATABASE_URL": "postgresql://127.0.0.1:1/x", "REDIS_URL": NOWHERE}
    assert seedc("publish", *options, cwd=game.root, env=env).code == 0


def test_rules_are_no_concern(game: Game, redis: RedisServer) -> None:
    """The cache follows what was applied, so nothing is said of rules not run."""
    game.apply()
    rule = game.root / "rules/no_item_is_free.sql"
    rule.parent.mkdir()
    rule.write_text("-- no item is free\nSELECT id FROM items WHERE price = 0;\n")
    done = seedc("publish", cwd=game.root, env=of(game, redis))
    assert (done.code, "not run" in done.err) == (0, False)


def test_a_wrong_project(game: Game, redis: RedisServer) -> None:
    """Sources with problems publish nothing."""
    game.apply()
    (game.root / "seeds/items.json").write_text("{")
    done = seedc("publish", cwd=game.root, env=of(game, redis))
    assert (done.code, done.out) == (1, "")
    with redis.client() as client:
        assert client.keys("*") == []


@pytest.mark.parametrize(
    ("env", "code", "words"),
    [
        ({"DATABASE_URL": ""}, 2, "no database is named"),
        ({"REDIS_URL": ""}, 2, "no Redis is named"),
        ({"REDIS_URL": "redis://:hunt/er2@h"}, 2, "this is no URL of a Redis"),
        ({"REDIS_URL": NOWHERE}, 3, "redis://127.0.0.1:1/0 cannot be reached"),
        (
            {"DATABASE_URL": "postgresql://me:hunter2@127.0.0.1:1/x"},
            3,
            "cannot connect",
        ),
    ],
)
def test_what_cannot_work(
    game: Game, redis: RedisServer, env: Mapping[str, str], code: int, words: str
) -> None:
    """Wrong usage and a failing world are told apart, and no password is shown."""
    done = seedc("publish", cwd=game.root, env={**of(game, redis), **env})
    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert "hunter2" not in done.err
    assert "er2" not in done.err


def test_a_deployment(
    embedded_server: Server, own_redis: RedisServer, tmp_path: Path
) -> None:
    """Whatever happens between commit and cache, the next publish or apply mends it."""
    root = tmp_path / "game"
    with fresh_database(embedded_server) as database:
        env = {"DATABASE_URL": database, "REDIS_URL": own_redis.url}
        _write(root, 1)
        assert seedc("build", cwd=root).code == 0
        with opened(database) as connection:
            ddl = (root / "out/postgres/schema.sql").read_bytes()
            execute(connection, ddl)
        apply = ("apply", "--yes", "--redis")
        assert seedc(*apply, cwd=root, env=env).code == 0
        assert _cached(own_redis) == (1, {1})

        _write(root, 2)
        assert seedc(*apply, cwd=root, env=env, before=KILLED).code == -9
        assert _cached(own_redis) == (1, {1})
        assert seedc("publish", cwd=root, env=env).code == 0
        assert _cached(own_redis) == (2, {2})

        _write(root, 3)
        assert seedc(*apply, cwd=root, env=env, before=KILLED).code == -9
        assert seedc(*apply, cwd=root, env=env).code == 0
        assert _cached(own_redis) == (3, {3})

        own_redis.kill()
        _write(root, 4)
        done = seedc(*apply, cwd=root, env=env)
        assert done.code == 3
        assert "applied as run 4" in done.out
        assert "the database is done, but the cache is not" in done.err
        own_redis.start()
        assert seedc("publish", cwd=root, env=env).code == 0
        assert _cached(own_redis) == (4, {4})


def _write(root: Path, run: int) -> None:
    """Write sources whose records carry the number of the run that is next."""
    properties = {"run": {"type": "integer"}}
    text = seed({"id": "a", "run": run}).replace('"1.0.0"', f'"1.{run}.0"')
    files = {
        "schemas/items.schema.json": schema(properties),
        "seeds/items.json": text,
    }
    toml = '[project]\nname = "game"\n\n[targets]\npostgres = {}\n'
    write_project(root, {"seedc.toml": toml, **files})


def _cached(redis: RedisServer) -> tuple[object, set[int]]:
    """Return the run of the version and those of the records."""
    with redis.client() as client:
        return version_in(client)["run"], runs_in(client, "items")
