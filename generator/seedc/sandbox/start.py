"""Starts a server that outlives the process and the terminal that started it.

PostgreSQL's own defences against crashes stay on (`fsync`, full pages, checksums):
without them a power cut would leave a database that looks whole and is not.
"""

from pathlib import Path

from seedc.sandbox.binaries import find_binaries
from seedc.sandbox.cluster import ensure_cluster
from seedc.sandbox.folders import delete, file_system, prepare
from seedc.sandbox.home import PORT, Home
from seedc.sandbox.lock import claimed
from seedc.sandbox.process import spawn
from seedc.sandbox.server import Server, failure, find, ticks
from seedc.sandbox.stop import stop

START_SECONDS = 60.0

SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "shared_buffers": "64MB",
    "max_connections": "50",
    # Nobody replicates from here, so that new tables need no log.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "min_wal_size": "32MB",
    "max_wal_size": "256MB",
    # logind may delete shared memory when the user logs out, but no files.
    "dynamic_shared_memory_type": "mmap",
    "log_checkpoints": "off",
    "log_min_error_statement": "panic",  # a seed file has megabytes
}


PASSING = "--cluster_name=seedc_passing"
"""Marks a server that ends with the seedc that started it."""


def start(
    home: Home, binaries: Path | None = None, lifeline: int | None = None
) -> Server:
    """Return the server of `home`; start it, detached, if it is not running.

    Args:
        home: Its home, which the caller has locked.
        binaries: Folder of `initdb` and `postgres`; default: the wheel's.
        lifeline: As for `spawn`; None: a server that stays up.

    Raises:
        WorldError: If it does not start; its last words are quoted.
    """
    launched = False
    with file_system():
        for _ in ticks(START_SECONDS):
            if (server := find(home)) is None:
                launched = _ensure_alive(home, binaries, lifeline, launched=launched)
            elif launched or not is_passing(home):
                return server
            else:  # whoever it was to end with was killed, as the lock is ours
                stop(home)
    raise failure(home, f"did not answer within {START_SECONDS:.0f} seconds")


def is_passing(home: Home) -> bool:
    """Say whether the server of `home`, which is running, ends with a seedc."""
    # What the server was started with, in its own words.
    return PASSING in (home.data / "postmaster.opts").read_text("utf-8", "replace")


def _ensure_alive(
    home: Home, binaries: Path | None, lifeline: int | None, *, launched: bool
) -> bool:
    with claimed(home) as claim:
        if claim is None:  # it starts or stops, or the rest of a killed one ends
            return launched
        if launched:
            raise failure(home, "did not start")
        _launch(home, binaries or find_binaries(home), claim, lifeline)
        return True


def _launch(home: Home, binaries: Path, claim: int, lifeline: int | None) -> None:
    prepare(home)
    ensure_cluster(home, binaries, claim)
    _clear(home)
    settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
    sockets = f"--unix_socket_directories={home.sockets}"
    command = [f"{binaries}/postgres", "-D", str(home.data), sockets, *settings]
    command += [] if lifeline is None else [PASSING]
    spawn(command, home.account, claim=claim, log=home.log, lifeline=lifeline)


def _clear(home: Home) -> None:
    # `claim` proves these stale. PostgreSQL would look whether the process ids in
    # them are alive, and be fooled when one has been given to another process.
    delete(home.data / "postmaster.pid")
    for left in home.sockets.glob(".s.PGSQL.*"):
        delete(left)
