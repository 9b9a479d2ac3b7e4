"""An apply does not wait for ever, and says for whom it waited."""

import pytest

from seedc.database.refused import RefusedError
from seedc.model.project import Deploy
from tests.apply.database import ledger, value, versions_of_rows
from tests.apply.refusals import changed
from tests.apply.stock import CATALOG, DDL, state, stock
from tests.apply.ways import applied
from tests.sql import run

_IMPATIENT = Deploy(lock_timeout="100ms")
_HOLDERS = {
    "a row": "SELECT FROM items WHERE id = 'bun' FOR UPDATE",
    "a row that it changed": "UPDATE items SET number = 5 WHERE id = 'bun'",
    "a table": "LOCK TABLE items IN SHARE MODE",
    "a table, from readers as well": "LOCK TABLE items",
    "the lock of a run": (
        "SELECT pg_advisory_xact_lock(hashtextextended('seedc:game', 0))"
    ),
}
_LEFTOVERS = "SELECT count(*) FROM pg_class WHERE relpersistence = 't'"


@pytest.fixture
def stocked(database: str) -> str:
    """Give a database that holds the stock of version 1.0.0."""
    run.apply(database, DDL)
    applied(stock(state()), database)
    return database


@pytest.mark.parametrize("what", _HOLDERS)
def test_locked_out(stocked: str, what: str) -> None:
    """It gives up, names the session that holds the lock, and leaves nothing behind.

    Only the ledger keeps that it failed.
    """
    release = stock(changed(), "1.1.0", deploy=_IMPATIENT)
    before = versions_of_rows(stocked, CATALOG, "public"), ledger(stocked)["state"]
    told: list[str] = []
    with run.connected(stocked) as holder:
        holder.execute("SET application_name = 'the game'")
        holder.execute("BEGIN")
        holder.execute(_HOLDERS[what].encode())
        with pytest.raises(RefusedError) as refused:
            applied(release, stocked, tell=told.append)
        holder.execute("ROLLBACK")
        pid = holder.info.backend_pid
    assert "lock_timeout" in refused.value.message
    holder_named = f"process {pid} of `seedc`, application `the game`"
    assert holder_named in refused.value.message
    assert len(told) == 4
    after = versions_of_rows(stocked, CATALOG, "public"), ledger(stocked)["state"]
    assert after == before
    assert value(stocked, _LEFTOVERS) == 0
    assert value(stocked, "SELECT array_agg(outcome ORDER BY id) FROM seedc.runs") == [
        "done", "failed",
    ]  # fmt: skip
    assert applied(release, stocked).run is not None


def test_readers_are_in_nobodys_way(stocked: str) -> None:
    """Nor are those who write columns of other rows, or keep old rows in sight."""
    release = stock(changed(), "1.1.0", deploy=_IMPATIENT)
    with run.connected(stocked) as other:
        other.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        seen = other.execute("SELECT id, price FROM items ORDER BY id").fetchall()
        other.execute("UPDATE shops SET visits = 7")
        assert applied(release, stocked).run is not None
        again = other.execute("SELECT id, price FROM items ORDER BY id").fetchall()
        assert again == seen
        other.execute("COMMIT")
    assert value(stocked, "SELECT count(*) FROM items WHERE price = 9") == 3
    assert value(stocked, "SELECT min(visits) FROM shops") == 7
