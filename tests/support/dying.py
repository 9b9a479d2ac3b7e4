"""Kills a run before each of its file operations, one after the other.

For processes without threads, such as a script that a test runs: it forks.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

_OPERATIONS = frozenset(
    {"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir"}
)


def moments(
    action: Callable[[], object], folder: Path, first: int = 0, step: int = 1
) -> Iterator[int]:
    """Run an action, each time killed some file operations later, until it ends.

    Yields:
        The number of the operation before which it was killed, after the killing.

    Args:
        action: What to run; in a fork.
        folder: Operations on what is below it count.
        first: The operation before which it is killed first.
        step: How many operations later it is killed the next time.
    """
    moment = first
    while not _survives(action, folder, moment):
        yield moment
        moment += step


def _survives(action: Callable[[], object], folder: Path, moment: int = -1) -> bool:
    """Run an action in a fork, and say whether it ended by itself.

    Args:
        action: What to run.
        folder: Operations on what is below it count.
        moment: Number of the operation before which it is killed; negative: of none.
    """
    child = os.fork()
    if child == 0:
        _die_before(moment, os.fspath(folder))
        code = 1
        try:
            action()
            code = 0
        finally:
            sys.stdout.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(status) == 0, "the action failed"
    return True


def _die_before(moment: int, folder: str) -> None:
    passed = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal passed
        if event in _OPERATIONS and str(arguments[0]).startswith(folder):
            if passed == moment:
                os.kill(os.getpid(), signal.SIGKILL)
            passed += 1

    sys.addaudithook(hook)
