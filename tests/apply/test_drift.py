"""Drift tells what somebody did to production from what is not deployed yet."""

import pytest

from seedc.apply.drift import drift
from seedc.model.drift import Drift
from seedc.model.plan import ColumnChange, Options
from seedc.model.release import Release
from seedc.script.artifact import artifact, read_artifact
from tests.apply.database import ledger, live, value
from tests.apply.seeds import Entries, Left
from tests.apply.stock import CATALOG, DDL, State, item, state, stock
from tests.apply.ways import applied
from tests.sql import run


@pytest.fixture
def shop(database: str) -> str:
    """Give a database to which the inventory was applied."""
    with run.connected(database) as connection:
        connection.execute("DROP SCHEMA IF EXISTS seedc CASCADE")
        connection.execute(DDL.encode())
    applied(stock(state()), database)
    return database


def _do(shop: str, statement: str) -> None:
    with run.connected(shop) as connection:
        connection.execute(statement.encode())


def _with(**items: int) -> State:
    """Return rows of which some items have other ranks."""
    rows = state()
    rows["items"] = [
        (row[0], items.get(str(row[0]), row[1]), *row[2:]) for row in rows["items"]
    ]
    return rows


def _kinds(found: Drift) -> dict[tuple[str, ...], str]:
    return {
        (table.table, *row.key): row.kind
        for table in found.tables
        for row in table.rows
    }


def _drift(shop: str, release: Release) -> Drift:
    """Return the drift, found twice: from the sources and from an artefact."""
    before = (live(shop, CATALOG, "public"), ledger(shop))
    found = drift(release, shop)
    again = drift(read_artifact("release", artifact(release)), shop)
    assert again == found
    assert (live(shop, CATALOG, "public"), ledger(shop)) == before
    return found


def test_nothing_happened(shop: str) -> None:
    """All rows are as they were applied."""
    found = _drift(shop, stock(state()))
    assert (found.tables, found.unchanged, found.has_drifted) == ((), 8, False)


def test_live_columns_are_no_drift(shop: str) -> None:
    """The game may count, and rows of the application are its own."""
    _do(shop, "UPDATE shops SET visits = 7; UPDATE items SET tuned = 9")
    _do(shop, "INSERT INTO shops (id, name) VALUES ('own', 'Own')")
    assert _drift(shop, stock(state())).tables == ()


def test_who_changed_what(shop: str) -> None:
    """Three ways to differ, and one to agree by accident."""
    _do(shop, "UPDATE items SET rank = 21 WHERE id = 'ale'")
    _do(shop, "UPDATE items SET rank = 22 WHERE id = 'bun'")
    _do(shop, "DELETE FROM items_tags WHERE parent_id = 'bun'")
    _do(shop, "UPDATE shops SET name = 'Mill' WHERE id = 'mill'")
    rows = _with(bun=32, hop=33)
    rows["shops"][1] = ("mill", "Mill", None, None)
    found = _drift(shop, stock(rows, "1.1.0"))
    assert _kinds(found) == {
        ("items", "ale"): "edited",
        ("items", "bun"): "conflict",
        ("items", "hop"): "pending",
        ("items_tags", "bun", "0"): "deleted",
        ("shops", "mill"): "already",
    }
    assert found.has_drifted
    (items,) = (table for table in found.tables if table.table == "items")
    assert items.rows[1].columns == (ColumnChange("rank", "22", "32"),)


def test_what_is_not_deployed_is_no_drift(shop: str) -> None:
    """New, changed, renamed and removed rows wait for their deployment."""
    rows = state()
    rows["items"] = [
        item("ale", 1, made_of="hops", shop="inn"),
        item("hops", 3),
        item("new", 9),
    ]
    rows["items_tags"] = []
    gone: Entries = {
        "items": {
            ("bun",): Left(removed=True, to=None),
            ("hop",): Left(removed=False, to=("hops",)),
        }
    }
    found = _drift(shop, stock(rows, "1.1.0", gone))
    assert {*_kinds(found).values()} == {"pending"}
    assert not found.has_drifted


