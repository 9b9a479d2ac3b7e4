"""What happens to rows: each kind of change, and what must not happen."""

from decimal import Decimal
from pathlib import Path

import pytest

from seedc.apply.sqlite.values import Seeds, same
from seedc.model.catalog import Row
from seedc.model.plan import ColumnChange, RowChange
from seedc.model.table import Removal
from tests.apply.sqlite import shop
from tests.apply.sqlite.files import apply, codes, counts, do, plan, read, seeds
from tests.apply.sqlite.shop import item, rows

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
IDS = "SELECT id FROM items ORDER BY id"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a file that holds the first seeds."""
    found = tmp_path / "dev.db"
    assert apply(found, FIRST).run == 1
    return found


def _ids(path: Path) -> list[object]:
    return [key for (key,) in read(path, IDS)]


def _with(*more: Row) -> Seeds:
    """Return the first seeds with some items more."""
    items = [*FIRST.rows["items"], *rows(GAME, *more)["items"]]
    return seeds(GAME, {**FIRST.rows, "items": items}, "1.1.0")


def test_a_change_is_shown_column_by_column(path: Path) -> None:
    """Old and new values, as the file has them; nothing else of the row is written."""
    do(path, "UPDATE items SET sold = 5, tuned = 1")
    changed = rows(GAME, ("ale", "Ale", Decimal("2.50"), True, 3, None), item("bun"))
    then = seeds(GAME, {**FIRST.rows, "items": changed["items"]}, "1.1.0")
    made = plan(path, then)
    assert [table.rows for table in made.tables] == [
        (
            RowChange(
                "update",
                ("ale",),
                columns=(
                    ColumnChange("price", "2", "2.5"),
                    ColumnChange("rare", None, "true"),
                ),
            ),
        )
    ]
    assert made.versions["items.json"] == ("1.0.0", "1.1.0")
    assert apply(path, then).run == 2
    assert read(
        path, "SELECT price, rare, tuned, sold FROM items WHERE id = 'ale'"
    ) == [(2.5, 1, 1, 5)]


def test_new_rows_take_defaults(path: Path) -> None:
    """Of live columns, and of those written once that the seeds leave out."""
    assert read(path, "SELECT DISTINCT tuned, sold FROM items") == [(7, 0)]


def test_a_plan_writes_nothing(path: Path) -> None:
    """Not a byte, whatever it finds."""
    before = path.read_bytes()
    made = plan(path, seeds(GAME, rows(GAME, item("cod")), "1.1.0"))
    assert codes(made) == {"unlisted-rows"}
    assert path.read_bytes() == before


@pytest.mark.parametrize("stored", ["1", "1.0", "'1'", "x'31'", "NULL"])
def test_values_are_compared_as_they_are_stored(path: Path, stored: str) -> None:
    """By type as well as by value: bytes are no number."""
    do(path, f"UPDATE items SET price = {stored} WHERE id = 'ale'")  # noqa: S608, ours
    items = rows(GAME, item("ale", price=1), item("bun"))["items"]
    then = seeds(GAME, {**FIRST.rows, "items": items}, "1.1.0")
    is_number = stored in {"1", "1.0", "'1'"}
    assert counts(plan(path, then)) == ({} if is_number else {"items": {"update": 1}})


def test_rows_of_the_application_are_not_touched(path: Path) -> None:
    """Neither they nor the items that it puts into lists."""
    shop.own_item(path, "mine")
    do(path, "INSERT INTO items_tags VALUES ('mine', 0, 'own'), ('ale', 9, 'own')")
    assert apply(path, FIRST).plan.is_empty
    assert read(path, "SELECT count(*) FROM items_tags WHERE value = 'own'") == [(2,)]


def test_an_equal_row_is_adopted(path: Path) -> None:
    """It is the seeds' from then on, and nothing is written to it."""
    shop.own_item(path, "cod")
    then = _with(item("cod"))
    assert counts(apply(path, then).plan) == {"items": {"adopt": 1}}
    assert codes(plan(path, seeds(GAME, FIRST.rows, "1.2.0"))) == {"unlisted-rows"}


def test_another_row_is_adopted_on_demand_only(path: Path) -> None:
    """A row that differs and is not the seeds' stops the plan."""
    shop.own_item(path, "cod", "Mine")
    then = _with(item("cod"))
    outcome = apply(path, then)
    assert outcome.run is None
    (refusal,) = outcome.plan.refusals
    assert (refusal.code, refusal.keys, refusal.allow) == (
        "unknown-rows", ("cod",), "adopt",
    )  # fmt: skip
    assert counts(apply(path, then, "adopt").plan) == {"items": {"update": 1}}
    assert read(path, "SELECT name FROM items WHERE id = 'cod'") == [("Cod",)]


