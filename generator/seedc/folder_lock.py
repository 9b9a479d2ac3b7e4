"""Locks on folders, which leave nothing behind.

The kernel lets go of a lock when its holder dies.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def flocked(folder: Path, *, shared: bool) -> Iterator[None]:
    """Hold a folder against others who lock it; wait for them.

    Args:
        folder: The folder, which is there.
        shared: Whether others may hold it in the same way.
    """
    try:
        import fcntl  # noqa: PLC0415, there is none on Windows
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # as NFS, which does not lock folders
            fcntl.flock(handle, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
