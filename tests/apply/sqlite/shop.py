"""A small catalog for all that can happen to rows: items, their tags, and bundles."""

from dataclasses import replace
from pathlib import Path

from seedc.lower.columns import retired_at_column
from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import Boolean, Integer, Numeric
from seedc.model.table import Owner, Removal, Table
from tests.apply.sqlite.files import Named, do
from tests.sql import build


def _items(removal: Removal) -> Table:
    columns = [
        build.column("id"),
        build.column("name"),
        build.column("price", Numeric(), nullable=True),
        build.column("rare", Boolean(), nullable=True),
        build.column("tuned", Integer(), nullable=True, owner=Owner.ONCE, default="7"),
        build.column("sold", Integer(), owner=Owner.LIVE, default="0"),
    ]
    if removal == "retire":
        columns.append(retired_at_column())
    table = build.table("items", *columns, unique=[["name"]])
    return replace(table, removal=removal)


def catalog(removal: Removal = "delete") -> Catalog:
    """Return the catalog; what becomes of removed items is as given."""
    items = _items(removal)
    tags = build.items(items, "tags", build.column("value"))
    bundles = build.table(
        "bundles",
        build.column("id"),
        build.column("item_id"),
        refers=[build.foreign_key("bundles", ["item_id"], "items", ["id"])],
    )
    return build.catalog(items, tags, bundles)


def item(key: str, name: str = "", price: int | None = None) -> Row:
    """Return an item; named after its key unless it has a name."""
    return key, name or key.title(), price, None, None, None, None


def rows(
    given: Catalog,
    *items: Row,
    tags: tuple[Row, ...] = (),
    bundles: tuple[Row, ...] = (),
) -> Named:
    """Return the rows of all tables."""
    width = len(given.table("items").columns)
    return {
        "items": [row[:width] for row in items],
        "items_tags": tags,
        "bundles": bundles,
    }


def own_item(path: Path, key: str, name: str = "") -> None:
    """Have the application write an item of its own."""
    named = name or key.title()
    do(path, f"INSERT INTO items (id, name) VALUES ('{key}', '{named}')")  # noqa: S608, ours
