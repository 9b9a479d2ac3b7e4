"""Rows that only the database finds equal, and tables that are replicated."""

import pytest

from seedc.model.errors import WorldError
from tests.apply.database import value
from tests.apply.stock import DDL, item, state, stock
from tests.apply.ways import applied
from tests.sql import run

_BLIND = (
    "CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2',"
    " deterministic = false);"
    "ALTER TABLE items ALTER id TYPE text COLLATE blind"
)


def test_keys_that_the_database_finds_equal(old_database: str) -> None:
    """Of two rows with one key there, none is written; the newest one lacks ICU."""
    run.apply(old_database, DDL)
    run.apply(
        old_database, "ALTER TABLE items_tags DROP CONSTRAINT items_tags_parent_id_fkey"
    )
    run.apply(old_database, "ALTER TABLE items DROP CONSTRAINT items_made_of_fkey")
    run.apply(old_database, "ALTER TABLE shops DROP CONSTRAINT shops_best_item_fkey")
    run.apply(old_database, _BLIND)
    rows = state()
    rows["items"] += [item("Pie", 8), item("pie", 9)]
    with pytest.raises(WorldError, match="items_pkey"):
        applied(stock(rows), old_database)
    assert value(old_database, "SELECT count(*) FROM items") == 0


def test_each_table_has_a_replica_identity(database: str) -> None:
    """Logical replication knows rows by their primary key, those of the ledger too."""
    run.apply(database, DDL)
    without = (
        "SELECT count(*) FROM pg_class WHERE relkind = 'r'"
        " AND relnamespace IN ('public'::regnamespace, 'seedc'::regnamespace)"
        " AND (relreplident <> 'd' OR NOT EXISTS (SELECT FROM pg_index"
        " WHERE indrelid = pg_class.oid AND indisprimary))"
    )
    assert value(database, without) == 0
