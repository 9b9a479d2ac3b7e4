"""Lends a project's server for a moment: the one that is up, or a passing one."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from seedc.sandbox.home import locate
from seedc.sandbox.lock import be_silent, locked
from seedc.sandbox.server import Server
from seedc.sandbox.start import is_passing, start
from seedc.sandbox.stop import stop


@contextmanager
def visited(project: Path, tell: Callable[[str], None] = be_silent) -> Iterator[Server]:
    """Lend the server of the project in folder `project`.

    One that is not up is started, and ends with the visit, or with this process if
    that is killed. No other seedc works on it meanwhile.

    Args:
        project: Folder of the project.
        tell: Called with one line if another seedc has to be waited for.

    Raises:
        WorldError: If the server does not start.
    """
    home = locate(project)
    with locked(home, tell), _lifeline() as lifeline:
        server = start(home, lifeline=lifeline)
        try:
            yield server
        finally:
            if is_passing(home):
                stop(home)


@contextmanager
def _lifeline() -> Iterator[int]:
    reader, writer = os.pipe()
    try:
        yield reader
    finally:
        os.close(reader)
        os.close(writer)
