"""A database for each test, as a user names it."""

from collections.abc import Iterator

import pytest

from seedc.database.connect import connect
from seedc.database.statements import execute
from seedc.sandbox.server import Server
from tests.support.postgres import fresh_database


@pytest.fixture
def url(embedded_server: Server) -> Iterator[str]:
    """Make an empty database, and give what connects to it."""
    with fresh_database(embedded_server) as conninfo:
        yield conninfo


@pytest.fixture
def guest(url: str) -> Iterator[str]:
    """Make a role that may do nothing, and give what connects as it."""
    with connect(url) as owner:
        execute(owner, b"CREATE ROLE seedc_guest LOGIN")
        yield url.replace("user=seedc", "user=seedc_guest")
        execute(owner, b"DROP OWNED BY seedc_guest; DROP ROLE seedc_guest")
