"""Rows that others refer to: renamed, replaced, or held where they are."""

from pathlib import Path

import pytest

from seedc.apply.sqlite.values import Seeds
from seedc.model.plan import Impact
from tests.apply.sqlite import shop
from tests.apply.sqlite.files import apply, codes, counts, do, plan, read, seeds
from tests.apply.sqlite.shop import item, rows

GAME = shop.catalog()
FIRST = seeds(
    GAME,
    rows(
        GAME,
        item("ale"),
        item("bun"),
        tags=(("ale", 0, "wet"),),
        bundles=(("lunch", "ale"),),
    ),
)
RENAMED = seeds(
    GAME,
    rows(
        GAME,
        item("beer", "Ale"),
        item("bun"),
        tags=(("beer", 0, "wet"),),
        bundles=(("lunch", "beer"),),
    ),
    "1.1.0",
    renames={"items": [(("ale",), ("beer",))]},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a file that holds the first seeds, and rows of the application's."""
    found = tmp_path / "dev.db"
    apply(found, FIRST)
    do(
        found,
        "UPDATE items SET sold = 5",
        "INSERT INTO bundles VALUES ('mine', 'ale')",
        "INSERT INTO items_tags VALUES ('ale', 9, 'own')",
    )
    return found


def _replaced(by: str | None) -> Seeds:
    gone = {"items": [(("ale",), None if by is None else (by,))]}
    given = rows(GAME, item("bun"), bundles=(("lunch", "bun"),))
    return seeds(GAME, given, "1.1.0", removed=gone)


def test_a_renamed_row_keeps_what_it_has(path: Path) -> None:
    """Its live columns, its lists, and all rows of seeded tables that refer to it."""
    made = apply(path, RENAMED).plan
    assert counts(made) == {"items": {"rename": 1}, "bundles": {"update": 1}}
    assert made.tables[0].rows is not None
    assert made.tables[0].rows[0].new_key == ("beer",)
    assert read(path, "SELECT id, sold FROM items ORDER BY id") == [
        ("beer", 5),
        ("bun", 5),
    ]
    assert read(path, "SELECT DISTINCT parent_id, count(*) FROM items_tags") == [
        ("beer", 2)
    ]
    assert read(path, "SELECT DISTINCT item_id FROM bundles") == [("beer",)]
    assert apply(path, RENAMED).plan.is_empty


def test_a_rename_to_a_key_that_is_taken(path: Path) -> None:
    """Stops the plan: nobody knows which row is meant."""
    shop.own_item(path, "beer")
    assert "rename-conflict" in codes(plan(path, RENAMED))


@pytest.mark.parametrize("rule", ["CASCADE", "NO ACTION", "SET NULL", "RESTRICT"])
def test_tables_of_others_follow_or_stop_a_rename(path: Path, rule: str) -> None:
    """Only where the foreign key cascades does the rename go ahead."""
    do(
        path,
        "CREATE TABLE carts (id INTEGER, thing TEXT,"
        f" FOREIGN KEY (thing) REFERENCES items (id) ON UPDATE {rule})",
        "INSERT INTO carts VALUES (1, 'ale'), (2, 'ale'), (3, 'bun')",
    )
    outcome = apply(path, RENAMED)
    follows = rule == "CASCADE"
    impact = Impact(
        "items", "rename", "main.carts", "carts(thing)", rule.lower(), 2, not follows
    )
    assert outcome.plan.impacts == (impact,)
    assert codes(outcome.plan) == (set() if follows else {"rename-blocked"})
    assert read(path, "SELECT thing FROM carts WHERE id = 1") == [
        ("beer" if follows else "ale",)
    ]


def test_a_replacement_takes_the_place(path: Path) -> None:
    """Rows of the application's in seeded tables refer to it; items of lists cannot."""
    assert codes(apply(path, _replaced("bun")).plan) == {"foreign-references"}
    do(path, "DELETE FROM items_tags WHERE value = 'own'")
    outcome = apply(path, _replaced("bun"))
    assert [(i.rule, i.rows, i.refused) for i in outcome.plan.impacts] == [
        ("re-pointed", 1, False)
    ]
    assert read(path, "SELECT id, item_id FROM bundles ORDER BY id") == [
        ("lunch", "bun"),
        ("mine", "bun"),
    ]


def test_rows_that_stay_hold_what_they_refer_to(path: Path) -> None:
    """Without a replacement nothing that is referred to goes."""
    do(path, "DELETE FROM items_tags WHERE value = 'own'")
    outcome = apply(path, _replaced(None))
    assert (outcome.run, codes(outcome.plan)) == (None, {"foreign-references"})
    do(path, "DELETE FROM bundles WHERE id = 'mine'")
    assert apply(path, _replaced(None)).run == 2


@pytest.mark.parametrize("rule", ["CASCADE", "NO ACTION", "SET NULL", "SET DEFAULT"])
def test_tables_of_others_are_never_cleared(path: Path, rule: str) -> None:
    """A delete that would reach into them is refused, replacement or not."""
    do(
        path,
        "DELETE FROM items_tags WHERE value = 'own'",
        "CREATE TABLE carts (id INTEGER, thing TEXT REFERENCES items (id)"
        f" ON DELETE {rule})",
        "INSERT INTO carts VALUES (1, 'ale'), (2, 'ale'), (3, 'bun')",
    )
    outcome = apply(path, _replaced("bun"))
    assert codes(outcome.plan) == {"foreign-references"}
    assert [i.rows for i in outcome.plan.impacts if i.refused] == [2]
    assert read(path, "SELECT count(*) FROM carts WHERE thing = 'ale'") == [(2,)]


def test_a_unique_value_that_others_refer_to(path: Path) -> None:
    """Does not change under them unless they follow."""
    do(
        path,
        "CREATE TABLE signs (name TEXT REFERENCES items (name))",
        "INSERT INTO signs VALUES ('Ale')",
    )
    items = rows(GAME, item("ale", "Porter"), item("bun"))["items"]
    then = seeds(GAME, {**FIRST.rows, "items": items}, "1.1.0")
    assert codes(plan(path, then)) == {"rename-blocked"}
    do(path, "DELETE FROM signs")
    assert apply(path, then).run == 2
