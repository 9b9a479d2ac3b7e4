"""Laws of locks that are waited for in vain: who holds them is said."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from seedc.database.blockers import Blocker, blockers, naming_blockers
from seedc.database.connect import connect, transaction
from seedc.database.driver import Connection
from seedc.database.refused import RefusedError
from seedc.database.statements import execute

KEY = -(2**62) - 5
ITEMS = ["public.items", "public.nowhere"]
TAKE = f"SELECT pg_advisory_xact_lock({KEY})"


@pytest.fixture(autouse=True)
def items(url: str) -> None:
    """Make a table with a row."""
    with connect(url) as connection:
        execute(
            connection, b"CREATE TABLE items (id int); INSERT INTO items VALUES (1)"
        )


@contextmanager
def holding(url: str, statement: str) -> Iterator[Connection]:
    """Keep a transaction open that has run a statement."""
    named = f"{url} application_name=game-api"
    with connect(named) as connection, transaction(connection):
        execute(connection, statement.encode())
        yield connection


def waited(url: str, statement: str, key: int | None = KEY) -> RefusedError:
    """Return what is said when a statement waits in vain."""
    with pytest.raises(RefusedError) as caught:
        wait(url, statement, key)
    return caught.value


def wait(url: str, statement: str, key: int | None) -> None:
    """Run a statement that does not wait for long."""
    with (
        connect(url) as connection,
        naming_blockers(connection, ITEMS, key),
        transaction(connection),
    ):
        execute(connection, b"SET LOCAL lock_timeout = '20ms'")
        execute(connection, statement.encode())


def found(url: str, key: int | None = None) -> list[Blocker]:
    """Return who is in the way of a write to the table."""
    with connect(url) as connection:
        return blockers(connection, ITEMS, key)


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        ("UPDATE items SET id = 2", "UPDATE items SET id = 3"),
        ("SELECT FROM items FOR UPDATE", "DELETE FROM items"),
        ("LOCK TABLE items IN SHARE MODE", "INSERT INTO items VALUES (2)"),
        ("ALTER TABLE items ADD n int", "SELECT FROM items"),
    ],
)
def test_table(url: str, held: str, wanted: str) -> None:
    """Who holds a row or a table is named: process, role, application, since when."""
    with holding(url, held) as connection:
        said = waited(url, wanted)
        pid = connection.info.backend_pid
    assert said.sqlstate == "55P03"
    assert said.message.startswith(
        "another transaction held a lock for longer than `lock_timeout`: "
        f"process {pid} of `seedc`, application `game-api`, "
        "idle in transaction, transaction since 20"
    )
    assert said.message.endswith("with a lock on items")
    assert "seedc.toml" in (said.hint or "")


def test_run(url: str) -> None:
    """Another run that holds the lock of runs is named as that."""
    with holding(url, TAKE):
        said = waited(url, TAKE)
        assert said.message.endswith("with a lock for another run of seedc")
        (blocker,) = found(url, KEY)
        assert (blocker.application, blocker.tables) == ("game-api", None)
        assert found(url, KEY + 1) == []


def test_gone(url: str) -> None:
    """One who holds a lock that is not asked for is not guessed."""
    with holding(url, TAKE):
        said = waited(url, TAKE, key=None)
    assert said.message.endswith(": whoever held it is gone by now")


def test_harmless(url: str) -> None:
    """Who reads, or is done, is in nobody's way."""
    with holding(url, "SELECT FROM items"):
        assert found(url, KEY) == []
    with connect(url) as connection:
        execute(connection, b"UPDATE items SET id = 2")
        assert found(url, KEY) == []


def test_many(url: str) -> None:
    """Of many only a few are named, the longest transaction first."""
    lock = "LOCK TABLE items IN ROW EXCLUSIVE MODE"
    with (
        holding(url, lock) as first,
        holding(url, lock),
        holding(url, lock),
        holding(url, lock),
    ):
        assert found(url)[0].pid == first.info.backend_pid
        said = waited(url, "LOCK TABLE items IN SHARE MODE")
    assert said.message.endswith("; and 1 more")


def test_guest(url: str, guest: str) -> None:
    """Who may not see the work of others still sees who they are."""
    with holding(url, TAKE):
        (blocker,) = found(guest, KEY)
        said = waited(guest, TAKE)
    assert (blocker.user, blocker.application) == ("seedc", "game-api")
    assert blocker.state is None
    assert "in a state that this role may not see" in said.message


def test_other_refusals(url: str) -> None:
    """Whatever else is refused passes as it is."""
    assert waited(url, "SELECT FROM nowhere").sqlstate == "42P01"
