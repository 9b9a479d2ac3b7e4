"""Laws of connections and transactions."""

import os
import signal
import sys
from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from seedc.database.connect import InDoubtError, connect, transaction
from seedc.database.driver import Connection, Row
from seedc.database.refused import RefusedError
from seedc.database.retry import retried
from seedc.database.statements import ask, copy_in, execute
from seedc.model.errors import WorldError
from seedc.sandbox.server import Server
from tests.support.postgres import throw_away_server

TABLE = b"CREATE TABLE items (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)"


def count(url: str) -> int:
    """Return how many rows there are, to somebody else."""
    with connect(url) as connection:
        return len(execute(connection, b"SELECT FROM items"))


def pid_of(connection: Connection) -> str:
    """Return the process id of the backend."""
    return str(connection.info.backend_pid)


def end(url: str, pid: str) -> None:
    """End somebody's connection, as an administrator does, and wait for that."""
    with connect(url) as connection:
        ask(connection, "SELECT pg_terminate_backend($1::int, 10000)", pid)


def test_whole(url: str) -> None:
    """A transaction is all or nothing."""
    with connect(url) as connection:
        execute(connection, TABLE)
        with transaction(connection):
            execute(connection, b"INSERT INTO items VALUES (1)")
            assert count(url) == 0
        assert count(url) == 1
        with pytest.raises(ZeroDivisionError):
            fail(connection)
        with transaction(connection) as ending:
            execute(connection, b"INSERT INTO items VALUES (3)")
            ending.commits = False
        assert count(url) == 1


def fail(connection: Connection) -> None:
    """Make a mistake of our own in a transaction."""
    with transaction(connection):
        execute(connection, b"INSERT INTO items VALUES (2)")
        raise ZeroDivisionError


def insert(url: str, script: bytes) -> None:
    """Run statements in a transaction."""
    with connect(url) as connection, transaction(connection):
        execute(connection, script)


def test_late(url: str) -> None:
    """What is refused only at COMMIT is refused for sure, and not in doubt."""
    with connect(url) as connection:
        execute(connection, TABLE)
    with pytest.raises(RefusedError) as caught:
        insert(url, b"INSERT INTO items VALUES (1), (1)")
    assert caught.value.sqlstate == "23505"
    assert count(url) == 0


def test_lost(url: str) -> None:
    """A connection that is lost before COMMIT leaves nothing, and that is sure."""
    with connect(url) as connection:
        execute(connection, TABLE)
    with pytest.raises(RefusedError) as caught, connect(url) as connection:
        lose(url, connection)
    assert caught.value.about.is_lost
    assert count(url) == 0


def lose(url: str, connection: Connection) -> None:
    """Lose a connection in the midst of a transaction."""
    with transaction(connection):
        execute(connection, b"INSERT INTO items VALUES (1)")
        end(url, pid_of(connection))
        execute(connection, b"INSERT INTO items VALUES (2)")


SLOW = b"""
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql
AS 'BEGIN PERFORM pg_sleep(100); RETURN NULL; END';
CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON items
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow();
"""
ASLEEP = "SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'PgSleep'"


def end_asleep(url: str, pid: str) -> None:
    """End somebody's connection as soon as its trigger sleeps."""
    with connect(url) as connection:
        while not ask(connection, ASLEEP, pid).changed:
            pass
    end(url, pid)


def commit_slowly(url: str, pool: Executor) -> None:
    """Run a transaction that loses its connection during COMMIT."""
    with connect(url) as connection, transaction(connection):
        execute(connection, b"INSERT INTO items VALUES (1)")
        pool.submit(end_asleep, url, pid_of(connection))


def test_in_doubt(url: str) -> None:
    """A connection that is lost during COMMIT leaves a doubt, with its own name."""
    with connect(url) as connection:
        execute(connection, TABLE + b";" + SLOW)
    with (
        ThreadPoolExecutor() as pool,
        pytest.raises(InDoubtError, match="lost during COMMIT") as caught,
    ):
        commit_slowly(url, pool)
    assert "history" in (caught.value.hint or "")


def test_killed_backend() -> None:
    """A backend that is killed takes all connections with it, and is tried again."""
    lines = list[str]()
    with throw_away_server() as server:
        lives = [False, True]
        assert retried(lambda: ask_once(server, lives), lines.append) == [(1,)]
    assert lines[0].startswith("the connection to the database was lost: ")
    assert not lives


def ask_once(server: Server, lives: list[bool]) -> list[Row]:
    """Ask for a 1 in a new connection, whose backend dies before that or lives."""
    with connect(server.conninfo("postgres")) as connection:
        if not lives.pop(0):
            os.kill(connection.info.backend_pid, signal.SIGKILL)
        return execute(connection, b"SELECT 1")


def test_values(url: str) -> None:
    """Values pass as PostgreSQL writes them; a statement says how many rows it met."""
    with connect(url) as connection:
        answer = ask(connection, "SELECT $1::text || 'x', $2::int", "é'%s$1\\", None)
        assert answer.rows == (("é'%s$1\\x", None),)
        execute(connection, b"CREATE TABLE pairs (a text, b int)")
        copy_in(connection, "COPY pairs FROM STDIN", [b"a%s\t", b"1\nb\t\\N\n"])
        assert ask(connection, "SELECT * FROM pairs").rows == (
            ("a%s", "1"),
            ("b", None),
        )
        assert ask(connection, "UPDATE pairs SET b = 2").changed == 2
        assert ask(connection, "CREATE TABLE other ()").changed == 0


def test_settings(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session calls itself seedc, speaks UTF-8, and can be told otherwise by PG*."""
    monkeypatch.setenv("PGCLIENTENCODING", "latin1")
    query = b"SELECT current_setting('application_name'), pg_client_encoding()"
    with connect(url) as connection:
        assert execute(connection, query) == [("seedc", "UTF8")]
    monkeypatch.setenv("PGAPPNAME", "deploy")
    with connect(url) as connection:
        assert execute(connection, query) == [("deploy", "UTF8")]


def test_without_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the driver, the error names the extra to install."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(WorldError) as caught:
        connect("postgresql://h").__enter__()
    assert caught.value.hint == "pip install 'seedc[postgres]'"
