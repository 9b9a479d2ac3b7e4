"""Tries again what a database refused for reasons that pass by themselves."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from seedc.database.failed import STARTING, UNREACHED
from seedc.database.refused import RefusedError
from seedc.database.words import LOCKED

ATTEMPTS = 5
_FIRST_PAUSE = 0.2

_PASSING = frozenset(
    {
        "40001",  # serialization_failure
        "40P01",  # deadlock_detected
        LOCKED,
        STARTING,
        "57P02",  # crash_shutdown: of another session, and all were ended with it
    }
)

T = TypeVar("T")


def retried(action: Callable[[], T], tell: Callable[[str], None]) -> T:
    """Return what an action returns, tried a few times if need be.

    Args:
        action: Connects anew each time, and leaves nothing behind when it fails.
        tell: Called with a line before each further try.

    Raises:
        RefusedError: It fails for a reason that lasts, or too often.
    """
    attempt = 1
    while True:
        try:
            return action()
        except RefusedError as refusal:
            pause = pause_after(refusal, attempt, random.random())  # noqa: S311, a pause
            if pause is None:
                raise
            attempt += 1
            tell(f"{refusal.message}; trying again ({attempt} of {ATTEMPTS})")
        time.sleep(pause)


def pause_after(refusal: RefusedError, attempt: int, chance: float) -> float | None:
    """Return how many seconds to wait before the next try; None: there is none.

    The time doubles, and its half is left to chance, so that runs that met once do not
    meet again.

    Args:
        refusal: Why an attempt failed.
        attempt: Its number, from 1.
        chance: From 0 to 1.
    """
    if attempt >= ATTEMPTS or not _passes(refusal, attempt):
        return None
    return _FIRST_PAUSE * float(2 ** (attempt - 1)) * (1 + chance) / 2


def _passes(refusal: RefusedError, attempt: int) -> bool:
    code = refusal.sqlstate
    if code == UNREACHED:  # a first time: a mistake; later: it is starting anew
        return attempt > 1
    if code is None:  # nobody ended the connection on purpose, who would say so
        return refusal.about.is_lost
    return code in _PASSING or code.startswith("08")
