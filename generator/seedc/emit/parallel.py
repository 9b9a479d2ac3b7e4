"""Share the making of large outputs between two processors.

The second process is a fork: it has the catalog and its rows without copying them,
and sends back only the files that it made.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from seedc.model.output_file import OutputFile

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Make: TypeAlias = Callable[[], tuple[OutputFile, ...]]


def make_all(here: Sequence[Make], there: Sequence[Make]) -> tuple[OutputFile, ...]:
    """Make files, one part in this process and the other in a fork of it.

    Where the platform has no safe fork or no second processor, or where the fork
    dies, all is made here.

    Args:
        here: Makes the part that is made in this process.
        there: Makes the other part.
    """
    if not _can_fork():
        return _made([*here, *there])
    from multiprocessing import get_context  # noqa: PLC0415, slow to import

    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, there), daemon=True)
    process.start()
    sender.close()
    try:
        return (*_made(here), *_receive(receiver, there))
    finally:
        process.terminate()
        process.join()


def _can_fork() -> bool:
    # Elsewhere a fork without exec is not safe, or there is none.
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _made(parts: Sequence[Make]) -> tuple[OutputFile, ...]:
    return tuple(file for make in parts for file in make())


def _send(sender: "Connection", parts: Sequence[Make]) -> None:
    files = _made(parts)
    sender.send([file.path for file in files])
    for file in files:
        sender.send_bytes(file.content)


def _receive(receiver: "Connection", parts: Sequence[Make]) -> tuple[OutputFile, ...]:
    try:
        paths: list[str] = receiver.recv()
        return tuple(OutputFile(path, receiver.recv_bytes()) for path in paths)
    except EOFError:  # the fork died; if by a defect, it shows here again
        return _made(parts)
