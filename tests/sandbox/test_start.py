"""Laws of starting a server."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.sandbox.people import ASK, DELETE, START, STOP, Person, states


def test_starts(person: Person) -> None:
    """A server starts in a project that never had one, and answers."""
    person.run(START)
    assert person.ask("SELECT 1") == "1"


def test_starts_once(person: Person) -> None:
    """Starting a server that runs finds it."""
    person.run(START)
    first = person.postmaster()
    person.run(START)
    assert first == person.postmaster()


def test_two_at_once(person: Person) -> None:
    """Of two that start at the same moment one starts, and both find the server."""
    code = START + "; print((home.data / 'postmaster.pid').read_text())"
    with person.begin(code) as one, person.begin(code) as two:
        assert one.communicate(timeout=60) == two.communicate(timeout=60)
    assert (one.returncode, two.returncode) == (0, 0)


def test_no_pipes_left(person: Person) -> None:
    """Whoever reads what the starter prints is not kept waiting by the server."""
    with person.begin(START) as starter:
        # Comes to the ends of stdout and stderr when nobody has them any more.
        assert starter.communicate(timeout=60) == ("", "")
    assert person.ask("SELECT 1") == "1"


def test_outlives_the_terminal(person: Person) -> None:
    """A server is in a session of its own, where no terminal can reach it."""
    person.run(START)
    assert os.getsid(0) != os.getsid(person.postmaster())


@pytest.mark.parametrize(
    "moment",
    [
        "command.lock",
        "data.new",
        "data.new/base/1/PG_VERSION",
        "data",
        "data/postmaster.pid",
    ],
)
def test_starter_killed(person: Person, moment: str) -> None:
    """Whenever a starter is killed, the next one starts a whole server."""
    sign = Path(person.run("print(home.folder)")) / moment
    with person.begin(START) as starter:
        while not sign.exists():
            assert starter.poll() is None
        starter.kill()
    assert person.run(START + ASK.format(b"SELECT 1")) == "1"


def test_initdb_killed(person: Person) -> None:
    """What a killed `initdb` left is not taken for a cluster."""
    person.run("""
        with locked(home):
            (home.folder / "data.new" / "base").mkdir(parents=True)
            (home.folder / "data.new" / "PG_VERSION").write_text("18")
    """)
    assert person.run(START + ASK.format(b"SELECT 1")) == "1"


@pytest.mark.parametrize("seconds", [0.0, 0.3])
def test_server_killed(person: Person, seconds: float) -> None:
    """A killed server is started again, with what it had."""
    person.run(START)
    person.ask("CREATE TABLE kept (); SELECT 1")
    first = person.postmaster()
    os.kill(first, signal.SIGKILL)
    time.sleep(seconds)
    person.run(START)
    assert first != person.postmaster()
    assert person.ask("SELECT count(*) FROM pg_class WHERE relname = 'kept'") == "1"


def test_process_id_used_again(person: Person) -> None:
    """A killed server is started again even if its process id lives on elsewhere."""
    person.run(START)
    os.kill(person.postmaster(), signal.SIGKILL)
    with person.begin("sys.stdin.read()") as stranger:
        person.run(f"""
            lock = home.sockets / ".s.PGSQL.5432.lock"
            for file in home.data / "postmaster.pid", lock:
                _, rest = file.read_text().split("\\n", 1)
                file.write_text("{stranger.pid}\\n" + rest)
        """)
        person.run(START)
        stranger.kill()
    assert person.ask("SELECT 1") == "1"


def test_other_version(person: Person) -> None:
    """A cluster of another major version is replaced, not shown as an error."""
    person.run(START)
    person.run(STOP)
    person.run("(home.data / 'PG_VERSION').write_text('17')")
    person.run(START)
    assert person.ask("SHOW server_version_num")[:2] == "18"


def test_failure_quotes_the_log(person: Person) -> None:
    """When a server does not start, the error has its last words and the way out."""
    person.run(START)
    said = person.run("""
        from seedc.model.errors import WorldError
        with locked(home):
            stop(home)
            (home.data / "postgresql.conf").write_text("nonsense = 1")
            try:
                start(home)
            except WorldError as error:
                print(error.message, error.hint)
    """)
    assert "did not start\n" in said
    assert 'unrecognized configuration parameter "nonsense"' in said
    assert "`seedc down --reset`" in said


def test_nothing_else_changes(person: Person) -> None:
    """Modes and owners of the project and of every folder above stay as they are."""
    home = Path(person.run("print(home.folder)"))
    person.project.chmod(0o700)
    before = states(person.project) | states(home.parents[1])
    person.run(START)
    assert before == states(person.project) | states(home.parents[1])


def test_unicode(person: Person) -> None:
    """Text is UTF-8, sorts by code point, and has the letter cases of Unicode."""
    person.run(START)
    query = "SELECT 'Z' < 'a', lower('É') = 'é', current_setting('server_encoding')"
    assert person.ask(query) == "True True UTF8"


def test_long_path(person: Person) -> None:
    """A project deep below, with a name to quote, has a server that answers."""
    project = person.project / ("long path, 'ö' \"$(false)\" " * 5) / ("deep" * 20)
    project.mkdir(parents=True)
    if person.uid is not None:
        for each in (project, project.parent):
            os.chown(each, person.uid, person.uid)
    deep = Person(person.uid, project)
    try:
        deep.run(START)
        assert deep.ask("SELECT 1") == "1"
    finally:
        deep.run(DELETE)
