"""The databases that the SQL is run on."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from seedc.sandbox.server import Server
from tests.sql import run
from tests.support.postgres import fresh_database

_EMPTY = """
DROP SCHEMA IF EXISTS public CASCADE;
DROP SCHEMA IF EXISTS seedc CASCADE;
CREATE SCHEMA public;
"""


@pytest.fixture(scope="session")
def newest(embedded_server: Server) -> Iterator[str]:
    """Make a database on the newest PostgreSQL that the package supports."""
    with _hasty_database(embedded_server) as conninfo:
        yield conninfo


@pytest.fixture(scope="session")
def oldest(installed_server: Server) -> Iterator[str]:
    """Make a database on the oldest PostgreSQL of this machine."""
    with _hasty_database(installed_server) as conninfo:
        yield conninfo


@contextmanager
def _hasty_database(server: Server) -> Iterator[str]:
    """Make a database in which a commit does not wait for the disk."""
    with fresh_database(server) as conninfo:
        with run.connected(conninfo) as connection:
            name = run.database_of(conninfo)
            hasty = f"ALTER DATABASE {name} SET synchronous_commit = off"
            connection.execute(hasty.encode())
        yield conninfo


@pytest.fixture(params=["newest", "oldest"])
def database(request: pytest.FixtureRequest) -> str:
    """Give a database without tables, on one server and then on the other."""
    return _emptied(str(request.getfixturevalue(request.param)))


@pytest.fixture
def new_database(newest: str) -> str:
    """Give a database without tables on the newest server, where one will do."""
    return _emptied(newest)


@pytest.fixture
def old_database(oldest: str) -> str:
    """Give a database without tables on the oldest server, where it must be that."""
    return _emptied(oldest)


def _emptied(conninfo: str) -> str:
    with run.connected(conninfo) as connection:
        connection.execute(_EMPTY)
    return conninfo
