"""Two locks of a home; the kernel frees both when their holders are gone.

`command.lock` is held by the seedc process at work on the home, `server.lock` by
the processes of the server: an `initdb`, the postmaster and all its children
inherit it. A free `server.lock` therefore proves that nothing is running, which a
process id in a file cannot: ids are used again, and another container counts its own.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from seedc.model.errors import WorldError
from seedc.sandbox.folders import file_system, prepare
from seedc.sandbox.home import Home

COMMAND_LOCK = "command.lock"
SERVER_LOCK = "server.lock"


def be_silent(_message: str) -> None:
    """Tell nobody; the default where a message may be of no interest."""


@contextmanager
def locked(home: Home, tell: Callable[[str], None] = be_silent) -> Iterator[None]:
    """Be the only seedc at work on `home`, which is made if need be.

    Args:
        home: The home to work on.
        tell: Called with one line if another process has to be waited for.
    """
    with file_system():
        descriptor = _acquire(home, tell)
    try:
        yield
    finally:
        os.close(descriptor)


@contextmanager
def claimed(home: Home) -> Iterator[int | None]:
    """Try to hold the server's lock, while no process of a server does.

    Yields:
        A descriptor for children to inherit: the lock then lives as long as the
        last of them. None while some process of a server is alive.
    """
    descriptor = _open(home.folder / SERVER_LOCK)
    try:
        yield descriptor if _is_free(descriptor) else None
    finally:
        # Closed, not unlocked: unlocking would take it from the children.
        os.close(descriptor)


def _acquire(home: Home, tell: Callable[[str], None]) -> int:
    path = home.folder / COMMAND_LOCK
    while True:
        prepare(home)
        # A reset deletes the folder, and the file that we may be waiting for: then
        # what we hold is a lock of nothing, and another could hold the new one.
        with contextlib.suppress(FileNotFoundError):
            descriptor = _open(path)
            if _take(descriptor, path, tell):
                return descriptor


def _take(descriptor: int, path: Path, tell: Callable[[str], None]) -> bool:
    try:
        _wait(descriptor, path, tell)
        taken = os.path.samestat(os.fstat(descriptor), path.lstat())
        if taken:
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"process {os.getpid()}".encode(), 0)
    except BaseException:
        os.close(descriptor)
        raise
    if not taken:
        os.close(descriptor)
    return taken


def _wait(descriptor: int, path: Path, tell: Callable[[str], None]) -> None:
    import fcntl  # noqa: PLC0415 - the module does not exist on Windows

    if not _is_free(descriptor):
        holder = os.pread(descriptor, 20, 0).decode() or "another process"
        tell(f"waiting for {holder}, which holds `{path}`")
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _is_free(descriptor: int) -> bool:
    import fcntl  # noqa: PLC0415 - the module does not exist on Windows

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        message = f"the file system does not lock files: {error}"
        raise WorldError(message, hint="keep the project on a local disk") from error
    return True


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
