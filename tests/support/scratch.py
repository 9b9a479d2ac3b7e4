"""An empty database for one use."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from seedc.database.statements import execute
from seedc.sandbox.connect import connected
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
        # By default a user's tables go into the schema of its name: the ledger's.
        execute(admin, f"ALTER DATABASE {name} SET search_path = public".encode())
    try:
        yield name
    finally:
        with connected(server, "postgres") as admin:
            execute(admin, f"DROP DATABASE {name} WITH (FORCE)".encode())
