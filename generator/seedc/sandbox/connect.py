"""Connects to the embedded server."""

from collections.abc import Iterator
from contextlib import contextmanager

from seedc.database.connect import opened
from seedc.database.driver import Connection
from seedc.sandbox.cluster import SUPERUSER
from seedc.sandbox.server import Server


@contextmanager
def connected(
    server: Server, database: str, user: str = SUPERUSER
) -> Iterator[Connection]:
    """Connect to a database; each statement is a transaction, unless it says else.

    Raises:
        RefusedError: If the server does not accept the connection.
        WorldError: If the driver is not installed.
    """
    with opened(server.conninfo(database, user), "embedded") as connection:
        yield connection
