"""The law of lost connections: the database ends a session during an apply."""

from unittest.mock import patch

import psycopg
import pytest

from seedc.database import connect, retry
from seedc.database.driver import Connection
from seedc.database.statements import Answer, ask
from seedc.model.errors import WorldError
from tests.apply.database import value
from tests.apply.moments import striking
from tests.apply.profile import IS_LONG
from tests.apply.two_states import NEW, begin, converge, state_of
from tests.apply.ways import applied

_STEP = 1 if IS_LONG else 4
_FAILED = "SELECT count(*) FROM seedc.runs WHERE outcome = 'failed'"


def _terminate(connection: Connection) -> None:
    """End a session, and wait until that has happened."""
    with psycopg.connect(connection.info.dsn, autocommit=True) as admin:
        end = "SELECT pg_terminate_backend(%s, 10000)"
        assert admin.execute(end, [connection.info.backend_pid]).fetchone() == (True,)


def test_lost_connections(new_database: str) -> None:
    """Whenever that is, the old state or the new one is there, and the ledger knows.

    Somebody ended it on purpose, so that it is not tried again.
    """
    moment, struck = 0, True
    while struck:
        begin(new_database)
        with striking(moment, _terminate) as clock:
            if _fails(new_database):
                assert clock.struck
                assert state_of(new_database) == "old"
                assert value(new_database, _FAILED) == 1
        struck = clock.struck
        converge(new_database)
        moment += _STEP


def _fails(conninfo: str) -> bool:
    try:
        applied(NEW, conninfo)
    except WorldError as error:
        return "connection" in error.message
    return False


@pytest.mark.parametrize("happened", [True, False])
def test_lost_during_commit(new_database: str, *, happened: bool) -> None:
    """When nobody said whether it was committed, the ledger is asked."""
    begin(new_database)
    usual = connect._commit  # noqa: SLF001, the moment that matters

    def commit(connection: Connection) -> None:
        def lose(connection: Connection, statement: str, *_: str | None) -> Answer:
            assert statement == "COMMIT"
            if happened:
                ask(connection, statement)
            _terminate(connection)
            return ask(connection, statement)

        with patch.object(connect, "ask", lose):
            usual(connection)

    with patch.object(connect, "_commit", commit), patch.object(retry, "ATTEMPTS", 1):
        if happened:
            assert applied(NEW, new_database).run is not None
        else:
            with pytest.raises(WorldError, match="during COMMIT"):
                applied(NEW, new_database)
    assert state_of(new_database) == ("new" if happened else "old")
    converge(new_database)
