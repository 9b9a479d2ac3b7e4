"""Stops a server, and deletes its home."""

import contextlib

from seedc.model.errors import WorldError
from seedc.sandbox.folders import delete, file_system
from seedc.sandbox.home import Home
from seedc.sandbox.lock import COMMAND_LOCK, claimed
from seedc.sandbox.process import run
from seedc.sandbox.server import failure, postmaster_lines, ticks

FAST_SECONDS = 20.0  # to roll back and write down; then it ends without
STOP_SECONDS = 40.0


def stop(home: Home) -> bool:
    """Stop the server of `home`, which the caller has locked.

    Returns:
        Whether anything was running.

    Raises:
        WorldError: If it does not end.
    """
    sent: set[str] = set()
    was_alive = False
    with file_system():
        for elapsed in ticks(STOP_SECONDS):
            if _is_over(home):
                return was_alive
            was_alive = True
            _signal(home, "INT" if elapsed < FAST_SECONDS else "QUIT", sent)
    raise failure(home, f"did not stop within {STOP_SECONDS:.0f} seconds")


def reset(home: Home) -> None:
    """Stop the server of `home`, which the caller has locked, and delete all of it."""
    stop(home)
    with file_system():
        for part in home.folder.iterdir():
            if part.name != COMMAND_LOCK:
                delete(part)
        delete(home.sockets)
        delete(home.folder / COMMAND_LOCK)
        # Another process may have made its lock just now: the home is its own then.
        with contextlib.suppress(OSError):
            home.folder.rmdir()


def _is_over(home: Home) -> bool:
    with claimed(home) as claim:
        if claim is None:
            return False
        delete(home.sockets)
        return True


def _signal(home: Home, name: str, sent: set[str]) -> None:
    lines = postmaster_lines(home)
    if name in sent or not lines or not lines[0].isdecimal():
        return
    # As the server's user: root must not obey a file that another user can write.
    with contextlib.suppress(WorldError):
        run(["/bin/sh", "-c", 'kill -s "$1" "$2"', "sh", name, lines[0]], home.account)
        sent.add(name)
