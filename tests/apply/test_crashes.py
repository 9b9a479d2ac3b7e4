"""The law of crashed servers."""

import threading
from pathlib import Path
from unittest.mock import patch

import pytest

from seedc.database import retry
from seedc.model.errors import WorldError
from tests.apply.crashing import Crashing, crashing_server
from tests.apply.moments import striking
from tests.apply.profile import IS_LONG
from tests.apply.two_states import NEW, begin, converge, state_of
from tests.apply.ways import applied
from tests.support.postgres import oldest_installed

_STEP = 1 if IS_LONG else 7


@pytest.mark.parametrize("which", ["newest", "oldest"])
def test_crashes(which: str) -> None:
    """Whenever the whole server goes down, it comes up in the old state or the new."""
    with crashing_server(_binaries(which)) as crashing:
        moment, struck = 0, True
        while struck:
            conninfo = crashing.start().conninfo("postgres")
            begin(conninfo)
            with (
                striking(moment, lambda _: crashing.crash()) as clock,
                patch.object(retry, "ATTEMPTS", 1),
            ):
                failed = _fails(conninfo)
            struck = clock.struck
            crashing.start()
            assert state_of(conninfo) == ("old" if failed else "new")
            converge(conninfo)
            moment += _STEP


def _binaries(which: str) -> Path | None:
    return oldest_installed() if which == "oldest" else None


def _fails(conninfo: str) -> bool:
    try:
        applied(NEW, conninfo)
    except WorldError as error:
        return error.message != ""
    return False


def test_a_crash_is_survived() -> None:
    """A server that comes back soon gets its rows from the same apply."""
    with crashing_server() as crashing:
        conninfo = crashing.start().conninfo("postgres")
        begin(conninfo)
        back = threading.Thread(target=_restart, args=[crashing])

        def crash(_: object) -> None:
            crashing.crash()
            back.start()

        with striking(12, crash), patch.object(retry, "ATTEMPTS", 40):
            assert applied(NEW, conninfo).run is not None
        back.join()
        assert state_of(conninfo) == "new"


def _restart(crashing: Crashing) -> None:
    crashing.start()
