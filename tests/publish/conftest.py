"""A game in a database of its own, and a cache for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from seedc.sandbox.server import Server
from tests.publish.game import Game, new_game
from tests.support.postgres import fresh_database
from tests.support.redis import own_redis, redis, redis_server

__all__ = ["own_redis", "redis", "redis_server"]


@pytest.fixture
def game(embedded_server: Server, tmp_path: Path) -> Iterator[Game]:
    """Give a game whose ledger has no run yet."""
    with fresh_database(embedded_server) as conninfo:
        yield new_game(conninfo, tmp_path / "game")
