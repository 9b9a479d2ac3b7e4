"""A catalog with all that makes loading hard: a circle, lists, live columns."""

from decimal import Decimal

from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import BigInt, Integer, Json, Numeric
from seedc.model.table import Owner
from tests.sql import build

State = dict[str, list[Row]]


def _catalog() -> Catalog:
    shops = build.table(
        "shops",
        build.column("id"),
        build.column("name"),
        build.column("best_item", nullable=True),
        build.column("visits", BigInt(), owner=Owner.LIVE, default="0"),
        unique=[["name"]],
        refers=[build.foreign_key("shops", ["best_item"], "items", ["id"])],
    )
    items = build.table(
        "items",
        build.column("id"),
        build.column("rank", Integer()),
        build.column("price", Numeric()),
        build.column("data", Json(), nullable=True),
        build.column("made_of", nullable=True),
        build.column("shop", nullable=True),
        build.column("tuned", Integer(), owner=Owner.ONCE),
        build.column(
            "number", BigInt(), owner=Owner.LIVE, default="nextval('numbers')"
        ),
        unique=[["rank"]],
        refers=[
            build.foreign_key("items", ["made_of"], "items", ["id"]),
            build.foreign_key("items", ["shop"], "shops", ["id"]),
        ],
    )
    tags = build.items(items, "tags", build.column("value"), unique=[["value"]])
    return build.catalog(shops, items, tags)


CATALOG = _catalog()
DDL = f"CREATE SEQUENCE numbers;\n{build.postgres_ddl(CATALOG)}"


def item(name: str, rank: int, **given: object) -> Row:
    """Build a row of `items`."""
    row = {"price": Decimal("1.10"), "tuned": 1, **given, "id": name, "rank": rank}
    return tuple(row.get(c.name) for c in CATALOG.table("items").columns)  # type: ignore[misc]


def state() -> State:
    """Return rows of all tables."""
    return {
        "shops": [("inn", "The Inn", "ale", None), ("mill", "The Mill", None, None)],
        "items": [
            item("ale", 1, made_of="hop", shop="inn", data={"a": Decimal("1.0")}),
            item("bun", 2, shop="mill"),
            item("hop", 3),
        ],
        "items_tags": [("ale", 0, "wet"), ("ale", 1, "brown"), ("bun", 0, "warm")],
    }


def columns() -> dict[str, list[str]]:
    """Return the names of the columns that hold what the seeds say."""
    return {
        t.name: [c.name for c in t.columns if c.owner is Owner.SEED]
        for t in CATALOG.tables
    }
