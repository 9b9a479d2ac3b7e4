"""An apply is in nobody's way: it locks, writes and fires no more than it must."""

from decimal import Decimal

import pytest

from seedc.database import connect
from seedc.database.driver import Connection
from seedc.database.statements import Answer, ask
from seedc.model.project import Deploy
from tests.apply.database import value
from tests.apply.stock import CATALOG, DDL, State, item, state, stock, stock_sql
from tests.apply.ways import applied
from tests.sql import run

_IMPATIENT = Deploy(lock_timeout="200ms")
_LOG = """
CREATE TABLE public.log (event text);
CREATE FUNCTION public.log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.log
  VALUES (concat_ws(' ', TG_TABLE_NAME, TG_WHEN, TG_OP, TG_LEVEL));
  RETURN COALESCE(NEW, OLD);
END
$$;
"""
_FIRED = "SELECT array_agg(DISTINCT event ORDER BY event) FROM public.log"
_HELD = """
SELECT string_agg(DISTINCT mode, ' ') FROM pg_locks
WHERE pid = %s AND relation::regclass::text IN ('items', 'items_tags', 'shops')
"""


@pytest.fixture
def stocked(database: str) -> str:
    """Give a database that holds the stock of version 1.0.0."""
    run.apply(database, DDL)
    applied(stock(state()), database)
    return database


def _dearer(*names: str) -> State:
    rows = state()
    rows["items"] = [
        (*row[:2], Decimal(9), *row[3:]) if row[0] in names else row
        for row in rows["items"]
    ]
    return rows


def test_a_second_run_waits_for_nobody(stocked: str) -> None:
    """The live system may be in the middle of writing every row."""
    with run.connected(stocked) as other:
        other.execute("BEGIN")
        other.execute("UPDATE items SET number = number + 1, tuned = 9")
        other.execute("UPDATE shops SET visits = visits + 1")
        other.execute("SELECT FROM items_tags FOR UPDATE")
        assert applied(stock(state(), deploy=_IMPATIENT), stocked).plan.is_empty
        other.execute("COMMIT")
    assert applied(stock(state(), deploy=_IMPATIENT), stocked).plan.is_empty


def test_only_what_differs_is_waited_for(stocked: str) -> None:
    """Rows that stay may be locked by others meanwhile."""
    with run.connected(stocked) as other:
        other.execute("BEGIN")
        other.execute("UPDATE items SET number = 0 WHERE id <> 'bun'")
        release = stock(_dearer("bun"), "1.1.0", deploy=_IMPATIENT)
        assert applied(release, stocked).run is not None
        other.execute("COMMIT")


def test_columns_of_others_are_left_alone(stocked: str) -> None:
    """Not even their defaults are looked for: the row is there already."""
    run.apply(
        stocked,
        "UPDATE items SET number = 99; ALTER TABLE items ADD weight integer;"
        " UPDATE items SET weight = 5; ALTER TABLE items ALTER weight SET NOT NULL,"
        " ADD CHECK (weight > 0)",
    )
    assert applied(stock(_dearer("ale", "bun"), "1.1.0"), stocked).run is not None
    found = "SELECT array_agg(DISTINCT (number, weight)::text) FROM items"
    assert value(stocked, found) == ["(99,5)"]


@pytest.mark.parametrize(
    ("column", "stored", "said"),
    [
        ("price", "1.1", Decimal("1.10")),
        ("price", "1.10", Decimal("1.1")),
        ("data", "'{\"a\": 1.00}'", {"a": Decimal("1.0")}),
        ("data", "'null'", None),
    ],
)
def test_what_is_equal_but_not_the_same_is_written(
    stocked: str, column: str, stored: str, said: object
) -> None:
    """Rows are compared as they are stored."""
    rows = state()
    rows["items"][2] = item("hop", 3, **{column: said})
    release = stock(rows, "1.1.0")
    applied(release, stocked)
    run.apply(stocked, f"UPDATE items SET {column} = {stored} WHERE id = 'hop'")  # noqa: S608, ours
    (changed,) = applied(release, stocked).plan.tables
    assert (changed.table, changed.counts) == ("items", {"update": 1})
    assert applied(release, stocked).plan.is_empty


