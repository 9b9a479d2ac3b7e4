"""A PostgreSQL 18 to measure on: as initdb makes it, and not as `seedc up` runs it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seedc.sandbox.binaries import find_binaries
from seedc.sandbox.cluster import ensure_cluster
from seedc.sandbox.folders import prepare
from seedc.sandbox.home import PORT, locate
from seedc.sandbox.lock import locked
from seedc.sandbox.process import run
from seedc.sandbox.server import Server
from seedc.sandbox.stop import reset

# The server's own, but for these: no network, and no checkpoint of its own accord
# while something is measured. Whatever makes a commit safe stays on.
SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "max_wal_size": "8GB",
    "checkpoint_timeout": "1h",
    "autovacuum_naptime": "1h",
    "timezone": "UTC",
}


@contextmanager
def server() -> Iterator[Server]:
    """Run a server, and leave nothing of it."""
    with tempfile.TemporaryDirectory(prefix="seedc-bench-") as name:
        home = locate(Path(name))
        with locked(home):
            prepare(home)
            binaries = find_binaries(home)
            ensure_cluster(home, binaries, -1)
            settings = {**SETTINGS, "unix_socket_directories": str(home.sockets)}
            options = " ".join(f"-c {key}='{value}'" for key, value in settings.items())
            where = ("-w", "-D", str(home.data), "-l", str(home.data / "log"))
            run([f"{binaries}/pg_ctl", *where, "-o", options, "start"], home.account)
        try:
            yield Server(home.sockets)
        finally:
            with locked(home):
                run([f"{binaries}/pg_ctl", *where, "-m", "fast", "stop"], home.account)
                reset(home)
