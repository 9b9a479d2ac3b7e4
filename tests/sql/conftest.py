"""The databases that the SQL is run on."""

from collections.abc import Iterator

import pytest

from seedc.sandbox.server import Server
from tests.support.postgres import fresh_database


@pytest.fixture(params=["embedded", "installed"])
def server(request: pytest.FixtureRequest) -> Server:
    """Give the newest and the oldest PostgreSQL in turn."""
    found = request.getfixturevalue(f"{request.param}_server")
    assert isinstance(found, Server)
    return found


@pytest.fixture
def database(server: Server) -> Iterator[str]:
    """Make an empty database on each server."""
    with fresh_database(server) as conninfo:
        yield conninfo


@pytest.fixture
def new_database(embedded_server: Server) -> Iterator[str]:
    """Make an empty database on the newest server, where one will do."""
    with fresh_database(embedded_server) as conninfo:
        yield conninfo