def test_a_removed_row_that_was_edited(shop: str) -> None:
    """The file removes what somebody edited: a conflict; what is gone too is none."""
    rows = state()
    rows["items"], rows["items_tags"] = rows["items"][:1], rows["items_tags"][:2]
    rows["items"][0] = item("ale", 1)
    gone: Entries = {
        "items": {(key,): Left(removed=True, to=None) for key in ("bun", "hop")}
    }
    _do(
        shop,
        "UPDATE items SET price = 3 WHERE id = 'bun'; UPDATE items SET made_of = NULL",
    )
    _do(shop, "DELETE FROM items WHERE id = 'hop'")
    kinds = _kinds(_drift(shop, stock(rows, "1.1.0", gone)))
    assert kinds["items", "bun"] == "conflict"
    assert kinds["items", "hop"] == "already"


def test_rows_of_somebody_else(shop: str) -> None:
    """A row that the seeds did not write is unknown, and one that equals is there."""
    _do(shop, "INSERT INTO items (id, rank, price, tuned) VALUES ('own', 50, 1, 1)")
    _do(shop, "INSERT INTO items (id, rank, price, tuned) VALUES ('own2', 51, 1.10, 1)")
    rows = state()
    rows["items"] += [item("own", 50), item("own2", 51)]
    found = _drift(shop, stock(rows, "1.1.0"))
    assert _kinds(found) == {("items", "own"): "unknown", ("items", "own2"): "already"}
    assert not found.has_drifted


def test_other_columns_than_before(shop: str) -> None:
    """Images of other columns say nothing: live rows are compared with the file."""
    _do(shop, "UPDATE seedc.state SET columns = '{id,rank}' WHERE table_name = 'items'")
    _do(shop, "UPDATE items SET rank = 21 WHERE id = 'ale'")
    found = _drift(shop, stock(state()))
    (items,) = found.tables
    assert (items.comparable, _kinds(found)) == (False, {("items", "ale"): "differs"})
    assert not found.has_drifted


def test_a_role_that_only_reads(shop: str) -> None:
    """It needs to read the tables and the ledger, and to make temporary tables."""
    _do(shop, "DROP ROLE IF EXISTS looks; CREATE ROLE looks LOGIN")
    _do(shop, "ALTER ROLE looks SET default_transaction_read_only = on")
    name = run.database_of(shop)
    _do(shop, f"GRANT CONNECT, TEMPORARY ON DATABASE {name} TO looks")
    _do(shop, "GRANT USAGE ON SCHEMA public, seedc TO looks")
    _do(shop, "GRANT SELECT ON ALL TABLES IN SCHEMA public, seedc TO looks")
    _do(shop, "UPDATE items SET rank = 21 WHERE id = 'ale'")
    try:
        found = drift(stock(state()), shop.replace("user=seedc", "user=looks"))
        assert _kinds(found) == {("items", "ale"): "edited"}
    finally:
        _do(shop, "DROP OWNED BY looks; DROP ROLE looks")


def test_a_database_before_its_first_run(database: str) -> None:
    """All rows are pending, and nobody did anything to them."""
    with run.connected(database) as connection:
        connection.execute("DROP SCHEMA IF EXISTS seedc CASCADE")
        connection.execute(DDL.encode())
    found = drift(stock(state()), database)
    assert (found.head, {*_kinds(found).values()}) == (None, {"pending"})


def test_an_apply_ends_drift(shop: str) -> None:
    """What was edited is as the file says again."""
    _do(shop, "UPDATE items SET rank = 21 WHERE id = 'ale'")
    applied(stock(state()), shop, Options())
    assert _drift(shop, stock(state())).tables == ()
    assert value(shop, "SELECT rank FROM items WHERE id = 'ale'") == 1
