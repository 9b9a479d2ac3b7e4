"""Make something on a second processor while this one goes on.

The second process is a fork: it has all values without copying them, and sends back
only what it made. Where there is no safe fork, or the fork dies, the same is made
here when it is asked for.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from seedc.model.output_file import OutputFile

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Make: TypeAlias = Callable[[], tuple[OutputFile, ...]]


def ahead(make: Make) -> Make:
    """Begin to make files, and return what gives them once they are needed."""
    if not _can_fork():
        return make
    from multiprocessing import get_context  # noqa: PLC0415, slow to import

    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    # A daemon: if nobody asks for the files, it ends with this process.
    process = context.Process(target=_send, args=(sender, make), daemon=True)
    process.start()
    sender.close()

    def receive() -> tuple[OutputFile, ...]:
        try:
            files: tuple[OutputFile, ...] = receiver.recv()
        except EOFError:  # the fork died; if by a defect, it shows here again
            return make()
        finally:
            process.join()
        return files

    return receive


def _can_fork() -> bool:
    # Elsewhere a fork without exec is not safe, or there is none.
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _send(sender: "Connection[object, object]", make: Make) -> None:
    # What goes wrong here goes wrong again where the files are asked for.
    with suppress(Exception):
        sender.send(make())
