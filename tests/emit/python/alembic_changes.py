"""Changes of a catalog, and the operations by which Alembic follows them."""

from collections.abc import Callable
from dataclasses import replace

from seedc.model.catalog import Catalog
from seedc.model.column_type import BigInt
from seedc.model.table import Column, Index, IndexColumn, Table, UniqueKey
from tests.emit.python.builders import (
    INTEGER,
    column,
    described,
    key,
    optional,
    refers,
    table,
)
from tests.emit.python.cases.dungeon import dungeon


def _changed(name: str, change: Callable[[Table], Table]) -> Catalog:
    catalog = dungeon()
    tables = (change(t) if t.name == name else t for t in catalog.tables)
    return replace(catalog, tables=tuple(tables))


def _with(name: str, *columns: Column) -> Catalog:
    """Return the dungeon with columns of a table added, or replaced by name."""
    return _changed(name, lambda given: replace(given, columns=_merged(given, columns)))


def _merged(given: Table, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple({c.name: c for c in (*given.columns, *columns)}.values())


def _without_asset(items: Table) -> Table:
    columns = tuple(c for c in items.columns if c.name != "asset")
    return replace(items, columns=columns)


def _with_key(pools: Table) -> Table:
    unique = UniqueKey("floor_pools_size_key", ("size",), deferrable=True)
    return replace(pools, unique_keys=(unique,))


def _with_index(spawns: Table) -> Table:
    columns = (IndexColumn("enemy", descending=True),)
    return replace(spawns, indexes=(Index("spawns_enemy_idx", columns),))


def _turned(enemies: Table) -> Table:
    columns = (IndexColumn("theme_id", descending=True),)
    turned = Index("enemies_theme_id_idx", columns)
    return replace(enemies, indexes=(enemies.indexes[0], turned))


def _with_table() -> Catalog:
    lore = table("lore", "Lore", column("id"), column("item_id"))
    unique = UniqueKey("lore_item_id_key", ("item_id",), deferrable=True)
    lore = replace(lore, unique_keys=(unique,))
    tables = (*dungeon().tables, refers(lore, key("lore", "item_id", "items")))
    return replace(dungeon(), tables=tables)


_KILLS = dungeon().table("enemies").column("kills")

CHANGES: dict[str, tuple[Catalog, list[str]]] = {
    "none": (dungeon(), []),
    "a column": (_with("items", optional(column("note"))), ["add_column items note"]),
    "a column less": (
        _changed("items", _without_asset),
        ["remove_column items asset"],
    ),
    "another type": (
        _with("spawns", column("floor", INTEGER, BigInt())),
        ["modify_type spawns floor"],
    ),
    "any length, and described": (
        _with("items", described(column("name"), "What it is called.")),
        ["modify_type items name", "modify_comment items name"],
    ),
    "no longer required": (
        _with("floor_pools", optional(column("size", INTEGER))),
        ["modify_nullable floor_pools size"],
    ),
    "another default": (
        _with("enemies", replace(_KILLS, default="7")),
        ["modify_default enemies kills"],
    ),
    "a unique key": (
        _changed("floor_pools", _with_key),
        ["add_constraint floor_pools_size_key"],
    ),
    "a unique key less": (
        _changed("items", lambda items: replace(items, unique_keys=())),
        ["remove_constraint items_name_key"],
    ),
    "an index": (_changed("spawns", _with_index), ["add_index spawns_enemy_idx"]),
    "another order": (
        _changed("enemies", _turned),
        ["remove_index enemies_theme_id_idx", "add_index enemies_theme_id_idx"],
    ),
    "a foreign key less": (
        _changed("spawns", lambda t: replace(t, foreign_keys=t.foreign_keys[:-1])),
        ["remove_fk spawns_enemy_fkey"],
    ),
    "another description": (
        _changed("items", lambda items: replace(items, description="A thing.")),
        ["add_table_comment items"],
    ),
    "a table": (_with_table(), ["add_table lore"]),
}
"""What was changed in the dungeon, and what is found: operations and what they meet."""
