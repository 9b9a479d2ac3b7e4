"""An old and a new state of the stock, with a change of every kind between them."""

import time
from decimal import Decimal

from seedc.model.release import Release
from tests.apply import oracle
from tests.apply.database import Shown, imagined, live, value
from tests.apply.seeds import Entries, Left
from tests.apply.stock import CATALOG, State, item, seeds_of, state, stock
from tests.apply.ways import applied
from tests.apply.world import empty
from tests.sql import run
from tests.sql.inventory import DDL

_NEW_ROWS: State = {
    "shops": [("inn", "The Mill", "pie", None), ("mill", "The Inn", "ale", None)],
    "items": [
        item("ale", 4, made_of="hops", shop="mill", price=Decimal("1.1")),
        item("hops", 1, made_of="ale"),
        item("pie", 2, shop="inn"),
    ],
    "items_tags": [("ale", 0, "brown"), ("ale", 1, "wet"), ("pie", 0, "warm")],
}
_LEFT: Entries = {
    "items": {
        ("hop",): Left(removed=False, to=("hops",)),
        ("bun",): Left(removed=True, to=("pie",)),
    }
}
_OLD_SEEDS = seeds_of(CATALOG, state())
_NEW_SEEDS = seeds_of(CATALOG, _NEW_ROWS, "1.1.0", _LEFT)
_BEFORE = oracle.run(empty(CATALOG), _OLD_SEEDS).world

OLD = stock(state(), "1.0.0")
NEW = stock(_NEW_ROWS, "1.1.0", _LEFT)
_VERSION = """
SELECT versions ->> 'items.json' FROM seedc.runs WHERE outcome = 'done'
ORDER BY id DESC LIMIT 1
"""
_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def begin(conninfo: str) -> None:
    """Bring a database to the old state, whatever it held."""
    run.apply(
        conninfo,
        "DROP SCHEMA IF EXISTS public, seedc CASCADE; CREATE SCHEMA public",
    )
    run.apply(conninfo, DDL)
    applied(OLD, conninfo)


def state_of(conninfo: str) -> str:
    """Say in which state a database is, `old` or `new`; its ledger says the same."""
    _wait_for_others(conninfo)
    found = _without_numbers(live(conninfo, CATALOG, "public"))
    states = {
        "1.0.0": _without_numbers(imagined(_BEFORE)),
        "1.1.0": _without_numbers(imagined(oracle.run(_BEFORE, _NEW_SEEDS).world)),
    }
    assert found == states[str(value(conninfo, _VERSION))]
    return "old" if found == states["1.0.0"] else "new"


def _without_numbers(rows: Shown) -> Shown:
    """Leave out what the live system counts."""
    return {
        table: [{k: v for k, v in row.items() if k != "number"} for row in found]
        for table, found in rows.items()
    }


def _wait_for_others(conninfo: str) -> None:
    """Wait until the backend of whoever was killed has noticed."""
    deadline = time.monotonic() + 30
    while value(conninfo, _OTHERS) != 0:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def converge(conninfo: str, release: Release = NEW) -> None:
    """Apply a release as if nothing had happened."""
    assert applied(release, conninfo).plan.refusals == ()
    assert state_of(conninfo) == "new"
    assert applied(release, conninfo).run is None
