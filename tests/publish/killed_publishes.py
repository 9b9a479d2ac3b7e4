"""A script: publishes that are killed at any moment, and those that come after them.

It is no test module, since it forks, which a process with threads must not.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from redis import Redis
from redis.connection import AbstractConnection

from seedc.database.statements import ask
from seedc.publish import ledger
from seedc.publish.run import publish
from tests.publish.game import Game, full, release_of, runs_in, version_in

P = ParamSpec("P")
T = TypeVar("T")


def main(database: str, url: str, root: str) -> None:
    """Kill a publish before each thing that it says or hears, and look at the cache."""
    game = Game(database, release_of(Path(root)), Path(root))
    present, moment = game.apply(), 0
    publish(game.release, database, url)
    while True:
        newest = game.apply()
        if _survives(game, url, moment):
            break
        with Redis.from_url(url, decode_responses=True) as redis:
            assert runs_in(redis) in ({present}, {newest}), moment
            assert {version_in(redis)["run"]} == runs_in(redis), moment
            seen = runs_in(redis)
        assert game.pending() or seen == {newest}, moment
        done = publish(game.release, database, url)
        with Redis.from_url(url, decode_responses=True) as redis:
            assert runs_in(redis) == {newest}, moment
            left = {key for key in redis.keys("*") if key.count(":") > 1}
            assert all(0 < redis.ttl(key) <= 3600 for key in left), moment
            if left:
                redis.delete(*left)
            assert full(redis), moment
        assert done.run == newest
        assert game.pending() == 0, moment
        present, moment = newest, moment + 1
    assert moment > 20, "nothing was killed"


def _survives(game: Game, url: str, moment: int) -> bool:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _die_before(moment)
            publish(game.release, game.database, url)
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(status) == 0, "the publish failed"
    return True


def _die_before(moment: int) -> None:
    passed = 0

    def counted(action: Callable[P, T]) -> Callable[P, T]:
        def act(*arguments: P.args, **options: P.kwargs) -> T:
            nonlocal passed
            if passed == moment:
                os.kill(os.getpid(), signal.SIGKILL)
            passed += 1
            return action(*arguments, **options)

        return act

    vars(ledger)["ask"] = counted(ask)
    for name in ("send_packed_command", "read_response"):
        whole = getattr(AbstractConnection, name)
        setattr(AbstractConnection, name, counted(whole))


main(*sys.argv[1:])
