"""Laws of databases that cannot be reached: why, in words, and what to do."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from seedc.database.connect import connect
from seedc.database.refused import RefusedError
from seedc.database.statements import execute
from seedc.sandbox.server import Server
from tests.support.postgres import throw_away_server

RULES = """
local all guarded scram-sha-256
hostssl all outsider all trust
local all seedc,crowded trust
local postgres unwelcome reject
"""


@pytest.fixture(scope="module")
def guarded() -> Iterator[Server]:
    """Run a server that does not let everybody in."""
    with throw_away_server() as server:
        with connect(server.conninfo("postgres")) as owner:
            execute(owner, b"CREATE ROLE guarded LOGIN PASSWORD 'Zq7hunter'")
            execute(owner, b"CREATE ROLE outsider LOGIN")
            execute(owner, b"CREATE ROLE unwelcome LOGIN")
            execute(owner, b"CREATE ROLE crowded LOGIN CONNECTION LIMIT 0")
            ((rules,),) = execute(owner, b"SHOW hba_file")
            Path(str(rules)).write_text(RULES, "utf-8")
            execute(owner, b"SELECT pg_reload_conf()")
        yield server


def failure(url: str) -> RefusedError:
    """Return why a database cannot be reached."""
    with pytest.raises(RefusedError) as caught, connect(url):
        pass
    assert "Zq7" not in f"{caught.value.message} {caught.value.hint}"
    return caught.value


@pytest.mark.parametrize(
    ("user", "more", "code", "message"),
    [
        ("guarded", "password=Zq7wrong", "28P01", "wrong password"),
        ("guarded", "", "28P01", "it wants a password"),
        ("outsider", "", "28000", "it wants TLS"),
        ("unwelcome", "", "28000", "it does not let this role into this database"),
        ("crowded", "", "53300", "it has no connection left"),
        (
            "seedc",
            "target_session_attrs=standby",
            "08001",
            ": server is not in hot standby",
        ),
        ("nobody", "", "28000", "it wants TLS"),
    ],
)
def test_not_let_in(
    guarded: Server, user: str, more: str, code: str, message: str
) -> None:
    """A server that does not let somebody in says why, and never quotes a password."""
    url = guarded.conninfo("postgres", user)
    found = failure(f"{url} {more}")
    assert found.sqlstate == code
    assert f"cannot connect to `postgresql://{user}@/postgres?host=" in found.message
    assert message in found.message
    assert found.hint


def test_let_in(guarded: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A password may come from the environment, as for psql."""
    monkeypatch.setenv("PGPASSWORD", "Zq7hunter")
    with connect(guarded.conninfo("postgres", "guarded")) as connection:
        assert execute(connection, b"SELECT current_user") == [("guarded",)]


def test_no_database(guarded: Server) -> None:
    """A database that is not there is named."""
    found = failure(guarded.conninfo("game"))
    assert found.sqlstate == "3D000"
    assert found.message.endswith("database `game` does not exist")
    assert found.hint == "create it, and run postgres/schema.sql in it"


def test_no_role(embedded_server: Server) -> None:
    """A role that is not there is named."""
    found = failure(embedded_server.conninfo("postgres", "somebody"))
    assert found.sqlstate == "28000"
    assert found.message.endswith("role `somebody` does not exist")


def test_nothing_there(tmp_path: Path) -> None:
    """Where no server listens, that is said at once."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and it does not listen
        port = taken.getsockname()[1]
        found = failure(f"postgresql://game@127.0.0.1:{port}/game")
    assert found.sqlstate == "08001"
    assert found.message == (
        f"cannot connect to `postgresql://game@127.0.0.1:{port}/game`: "
        "nothing listens there"
    )
    assert "no server listens at that socket" in failure(f"host={tmp_path}").message


def test_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that has no address is not known."""

    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    found = failure("postgresql://game:Zq7@nowhere/game")
    assert found.message.endswith("its host is not known here")


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """Play a server that gives one answer to whoever connects; an empty one: none."""
    over = Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(answer)
                over.wait()

        thread = Thread(target=serve)
        thread.start()
        port = listener.getsockname()[1]
        yield f"postgresql://game:Zq7secret@127.0.0.1:{port}/game"
        over.set()
        thread.join()


def fatal(code: str, text: str) -> bytes:
    """Return what a server says that does not let somebody in."""
    fields = f"SFATAL\0VFATAL\0C{code}\0M{text}\0\0".encode()
    return b"E" + (len(fields) + 4).to_bytes(4) + fields


def test_no_tls() -> None:
    """A server that has no TLS, where the URL demands it, is told as that."""
    with answering(b"N") as url:
        found = failure(f"{url}?sslmode=require")
    assert "the server has none" in found.message
    assert "sslmode" in (found.hint or "")


def test_starting() -> None:
    """A server that starts is known as such: it is worth while to wait for it."""
    with answering(fatal("57P03", "the database system is starting up")) as url:
        found = failure(f"{url}?sslmode=disable")
    assert found.sqlstate == "57P03"
    assert found.message.endswith("the database system is starting up")


def test_other_language() -> None:
    """What cannot be read is quoted, and even then without the password."""
    with answering(fatal("28P01", "Passwort Zq7secret für »game« ist falsch")) as url:
        found = failure(f"{url}?sslmode=disable")
    assert found.message.endswith("`: passwort *** für »game« ist falsch")


def test_silent() -> None:
    """A server that does not answer is waited for as long as the URL says."""
    with answering(b"") as url:
        found = failure(f"{url}?connect_timeout=2")
    assert found.message.endswith("it does not answer in time")
