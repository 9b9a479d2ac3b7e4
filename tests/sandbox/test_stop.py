"""Laws of stopping a server, and of deleting its home."""

import os
import signal

from tests.sandbox.people import DELETE, START, Person

TELL = "\nwith locked(home): print(stop(home))"
LOOK = "print(home.folder.exists(), home.sockets.exists())"


def test_stops(person: Person) -> None:
    """Stopping ends a server, and says whether there was one."""
    person.run(START)
    assert [person.run(TELL), person.run(TELL)] == ["True", "False"]
    assert person.run("print(find(home))") == "None"


def test_never_started(person: Person) -> None:
    """Where nothing ever ran there is nothing to stop."""
    assert person.run(TELL) == "False"


def test_keeps(person: Person) -> None:
    """What a server had before it was stopped, it has when it starts again."""
    person.run(START)
    person.ask("CREATE TABLE kept (); SELECT 1")
    person.run(TELL + "\n" + START)
    assert person.ask("SELECT count(*) FROM pg_class WHERE relname = 'kept'") == "1"


def test_stops_under_clients(person: Person) -> None:
    """Clients that are connected, even busy, do not keep a server from stopping."""
    person.run(START)
    with person.begin("""
        with connected(find(home), "postgres") as connection:
            print("busy", flush=True)
            execute(connection, b"SELECT pg_sleep(100)")
    """) as client:
        assert client.stdout is not None
        assert client.stdout.readline() == "busy\n"
        assert person.run(TELL) == "True"
        _, complaint = client.communicate(timeout=10)
    assert "terminating connection" in complaint


def test_stops_what_is_starting(person: Person) -> None:
    """A server whose starter was killed is stopped whatever it is about."""
    with person.begin("print(0, flush=True)\n" + START) as starter:
        assert starter.stdout is not None
        starter.stdout.readline()
        os.kill(starter.pid, signal.SIGKILL)
    person.run(TELL)
    assert (
        person.run(
            "from seedc.sandbox.lock import claimed\n"
            "with claimed(home) as claim: print(claim is None)"
        )
        == "False"
    )


def test_reset(person: Person) -> None:
    """Deleting stops the server and leaves nothing of its folders."""
    person.run(START)
    person.run(DELETE)
    assert person.run(LOOK) == "False False"
    person.run(START)
    assert person.ask("SELECT 1") == "1"