def test_a_list_is_taken_on_as_a_whole(tmp_path: Path) -> None:
    """Items that the seeds do not have, of a row that they take on, stop the plan."""
    path = tmp_path / "dev.db"
    apply(path, seeds(GAME, {}))
    shop.own_item(path, "ale")
    do(path, "INSERT INTO items_tags VALUES ('ale', 3, 'own')")
    then = seeds(GAME, rows(GAME, item("ale")), "1.1.0")
    assert codes(apply(path, then).plan) == {"unknown-rows"}
    assert apply(path, then, "adopt").run == 2
    assert read(path, "SELECT * FROM items_tags") == []


def _without_ale(
    removal: Removal, version: str = "1.1.0", *, listed: bool = True
) -> Seeds:
    game = shop.catalog(removal)
    return seeds(
        game,
        rows(
            game, item("bun"), tags=(("bun", 0, "warm"),), bundles=(("lunch", "bun"),)
        ),
        version,
        removed={"items": [(("ale",), None)]} if listed else None,
    )


@pytest.mark.parametrize(
    ("removal", "listed", "expected", "left"),
    [
        ("delete", True, {"items": {"delete": 1}, "items_tags": {"delete": 2}}, 0),
        ("prune", False, {"items": {"delete": 1}, "items_tags": {"delete": 2}}, 0),
        ("keep", True, {"items": {"keep": 1}, "items_tags": {"keep": 2}}, 2),
    ],
)
def test_a_row_that_left(
    path: Path,
    removal: Removal,
    listed: bool,  # noqa: FBT001, a parameter of the test
    expected: object,
    left: int,
) -> None:
    """Its table says what becomes of it; its lists go the same way."""
    then = _without_ale(removal, listed=listed)
    assert counts(apply(path, then).plan) == expected
    assert read(path, "SELECT count(*) FROM items_tags WHERE parent_id = 'ale'") == [
        (left,)
    ]
    assert _ids(path) == (["ale", "bun"] if removal == "keep" else ["bun"])
    assert apply(path, then).plan.is_empty


def test_a_retired_row_stays_and_returns(tmp_path: Path) -> None:
    """It keeps its lists, is told of once, and comes back when the seeds have it."""
    path, game = tmp_path / "dev.db", shop.catalog("retire")
    first = seeds(game, rows(game, item("ale"), item("bun"), tags=(("ale", 0, "wet"),)))
    gone = seeds(
        game,
        rows(game, item("bun")),
        "1.1.0",
        removed={"items": [(("ale",), ("bun",))]},
    )
    apply(path, first)
    assert counts(apply(path, gone).plan) == {"items": {"retire": 1}}
    ((moment,),) = read(path, "SELECT retired_at FROM items WHERE id = 'ale'")
    assert len(str(moment)) == len("2026-01-13 09:00:00.000000")
    assert apply(path, gone).plan.is_empty
    assert read(path, "SELECT count(*) FROM items_tags") == [(1,)]
    back = seeds(game, first.rows, "1.2.0")
    assert counts(apply(path, back).plan) == {"items": {"update": 1}}
    assert read(path, "SELECT count(*) FROM items WHERE retired_at IS NOT NULL") == [
        (0,)
    ]


def test_a_row_that_somebody_deleted(path: Path) -> None:
    """Comes back if the seeds have it, and is forgotten if they do not."""
    do(path, "DELETE FROM items WHERE id = 'ale'")
    assert counts(plan(path, FIRST)) == {
        "items": {"insert": 1}, "items_tags": {"insert": 2},
    }  # fmt: skip
    then = _without_ale("delete", listed=False)
    assert counts(apply(path, then).plan) == {
        "items": {"forget": 1}, "items_tags": {"forget": 2},
    }  # fmt: skip


def test_rows_may_exchange_unique_values(path: Path) -> None:
    """In a circle of any length, and into a name that a deleted row leaves."""
    names = [f"n{i}" for i in range(300)]
    many = [item(f"i{i:03}", name) for i, name in enumerate(names)]
    turned = [item(f"i{i:03}", names[i - 1]) for i in range(len(names))]
    gone = {
        "items": [(("ale",), None), (("bun",), None)],
        "bundles": [(("lunch",), None)],
    }
    first = seeds(
        GAME,
        rows(GAME, *many),
        "1.1.0",
        removed=gone,
    )
    assert apply(path, first).run == 2
    then = seeds(GAME, rows(GAME, *turned), "1.2.0")
    assert counts(apply(path, then).plan) == {"items": {"update": 300}}
    assert read(path, "SELECT name FROM items WHERE id = 'i000'") == [("n299",)]


def test_equal_values_of_two_types_are_not_the_same() -> None:
    """SQLite keeps an integer and a float apart, where a column has no type."""
    assert not same(1, 1.0)
    assert same(1.5, 1.5)
    assert same(None, None)
