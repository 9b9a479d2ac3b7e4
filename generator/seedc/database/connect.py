"""Connections, and the transactions in them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import final

from seedc.database.driver import Connection, driver
from seedc.database.failed import unreached
from seedc.database.refused import RefusedError, refusals
from seedc.database.statements import ask
from seedc.database.url import conninfo, passwords, shown
from seedc.database.words import explained
from seedc.model.errors import WorldError


@final
class InDoubtError(WorldError):
    """The connection was lost during COMMIT: nobody said whether it was done."""


@contextmanager
def connect(url: str) -> Iterator[Connection]:
    """Connect to a user's database; each statement is a transaction, unless it says so.

    Whatever a database refuses leaves this block in words.

    Args:
        url: A URL or a conninfo string; PG* variables and `~/.pgpass` complete it.

    Raises:
        RefusedError: The database refuses the connection, or a statement.
        UsageError: It is no such URL.
        WorldError: The driver is not installed.
    """
    with closing(_open(url)) as connection:
        role = connection.info.user
        try:
            yield connection
        except RefusedError as refusal:
            raise explained(refusal, role) from refusal


@contextmanager
def opened(conninfo: str, extra: str = "postgres") -> Iterator[Connection]:
    """Connect to a database; each statement is a transaction, unless it says so.

    Args:
        conninfo: What libpq takes.
        extra: The extra of seedc that brings the driver.

    Raises:
        RefusedError: The database refuses the connection.
        WorldError: The driver is not installed.
    """
    with closing(_connected(conninfo, extra)) as connection:
        yield connection


@final
class Ending:
    """How a transaction ends: with COMMIT, unless the block has nothing to keep."""

    def __init__(self) -> None:
        """Begin with the intent to commit."""
        self.commits = True


@contextmanager
def transaction(connection: Connection) -> Iterator[Ending]:
    """Run a block in one transaction: all of it, or nothing if it raises.

    Raises:
        InDoubtError: The connection was lost while it was committed.
        RefusedError: The database refuses to commit.
    """
    ask(connection, "BEGIN ISOLATION LEVEL READ COMMITTED")
    ending = Ending()
    try:
        yield ending
    except BaseException:
        with suppress(RefusedError):  # it is lost, and rolls back by itself
            ask(connection, "ROLLBACK")
        raise
    if ending.commits:
        _commit(connection)
    else:
        ask(connection, "ROLLBACK")


@contextmanager
def undone(connection: Connection) -> Iterator[None]:
    """Run a block in one transaction that sees one moment, and leave nothing of it."""
    ask(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ")
    try:
        yield
    finally:
        with suppress(RefusedError):  # it is lost, and rolls back by itself
            ask(connection, "ROLLBACK")


def _open(url: str) -> Connection:
    try:
        return _connected(conninfo(url))
    except RefusedError as refusal:
        raise unreached(refusal, shown(url), passwords(url)) from refusal


def _connected(conninfo: str, extra: str = "postgres") -> Connection:
    module = driver(extra)
    with refusals():
        # Statements that the server keeps would be lost behind a pooler.
        made: Connection = module.connect(
            conninfo, autocommit=True, prepare_threshold=None
        )
    return made


def _commit(connection: Connection) -> None:
    status = connection.info.transaction_status.name
    assert status != "INERROR", "a refusal was ignored"  # noqa: S101, the callers'
    try:
        ask(connection, "COMMIT")
    except RefusedError as refusal:
        if not refusal.about.is_lost:
            raise
        message = f"the connection was lost during COMMIT: {refusal.message}"
        hint = "the ledger says whether it was done: `seedc history`"
        raise InDoubtError(message, hint=hint) from refusal
