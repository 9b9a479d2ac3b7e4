"""Laws of a rollback."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from seedc.database.refused import RefusedError
from seedc.model.errors import WorldError
from seedc.model.plan import Options
from seedc.model.release import History
from tests.apply.backwards import IN_PUBLIC, known, looked_back, rolled_back
from tests.apply.database import live, value
from tests.apply.seeds import Entries, Left
from tests.apply.stock import CATALOG, DDL, State, item, state, stock, stock_sql
from tests.apply.ways import applied
from tests.sql import run


@pytest.fixture
def shop(database: str) -> str:
    """Give a database with the tables of the inventory, and no row."""
    with run.connected(database) as connection:
        connection.execute("DROP SCHEMA IF EXISTS seedc CASCADE")
        connection.execute(DDL.encode())
    return database


def _rows(shop: str) -> object:
    return live(shop, CATALOG, "public")


def _do(shop: str, statement: str) -> None:
    with run.connected(shop) as connection:
        connection.execute(statement.encode())


def _swapped() -> State:
    """Return rows of which two exchange names, and three pass ranks on."""
    rows = state()
    rows["shops"] = [("inn", "The Mill", None, None), ("mill", "The Inn", None, None)]
    rows["items"] = [item("ale", 2), item("bun", 3), item("hop", 1)]
    return rows


def _without_bun() -> State:
    rows = state()
    rows["items"] = [row for row in rows["items"] if row[0] != "bun"]
    rows["items_tags"] = [row for row in rows["items_tags"] if row[0] != "bun"]
    return rows


GONE: Entries = {"items": {("bun",): Left(removed=True, to=None)}}


def test_goes_back_run_by_run(shop: str) -> None:
    """Each rollback goes one further back, to the empty tables, and then no further."""
    states = [(_rows(shop), known(shop))]
    for version, rows in (
        ("1.0.0", state()),
        ("1.1.0", _swapped()),
        ("1.2.0", state()),
    ):
        applied(stock(rows, version), shop)
        states.append((_rows(shop), known(shop)))
    for number, before in ((2, states[2]), (1, states[1]), (None, states[0])):
        assert looked_back(shop, IN_PUBLIC).restores == number
        rolled_back(shop, IN_PUBLIC)
        assert (_rows(shop), known(shop)) == before
    with pytest.raises(WorldError, match="all runs are rolled back"):
        rolled_back(shop, IN_PUBLIC)


def test_the_next_release_is_no_downgrade(shop: str) -> None:
    """After a rollback the release that it undid, and any later one, can be applied."""
    applied(stock(state(), "1.0.0"), shop)
    newer = stock(_swapped(), "1.1.0")
    applied(newer, shop)
    done = _rows(shop)
    rolled_back(shop, IN_PUBLIC)
    again = applied(newer, shop)
    assert (again.plan.refusals, again.run, _rows(shop)) == ((), 4, done)
    assert looked_back(shop, IN_PUBLIC).restores == 1


def test_a_deleted_row_comes_back_whole(shop: str) -> None:
    """With the columns that the seeds do not own, and its list."""
    applied(stock(state(), "1.0.0"), shop)
    _do(shop, "UPDATE items SET tuned = 77, number = 99 WHERE id = 'bun'")
    before = _rows(shop)
    applied(stock(_without_bun(), "1.1.0", GONE), shop)
    assert _rows(shop) != before
    rolled_back(shop, IN_PUBLIC)
    assert _rows(shop) == before


def test_live_columns_stay(shop: str) -> None:
    """What the game counted since is not set back."""
    applied(stock(state(), "1.0.0"), shop)
    applied(stock(_swapped(), "1.1.0"), shop)
    _do(shop, "UPDATE shops SET visits = 41")
    found = looked_back(shop, IN_PUBLIC)
    assert found.stays == {}
    rolled_back(shop, IN_PUBLIC)
    names = "SELECT string_agg(name || visits, ' ' ORDER BY id) FROM shops"
    assert value(shop, names) == "The Inn41 The Mill41"


def test_a_changed_row_stays(shop: str) -> None:
    """It is listed, and with `strict` nothing goes back."""
    applied(stock(state(), "1.0.0"), shop)
    rows = state()
    rows["items"] = [item("ale", 10), item("bun", 20), item("hop", 30)]
    applied(stock(rows, "1.1.0"), shop)
    _do(shop, "UPDATE items SET price = 9 WHERE id = 'bun'")
    found = looked_back(shop, IN_PUBLIC)
    assert found.stays == {"items": ("bun",)}
    strict = rolled_back(shop, replace(IN_PUBLIC, strict=True))
    assert [r.code for r in strict.plan.refusals] == ["edited-rows"]
    rolled_back(shop, IN_PUBLIC)
    ranks = "SELECT string_agg(rank::text, ' ' ORDER BY id) FROM items"
    assert value(shop, ranks) == "1 20 3"
    assert value(shop, "SELECT digest FROM seedc.runs ORDER BY id DESC") is None


def test_what_others_refer_to_stays(shop: str) -> None:
    """An inserted row that a table of the application refers to stops it, counted."""
    applied(stock(_without_bun(), "1.0.0"), shop)
    applied(stock(state(), "1.1.0"), shop)
    _do(shop, "CREATE TABLE orders (item text REFERENCES items ON DELETE CASCADE)")
    _do(shop, "INSERT INTO orders VALUES ('bun'), ('bun'), ('ale')")
    before = (_rows(shop), known(shop))
    (refusal,) = rolled_back(shop, IN_PUBLIC).plan.refusals
    assert (refusal.code, refusal.table, refusal.total) == (
        "foreign-references",
        "items",
        2,
    )
    assert (_rows(shop), known(shop)) == before


def test_no_row_loses_what_it_refers_to(shop: str) -> None:
    """A row cannot go back to what an edited row keeps from coming back."""
    applied(stock(_without_bun(), "1.0.0"), shop)
    rows = _without_bun()
    rows["shops"] = [("inn", "The Inn", None, None), ("mill", "The Mill", None, None)]
    rows["items"] = [item("ale", 1, shop="inn")]
    gone: Entries = {"items": {("hop",): Left(removed=True, to=None)}}
    applied(stock(rows, "1.1.0", gone), shop)
    _do(shop, "INSERT INTO items (id, rank, price, tuned) VALUES ('hop', 50, 1, 1)")
    assert looked_back(shop, IN_PUBLIC).stays == {"items": ("hop",)}
    rolled_back(shop, IN_PUBLIC)
    assert value(shop, "SELECT made_of FROM items WHERE id = 'ale'") == "hop"


def test_another_state_than_was_looked_at(shop: str) -> None:
    """What was looked at is rolled back once, and never two runs by mistake."""
    applied(stock(state(), "1.0.0"), shop)
    applied(stock(_swapped(), "1.1.0"), shop)
    expected = looked_back(shop, IN_PUBLIC).plan.fingerprint
    options = replace(IN_PUBLIC, expected=expected)
    assert rolled_back(shop, options).run == 3
    again = rolled_back(shop, options)
    assert (again.run, again.plan.refusals[0].code) == (None, "plan-changed")


def test_what_is_no_longer_kept(shop: str) -> None:
    """Ten runs can be undone; the one before them is said to be too old."""
    for number in range(12):
        rows = state()
        rows["items"] = [item("ale", 100 + number)]
        rows["shops"], rows["items_tags"] = [], []
        applied(stock(rows, f"1.{number}.0"), shop, Options())
    assert value(shop, "SELECT count(DISTINCT run) FROM seedc.undo") == 10
    for _ in range(5):
        rolled_back(shop, IN_PUBLIC)
    with pytest.raises(WorldError, match="run 7 overwrote is no longer kept"):
        rolled_back(shop, IN_PUBLIC)


def test_a_database_without_a_ledger(shop: str) -> None:
    """It says so; with a ledger of others, it says whose."""
    with pytest.raises(WorldError, match="no run of `game`") as error:
        looked_back(shop, IN_PUBLIC)
    assert error.value.hint == "`seedc apply` writes the first run"
    _do(shop, "DROP SCHEMA seedc CASCADE")
    with pytest.raises(WorldError, match="no ledger"):
        looked_back(shop, IN_PUBLIC)
    applied(stock(state()), shop)
    with pytest.raises(WorldError, match="no run of `gaem`") as error:
        looked_back(shop, replace(IN_PUBLIC, target="gaem"))
    assert error.value.hint == "it has runs of `game`"


def test_columns_that_are_gone(shop: str) -> None:
    """A migration since that dropped what a run wrote is no defect."""
    applied(stock(state()), shop)
    _do(shop, "ALTER TABLE items DROP COLUMN price")
    with pytest.raises(WorldError, match="column `price` of `items`"):
        rolled_back(shop, IN_PUBLIC)


def test_columns_that_are_new(shop: str) -> None:
    """A migration since that added a column: rows that come back get its default."""
    applied(stock(state(), "1.0.0"), shop)
    applied(stock(_without_bun(), "1.1.0", GONE), shop)
    _do(shop, "ALTER TABLE items ADD COLUMN hue text NOT NULL DEFAULT 'red'")
    rolled_back(shop, IN_PUBLIC)
    assert value(shop, "SELECT hue FROM items WHERE id = 'bun'") == "red"


def test_what_the_ledger_says_of_it(shop: str) -> None:
    """A run of its own: what it went back to, its versions, and who ran it."""
    applied(stock(state(), "1.0.0", history=History("a" * 40)), shop)
    applied(stock(_swapped(), "1.1.0", history=History("b" * 40, ("a" * 40,))), shop)
    rolled_back(shop, replace(IN_PUBLIC, actor="ann"))
    said = value(
        shop,
        "SELECT (kind, outcome, previous, restores, actor, git_commit,"
        " versions ->> 'items.json',"
        " digest = (SELECT digest FROM seedc.runs WHERE id = 1)"
        ")::text FROM seedc.runs ORDER BY id DESC LIMIT 1",
    )
    assert said == f"(rollback,done,2,1,ann,{'a' * 40},1.0.0,t)"


def test_the_cache_hears_of_it(shop: str) -> None:
    """The tables that the undone run told the cache about are in the outbox again."""
    applied(stock(state(), "1.0.0"), shop)
    applied(stock(_swapped(), "1.1.0"), shop)
    _do(shop, "UPDATE seedc.outbox SET published_at = now()")
    rolled_back(shop, IN_PUBLIC)
    pending = "SELECT string_agg(table_name || run, ' ' ORDER BY table_name)"
    pending += " FROM seedc.outbox WHERE published_at IS NULL"
    assert value(shop, pending) == "items3 shops3"


def test_values_that_others_took(shop: str) -> None:
    """A row that does not go back has the unique value of one that would: refused."""
    applied(stock(state(), "1.0.0"), shop)
    applied(stock(_without_bun(), "1.1.0", GONE), shop)
    _do(shop, "INSERT INTO items (id, rank, price, tuned) VALUES ('own', 2, 1, 1)")
    before = (_rows(shop), known(shop))
    (refusal,) = rolled_back(shop, IN_PUBLIC).plan.refusals
    assert (refusal.code, refusal.total) == ("taken-values", 1)
    assert "items_rank_key" in refusal.message
    assert (_rows(shop), known(shop)) == before


def test_a_refusal_of_the_database(shop: str) -> None:
    """All stays as it was, and the ledger keeps that it failed."""
    applied(stock(state(), "1.0.0"), shop)
    applied(stock(_without_bun(), "1.1.0", GONE), shop)
    _do(shop, "ALTER TABLE items ADD CHECK (id <> 'bun')")
    before = (_rows(shop), known(shop))
    with pytest.raises(RefusedError, match="items_id_check"):
        rolled_back(shop, IN_PUBLIC)
    assert (_rows(shop), known(shop)) == before
    last = "SELECT kind || ' ' || outcome FROM seedc.runs ORDER BY id DESC LIMIT 1"
    assert value(shop, last) == "rollback failed"


def test_values_that_are_exchanged(shop: str) -> None:
    """Back too, where Postgres looks at each row, and a check leaves little room."""
    for table, column in (("shops", "name"), ("items", "rank")):
        key = f"{table}_{column}_key"
        _do(shop, f"ALTER TABLE {table} DROP CONSTRAINT {key}")
        _do(shop, f"ALTER TABLE {table} ADD CONSTRAINT {key} UNIQUE ({column})")
    _do(shop, "ALTER TABLE items ADD CHECK (rank > 0)")
    applied(stock(state(), "1.0.0"), shop)
    before = _rows(shop)
    applied(stock(_swapped(), "1.1.0"), shop)
    _do(shop, "ALTER TABLE shops ADD CHECK (name <> '~1')")
    _do(shop, "ALTER TABLE items ADD CHECK (rank IN (1, 2, 3, 4, 5, 6))")
    rolled_back(shop, IN_PUBLIC)
    assert _rows(shop) == before


def test_what_is_written_meanwhile_is_not_lost(shop: str) -> None:
    """A row that somebody changes between the look and the write stays as it is."""
    applied(stock(state(), "1.0.0"), shop)
    rows = state()
    rows["items"] = [item("ale", 10), item("bun", 20), item("hop", 30)]
    applied(stock(rows, "1.1.0"), shop)
    with run.connected(shop) as other, ThreadPoolExecutor(1) as pool:
        other.execute("BEGIN; UPDATE items SET price = 7 WHERE id = 'bun'")
        done = pool.submit(rolled_back, shop, IN_PUBLIC)
        waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        while value(shop, waiting) == 0:
            assert not done.done()
        other.execute("COMMIT")
        assert done.result().run is not None
    prices = "SELECT string_agg(price || '/' || rank, ' ' ORDER BY id) FROM items"
    assert value(shop, prices) == "1.10/1 7/20 1.10/3"


def test_what_seed_sql_did(shop: str) -> None:
    """It goes back too: the file keeps what it overwrites as `apply` does."""
    run.apply(shop, stock_sql(state(), "1.0.0"))
    before = (_rows(shop), known(shop))
    run.apply(shop, stock_sql(_swapped(), "1.1.0"))
    assert _rows(shop) != before[0]
    rolled_back(shop, IN_PUBLIC)
    assert (_rows(shop), known(shop)) == before
