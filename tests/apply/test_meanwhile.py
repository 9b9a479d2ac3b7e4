"""What others do between the look and the write of an apply is not lost."""

import psycopg
import pytest

from seedc.apply import look as apply_look
from seedc.apply import run as apply_run
from seedc.apply.execute import execute_plan
from seedc.apply.look import HOLD, Looked
from seedc.database.driver import Connection, Row
from seedc.database.statements import execute
from seedc.model.errors import WorldError
from seedc.model.plan import Plan
from seedc.model.release import Release
from tests.apply.database import value
from tests.apply.refusals import changed, removed
from tests.apply.stock import DDL, State, item, state, stock
from tests.apply.ways import applied
from tests.sql import run

_MINE = "INSERT INTO items (id, rank, price, tuned) VALUES ('pie', 9, 1, 1)"


@pytest.fixture
def stocked(database: str) -> str:
    """Give a database that holds the stock of version 1.0.0."""
    run.apply(database, DDL)
    applied(stock(state()), database)
    return database


def _do_before_writing(
    monkeypatch: pytest.MonkeyPatch, conninfo: str, *statements: str
) -> None:
    """Have people do something each time an apply has looked and begins to write."""
    todo = iter(statements)

    def execute(
        connection: Connection, release: Release, looked: Looked, plan: Plan
    ) -> int:
        if statement := next(todo, None):
            run.apply(conninfo, statement)
        return execute_plan(connection, release, looked, plan)

    monkeypatch.setattr(apply_run, "execute_plan", execute)


def _with_pie() -> State:
    rows = state()
    rows["items"].append(item("pie", 4))
    return rows


def test_a_row_that_goes(stocked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer rows than planned are changed: all is undone, and tried again."""
    gone = "DELETE FROM items WHERE id = 'bun'"  # and its tags, as that cascades
    _do_before_writing(monkeypatch, stocked, gone)
    told: list[str] = []
    outcome = applied(stock(changed(), "1.1.0"), stocked, tell=told.append)
    assert outcome.run is not None
    assert len(told) == 1
    counts = {table.table: table.counts for table in outcome.plan.tables}
    assert counts["items"] == {"insert": 1, "update": 2}
    assert value(stocked, "SELECT count(*) FROM items WHERE price = 9") == 3


def test_a_row_that_comes(stocked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the application's: the apply fails, and the next one says whose it is."""
    _do_before_writing(monkeypatch, stocked, _MINE)
    with pytest.raises(WorldError, match="items_pkey"):
        applied(stock(_with_pie(), "1.1.0"), stocked)
    refused = applied(stock(_with_pie(), "1.1.0"), stocked).plan.refusals
    assert [(r.code, r.keys) for r in refused] == [("unknown-rows", ("pie",))]
    assert value(stocked, "SELECT rank FROM items WHERE id = 'pie'") == 9


_REFERENCE = _MINE.replace("tuned)", "tuned, made_of)").replace("1, 1)", "1, 1, 'bun')")
_ITEM = "INSERT INTO items_tags VALUES ('bun', 7, 'mine')"


@pytest.mark.parametrize("statement", [_REFERENCE, _ITEM])
def test_a_reference_that_comes(
    stocked: str, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    """A row that goes is kept by who came to refer to it, or into its list."""

    def held(connection: Connection, script: bytes, name: str) -> list[Row]:
        if name == HOLD:
            run.apply(stocked, statement)
        return execute(connection, script, name)

    monkeypatch.setattr(apply_look, "execute", held)
    refused = applied(stock(changed("bun"), "1.1.0", removed("bun")), stocked)
    codes = [(r.code, r.total) for r in refused.plan.refusals]
    assert codes == [("foreign-references", 1)]
    assert refused.run is None
    assert value(stocked, "SELECT count(*) FROM items WHERE id = 'bun'") == 1


@pytest.mark.parametrize("statement", [_REFERENCE, _ITEM])
def test_a_reference_that_comes_too_late(
    stocked: str, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    """From then on it waits, and finds that the row has gone."""
    hasty = run.with_options(stocked, {"lock_timeout": "100ms"}, "UTF8")

    def execute_late(
        connection: Connection, release: Release, looked: Looked, plan: Plan
    ) -> int:
        with pytest.raises(psycopg.errors.LockNotAvailable):
            run.apply(hasty, statement)
        return execute_plan(connection, release, looked, plan)

    monkeypatch.setattr(apply_run, "execute_plan", execute_late)
    done = applied(stock(changed("bun"), "1.1.0", removed("bun")), stocked)
    assert done.run is not None
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        run.apply(stocked, statement)
