"""Laws of giving a new database the name of the old one."""

import pytest

from seedc.database.driver import Connection, Row
from seedc.database.refused import RefusedError
from seedc.database.statements import execute
from seedc.sandbox import swap
from seedc.sandbox.connect import connected
from seedc.sandbox.server import Server
from tests.support.scratch import scratch_database


def refuse(monkeypatch: pytest.MonkeyPatch, times: int, sqlstate: str) -> None:
    """Let the database refuse to rename, as if a client had just come in."""
    left = [RefusedError("being accessed by other users", sqlstate)] * times

    def run(connection: Connection, script: bytes) -> list[Row]:
        if left and b"RENAME" in script:
            raise left.pop()
        return execute(connection, script)

    monkeypatch.setattr(swap, "execute", run)


def swap_in(server: Server) -> None:
    """Build a database beside an old one, and swap them."""
    with scratch_database(server) as name, connected(server, "postgres") as admin:
        swap.create_beside(admin, name)
        try:
            swap.swap(admin, name, replaces=True)
        finally:
            swap.clear_beside(admin, name)


@pytest.mark.parametrize("times", [0, 1, 4])
def test_again(
    embedded_server: Server, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """A client that comes back at the wrong moment is sent away again."""
    refuse(monkeypatch, times, swap.OBJECT_IN_USE)
    swap_in(embedded_server)


@pytest.mark.parametrize(("times", "sqlstate"), [(5, swap.OBJECT_IN_USE), (1, "42501")])
def test_not_for_ever(
    embedded_server: Server,
    monkeypatch: pytest.MonkeyPatch,
    times: int,
    sqlstate: str,
) -> None:
    """What does not pass, or is no matter of waiting, is an error."""
    refuse(monkeypatch, times, sqlstate)
    with pytest.raises(RefusedError, match="being accessed"):
        swap_in(embedded_server)
