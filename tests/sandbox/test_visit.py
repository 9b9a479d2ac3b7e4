"""Laws of a visit: the server is lent, and what was down is down again."""

from tests.sandbox.people import Person

VISIT = """
from seedc.sandbox.visit import visited
with visited(project) as server:
    with connected(server, "postgres") as connection:
        print(*execute(connection, b"SELECT 42")[0])
"""
STATE = "print(find(home) is not None)"
START = "with locked(home): start(home)"
KILLED = """
import os, signal
from seedc.sandbox.visit import visited
with visited(project) as server:
    os.kill(os.getpid(), signal.SIGKILL)
"""
LAUNCH_KILLED = """
import os, signal
import seedc.sandbox.start as module
from seedc.sandbox.visit import visited
launch = module.{function}
def die(*given, **named):
    launch(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)
module.{function} = die
with visited(project): pass
"""
GONE = """
import time
from seedc.sandbox.lock import claimed
for _ in range(1000):
    with claimed(home) as claim:
        if claim is not None: break
    time.sleep(0.01)
print(claim is not None, find(home))
"""


def test_down(person: Person) -> None:
    """A server that was down is up for the visit, and no longer."""
    assert person.run(VISIT) == "42"
    assert person.run(STATE) == "False"


def test_up(person: Person) -> None:
    """A server that is up stays up."""
    person.run(START)
    postmaster = person.postmaster()
    assert person.run(VISIT) == "42"
    assert person.postmaster() == postmaster
    assert person.run(STATE) == "True"


def test_failed(person: Person) -> None:
    """A visit that fails leaves nothing running either."""
    failing = VISIT.replace("SELECT 42", "SELECT 1/0")
    assert "division by zero" in person.run(
        f"try:\n{_indented(failing)}\nexcept Exception as error: print(error)"
    )
    assert person.run(STATE) == "False"


def test_killed(person: Person) -> None:
    """Who is killed takes the server along, without anybody's help."""
    with person.begin(KILLED) as killed:
        killed.communicate()
    assert killed.returncode < 0
    assert person.run(GONE) == "True None"
    assert person.run(VISIT) == "42"


def test_killed_while_it_starts(person: Person) -> None:
    """However early that is."""
    for function in ("ensure_cluster", "spawn"):
        with person.begin(LAUNCH_KILLED.format(function=function)) as killed:
            killed.communicate()
        assert killed.returncode < 0
        assert person.run(GONE) == "True None"


def test_after_a_killed_one(person: Person) -> None:
    """What a killed visit left to die is not what `up` gives to people."""
    for _ in range(2):
        with person.begin(KILLED) as killed:
            killed.communicate()
        person.run(START)
        person.run("import time; time.sleep(0.3)")
        assert person.run(STATE) == "True"
        person.run("with locked(home): stop(home)")


def test_orphan(person: Person) -> None:
    """A killed visit without the shell that watches over it is cleaned up later."""
    orphaned = """
        import os, signal, subprocess
        from seedc.sandbox import process
        from seedc.sandbox.start import PASSING
        from seedc.sandbox.visit import visited
        process.WHILE_WE_LIVE = process.IN_BACKGROUND
        with visited(project): os.kill(os.getpid(), signal.SIGKILL)
    """
    with person.begin(orphaned) as killed:
        killed.communicate()
    assert person.run(STATE) == "True"
    orphan = person.postmaster()
    person.run(START)
    assert person.postmaster() != orphan


def test_two(person: Person) -> None:
    """Two visits at once both get what they ask for, and the last leaves nothing."""
    both = [person.begin(VISIT) for _ in range(2)]
    for process in both:
        with process:
            printed, complaint = process.communicate(timeout=100)
        assert (process.returncode, printed, complaint) == (0, "42\n", "")
    assert person.run(STATE) == "False"


def _indented(code: str) -> str:
    return "\n".join(f"    {line}" for line in code.splitlines())
