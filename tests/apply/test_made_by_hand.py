"""Tables that somebody else made take the seeds, where they can hold them at all."""

from collections.abc import Callable, Mapping

import pytest

from seedc.database.refused import RefusedError
from seedc.model.column_type import Integer
from tests.apply.database import value
from tests.apply.releases import GENEROUS, release, seed_sql
from tests.apply.seeds import Left, Seeds
from tests.apply.stock import DDL, State, item, seeds_of, state, stock, stock_sql
from tests.apply.values import Key
from tests.apply.ways import applied
from tests.sql import build, run

_CATALOG = build.catalog(
    build.table("levels", build.column("id", Integer()), build.column("name"))
)
_MADE = {
    "numbers its rows": "CREATE TABLE levels (id int GENERATED ALWAYS AS IDENTITY"
    " PRIMARY KEY, name text NOT NULL)",
    "has other types, and more columns in another order": "CREATE TABLE levels"
    " (made timestamptz NOT NULL DEFAULT now(), name varchar(9) NOT NULL, id bigint);"
    " CREATE UNIQUE INDEX ON levels (id)",
    "is a view": "CREATE TABLE base (id int PRIMARY KEY, name text NOT NULL);"
    " CREATE VIEW levels AS SELECT * FROM base",
    "is partitioned": "CREATE TABLE levels (id int PRIMARY KEY, name text NOT NULL)"
    " PARTITION BY HASH (id); CREATE TABLE part PARTITION OF levels FOR VALUES WITH"
    " (modulus 1, remainder 0)",
}


def _apply(seeds: Seeds, conninfo: str) -> None:
    outcome = applied(release(_CATALOG, seeds, GENEROUS, "public"), conninfo)
    assert outcome.plan.refusals == ()


def _psql(seeds: Seeds, conninfo: str) -> None:
    run.psql(conninfo, seed_sql(_CATALOG, seeds, GENEROUS, "public"))


def _seeds(version: str, *names: str) -> Seeds:
    return seeds_of(_CATALOG, {"levels": [*enumerate(names, 1)]}, version)


@pytest.mark.parametrize("bring", [_apply, _psql])
@pytest.mark.parametrize("made", _MADE)
def test_made_by_hand(
    database: str, made: str, bring: Callable[[Seeds, str], None]
) -> None:
    """An empty one takes them, and so does one with rows."""
    run.apply(database, _MADE[made])
    for names in (["one", "two"], ["one", "second", "third"]):
        bring(_seeds(f"1.{len(names)}.0", *names), database)
        found = value(database, "SELECT array_agg(name ORDER BY id) FROM levels")
        assert found == names
    assert value(database, "SELECT count(*) FROM seedc.runs") == 2
    bring(_seeds("1.3.0", "one", "second", "third"), database)
    assert value(database, "SELECT count(*) FROM seedc.runs") == 2


def test_foreign_keys_that_cannot_wait(database: str) -> None:
    """The hint is what lets rows that refer to each other in."""
    run.apply(database, DDL)
    key = "ALTER TABLE shops ALTER CONSTRAINT shops_best_item_fkey "
    run.apply(database, f"{key} NOT DEFERRABLE")
    with pytest.raises(RefusedError, match="shops_best_item_fkey") as caught:
        applied(stock(state()), database)
    assert f"{key}DEFERRABLE" in str(caught.value.hint)
    run.apply(database, f"{key} DEFERRABLE")
    assert applied(stock(state()), database).run is not None


_NEW_SHOP = ("pub", "The Pub", None, None)


def _moved(*, replaced: bool) -> tuple[State, Mapping[str, Mapping[Key, Left]]]:
    rows = state()
    rows["shops"] = [_NEW_SHOP if s[0] == "mill" else s for s in rows["shops"]]
    rows["items"] = [
        item("bun", 2, shop="pub"),
        *(r for r in rows["items"] if r[0] != "bun"),
    ]
    left = Left(removed=replaced, to=None if replaced else ("pub",))
    return rows, {"shops": {("mill",): left}}


@pytest.mark.parametrize("replaced", [True, False])
def test_references_that_cannot_wait(database: str, replaced: bool) -> None:  # noqa: FBT001
    """A row that moves off one that goes, or is renamed, would come too late."""
    run.apply(database, DDL)
    applied(stock(state()), database)
    key = "ALTER TABLE items ALTER CONSTRAINT items_shop_fkey "
    run.apply(database, f"{key} NOT DEFERRABLE")
    rows, left = _moved(replaced=replaced)
    (refusal,) = applied(stock(rows, "1.1.0", left), database).plan.refusals
    assert (refusal.table, refusal.total) == ("shops", 1)
    assert (
        "items_shop_fkey, which would refuse, as it is not DEFERRABLE"
        in refusal.message
    )
    assert (
        "items_shop_fkey"
        in run.try_psql(database, stock_sql(rows, "1.1.0", left)).stderr
    )
    run.apply(database, f"{key} DEFERRABLE")
    assert applied(stock(rows, "1.1.0", left), database).run is not None
    assert value(database, "SELECT shop FROM items WHERE id = 'bun'") == "pub"