def test_only_a_new_row_takes_a_value_of_a_sequence(stocked: str) -> None:
    """Neither looking nor comparing burns one."""
    assert value(stocked, "SELECT last_value FROM numbers") == 3
    rows = _dearer("ale")
    rows["items"].append(item("pie", 4))
    release = stock(rows, "1.1.0")
    for _ in range(2):
        applied(release, stocked)
        assert value(stocked, "SELECT last_value FROM numbers") == 4


def test_nothing_fires_for_nothing(stocked: str) -> None:
    """Not even triggers of statements that touch no row."""
    run.apply(stocked, _LOG)
    for table in CATALOG.tables:
        for level in ("ROW", "STATEMENT"):
            for when in ("BEFORE", "AFTER"):
                run.apply(
                    stocked,
                    f"CREATE TRIGGER {when}_{level} {when} INSERT OR UPDATE OR DELETE"
                    f" ON {table.name} FOR EACH {level} EXECUTE FUNCTION public.log()",
                )
    assert applied(stock(state()), stocked).plan.is_empty
    assert value(stocked, _FIRED) is None
    assert applied(stock(_dearer("bun"), "1.1.0"), stocked).run is not None
    assert value(stocked, _FIRED) == [
        "items AFTER UPDATE ROW", "items AFTER UPDATE STATEMENT",
        "items BEFORE UPDATE ROW", "items BEFORE UPDATE STATEMENT",
    ]  # fmt: skip


def test_readers_and_writers_go_on(
    stocked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No lock at the end of a run, when it holds all of them, keeps out either."""
    held: list[str] = []

    def look_and_commit(
        connection: Connection, statement: str, *values: str | None
    ) -> Answer:
        if statement == "COMMIT":
            with run.connected(stocked) as other:
                pid = connection.info.backend_pid
                ((modes,),) = other.execute(_HELD, [pid]).fetchall()
                held.append(str(modes))
        return ask(connection, statement, *values)

    monkeypatch.setattr(connect, "ask", look_and_commit)
    rows = _dearer("bun")
    rows["items"].append(item("pie", 4))
    assert applied(stock(rows, "1.1.0"), stocked).run is not None
    modes = {*" ".join(held).split()}
    assert "RowExclusiveLock" in modes
    assert modes <= {"AccessShareLock", "RowShareLock", "RowExclusiveLock"}


def test_no_forbidden_word() -> None:
    """Nothing is truncated, merged or disabled, in neither way."""
    steps = " ".join(step.sql for step in stock(state()).steps)
    for sql in (stock_sql(state()), steps):
        words = {*sql.upper().replace("(", " ").split()}
        assert not words & {"TRUNCATE", "MERGE", "DISABLE", "SESSION_REPLICATION_ROLE"}


def test_a_second_run_leaves_no_trace(stocked: str) -> None:
    """The tables do not grow, and next to nothing is written to the log."""
    rows = state()
    rows["items"] += [item(f"item {n}", n) for n in range(10, 10_000)]
    release = stock(rows, "1.1.0")
    applied(release, stocked)
    size = "SELECT pg_relation_size('items')"
    before = value(stocked, size)
    written = []
    # The first one sets hint bits; and a page is logged whole after a checkpoint,
    # which may come at any moment, so that the least of several is what a run writes.
    for _ in range(4):
        at = value(stocked, "SELECT pg_current_wal_insert_lsn()")
        assert applied(release, stocked).plan.is_empty
        spent = value(stocked, f"SELECT pg_current_wal_insert_lsn() - '{at}'")
        written.append(int(str(spent)))
    assert value(stocked, size) == before
    assert min(written) < 200 * 1024
