"""An empty database for one use."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from seedc.sandbox.connect import connected, execute
from seedc.sandbox.server import Server


@contextmanager
def scratch_database(server: Server) -> Iterator[str]:
    """Make an empty database of its own, and drop it with all who are in it.

    Yields:
        Its name, with which no other one meets.
    """
    name = f"seedc_scratch_{uuid.uuid4().hex}"
    with connected(server, "postgres") as admin:
        execute(admin, f"CREATE DATABASE {name} TEMPLATE template0".encode())
    try:
        yield name
    finally:
        with connected(server, "postgres") as admin:
            execute(admin, f"DROP DATABASE {name} WITH (FORCE)".encode())
