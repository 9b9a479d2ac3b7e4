"""Laws of the lock of a home."""

from subprocess import Popen

from tests.sandbox.people import START, Person

HOLD = """
import time
with locked(home, lambda message: print(message, flush=True)):
    print("held", flush=True)
    time.sleep(100)
"""
HOLD_AND_RESET = """
with locked(home):
    print("held", flush=True)
    sys.stdin.readline()
    reset(home)
"""
TAKE = """
with locked(home, print):
    print("held")
"""


def says(process: Popen[str]) -> str:
    """Return the next line that a process prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_waits_and_says_so(person: Person) -> None:
    """Who has to wait is told for whom, and a kill -9 of the holder ends the wait."""
    with person.begin(HOLD) as holder:
        assert says(holder) == "held"
        with person.begin(HOLD) as waiter:
            told = says(waiter)
            holder.kill()
            assert says(waiter) == "held"
            waiter.kill()
    assert told.startswith(f"waiting for process {holder.pid}, which holds `")


def test_silent_when_free(person: Person) -> None:
    """Who does not have to wait is told nothing."""
    assert person.run(TAKE) == "held"


def test_not_of_the_server(person: Person) -> None:
    """A server does not hold the lock of the command that started it."""
    person.run(START)
    assert person.run(TAKE) == "held"


def test_after_a_reset(person: Person) -> None:
    """Who waited while a home was deleted holds the lock of the new one."""
    with person.begin(HOLD_AND_RESET) as deleter:
        assert says(deleter) == "held"
        with person.begin(HOLD) as second:
            assert says(second).startswith("waiting for")
            deleter.communicate("\n")
            assert says(second) == "held"
            with person.begin(HOLD) as third:
                assert f"process {second.pid}," in says(third)
                third.kill()
            second.kill()
