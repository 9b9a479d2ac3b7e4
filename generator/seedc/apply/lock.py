"""The lock that makes runs of one target wait for each other."""

from seedc.database.driver import Connection
from seedc.database.statements import ask


def lock_key(connection: Connection, target: str) -> int:
    """Return the key of a target's lock."""
    query = "SELECT hashtextextended($1, 0::bigint)"
    return int(ask(connection, query, f"seedc:{target}").rows[0][0] or 0)


def lock_target(connection: Connection, target: str) -> None:
    """Wait for the lock, and hold it until the transaction ends."""
    query = "SELECT pg_advisory_xact_lock($1)"
    ask(connection, query, str(lock_key(connection, target)))
