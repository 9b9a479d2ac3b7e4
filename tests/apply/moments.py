"""Has something strike before one of the statements that an apply sends."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TypeAlias, cast, final
from unittest.mock import patch

from seedc.database import statements
from seedc.database.driver import Connection

_WHERE = "refusals"  # all that is sent passes it


_Refusals: TypeAlias = Callable[
    [Connection, bytes, str | None], AbstractContextManager[None]
]


@final
@dataclass(slots=True)
class Clock:
    """Counts the statements that were sent.

    Attributes:
        passed: How many.
        struck: Whether the moment came.
    """

    passed: int = 0
    struck: bool = False


@contextmanager
def striking(moment: int, strike: Callable[[Connection], object]) -> Iterator[Clock]:
    """Call something before one of the statements that this process sends.

    Args:
        moment: Number of the statement, from 0.
        strike: What to call, with the connection.
    """
    clock, usual = Clock(), cast("_Refusals", getattr(statements, _WHERE))

    def counting(
        connection: Connection, script: bytes = b"", name: str | None = None
    ) -> AbstractContextManager[None]:
        if clock.passed == moment:
            clock.struck = True
            strike(connection)
        clock.passed += 1
        return usual(connection, script, name)

    with patch.object(statements, _WHERE, counting):
        yield clock
