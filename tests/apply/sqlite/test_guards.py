"""What stops a plan: too many removals, versions, other plans, other projects."""

from decimal import Decimal
from pathlib import Path

import pytest

from seedc.apply.sqlite.values import Seeds
from seedc.model.catalog import Row
from seedc.model.plan import Allowance
from seedc.model.project import Deploy
from tests.apply.sqlite import shop
from tests.apply.sqlite.files import apply, codes, do, plan, seeds
from tests.apply.sqlite.shop import item, rows
from tests.sql import build

GAME = shop.catalog()
FIRST = seeds(
    GAME,
    rows(
        GAME,
        item("ale", price=2),
        item("bun"),
        tags=(("ale", 0, "wet"), ("ale", 1, "old"), ("bun", 0, "warm")),
        bundles=(("lunch", "bun"),),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a file that holds the first seeds."""
    found = tmp_path / "dev.db"
    assert apply(found, FIRST).run == 1
    return found


def _with(*more: Row) -> Seeds:
    """Return the first seeds with some items more."""
    items = [*FIRST.rows["items"], *rows(GAME, *more)["items"]]
    return seeds(GAME, {**FIRST.rows, "items": items}, "1.1.0")


def test_too_many_rows_are_not_removed_at_once(path: Path) -> None:
    """Unless one says so; a single row may always go."""
    some = [item(f"i{i}") for i in range(9)]
    apply(path, _with(*some))
    gone = {"items": [((row[0],), None) for row in some[:4]]}
    limits = Deploy(lock_timeout="60s", max_removed_share=Decimal("0.3"))
    then = seeds(GAME, _with(*some[4:]).rows, "1.2.0", removed=gone, deploy=limits)
    (refusal,) = plan(path, then).refusals
    assert (refusal.code, refusal.allow) == ("too-many-removed", "removals")
    assert "4 of 11" in refusal.message
    assert "at most 3" in refusal.message
    assert apply(path, then, "removals").run == 3


@pytest.mark.parametrize(
    ("version", "name", "code", "allow"),
    [
        ("0.9.0", "Ale", "lower-version", "downgrade"),
        ("1.0.0-rc.2", "Ale", "lower-version", "downgrade"),
        ("1.0.0", "Beer", "diverged-version", "divergence"),
    ],
)
def test_versions_are_guarded(
    path: Path, version: str, name: str, code: str, allow: Allowance
) -> None:
    """Lower ones, and other content under the same one, stop the plan."""
    items = rows(GAME, item("ale", name, price=2), item("bun"))["items"]
    then = seeds(GAME, {**FIRST.rows, "items": items}, version)
    assert codes(apply(path, then).plan) == {code}
    assert apply(path, then, allow).run == 2
    assert apply(path, then).plan.is_empty


def test_a_plan_that_no_longer_holds_is_refused(path: Path) -> None:
    """Rows, versions and earlier runs are what its fingerprint stands for."""
    then = seeds(GAME, {**FIRST.rows, "bundles": [("lunch", "ale")]}, "1.1.0")
    made = plan(path, then)
    assert plan(path, then) == made
    do(path, "UPDATE bundles SET item_id = 'ale'")
    outcome = apply(path, then, expected=made.fingerprint)
    assert (outcome.run, codes(outcome.plan)) == (None, {"plan-changed"})


def test_projects_share_a_file(path: Path) -> None:
    """Each has its own rows, and its tables are foreign to the other."""
    table = build.table("orders", build.column("id"), build.column("item_id"))
    other = build.catalog(table, name="sales")
    do(path, "CREATE TABLE orders (id TEXT PRIMARY KEY, item_id TEXT REFERENCES items)")
    assert apply(path, seeds(other, {"orders": [("one", "ale")]})).run == 1
    gone = {"items": [(("ale",), None)]}
    bundles = {"bundles": FIRST.rows["bundles"]}
    then = seeds(GAME, {**rows(GAME, item("bun")), **bundles}, "1.1.0", removed=gone)
    assert codes(plan(path, then)) == {"foreign-references"}
    assert apply(path, FIRST).plan.is_empty
