"""A script: applies to a database that are killed before each statement they send.

It is no test module, since it forks, which a process with threads must not.
"""

import os
import signal
import sys
from collections.abc import Callable

from seedc.database import connect
from seedc.database.driver import Connection
from tests.apply.moments import striking
from tests.apply.two_states import NEW, begin, converge, state_of
from tests.apply.ways import applied


def main(conninfo: str, step: int) -> None:
    """Kill applies, until one comes to its end."""
    moment, ended = 0, False
    while not ended:
        begin(conninfo)
        ended = _ends_in_fork(lambda at=moment: _apply(conninfo, at))  # type: ignore[misc]  # a default
        assert state_of(conninfo) == ("new" if ended else "old")
        converge(conninfo)
        moment += step
    begin(conninfo)
    assert not _ends_in_fork(lambda: _die_committing(conninfo))
    assert state_of(conninfo) == "new"
    converge(conninfo)


def _apply(conninfo: str, moment: int) -> None:
    with striking(moment, lambda _: os.kill(os.getpid(), signal.SIGKILL)):
        applied(NEW, conninfo)


def _die_committing(conninfo: str) -> None:
    """Die when COMMIT was sent and nobody has answered."""

    def send_and_die(connection: Connection, statement: str, *_: str | None) -> None:
        assert statement == "COMMIT"
        connection.pgconn.send_query(b"COMMIT")
        os.kill(os.getpid(), signal.SIGKILL)

    usual = connect._commit  # noqa: SLF001, the moment that matters

    def commit(connection: Connection) -> None:
        setattr(connect, "ask", send_and_die)  # noqa: B010, it comes from elsewhere
        usual(connection)

    connect._commit = commit  # noqa: SLF001
    applied(NEW, conninfo)


def _ends_in_fork(action: Callable[[], None]) -> bool:
    """Run an action in a fork, and say whether it ended by itself."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            action()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(status) == 0, "the apply failed"
    return True


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
