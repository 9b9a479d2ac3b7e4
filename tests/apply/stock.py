"""Releases of a small inventory: shops and items in a circle, and a list of tags."""

from collections.abc import Mapping, Sequence

from seedc.model.catalog import Catalog, Row
from seedc.model.project import Deploy
from seedc.model.release import NO_HISTORY, History, Release
from tests.apply.releases import GENEROUS, release, seed_sql
from tests.apply.seeds import Entries, Seeds, key_of
from tests.sql.inventory import CATALOG, DDL, State, item, state

__all__ = ["CATALOG", "DDL", "State", "item", "seeds_of", "state", "stock"]


def stock(
    rows: State,
    version: str = "1.0.0",
    left: Entries | None = None,
    deploy: Deploy = GENEROUS,
    history: History = NO_HISTORY,
) -> Release:
    """Return a release of the inventory, whose tables are in `public`."""
    seeds = seeds_of(CATALOG, rows, version, left or {})
    return release(CATALOG, seeds, deploy, "public", history)


def stock_sql(
    rows: State,
    version: str = "1.0.0",
    left: Entries | None = None,
    deploy: Deploy = GENEROUS,
) -> str:
    """Return `seed.sql` of the inventory."""
    seeds = seeds_of(CATALOG, rows, version, left or {})
    return seed_sql(CATALOG, seeds, deploy, "public")


def seeds_of(
    catalog: Catalog,
    rows: Mapping[str, Sequence[Row]],
    version: str = "1.0.0",
    left: Entries | None = None,
) -> Seeds:
    """Return seeds with these rows, given in column order."""
    found = {}
    for table in catalog.tables:
        names = [column.name for column in table.columns]
        named = [dict(zip(names, row, strict=True)) for row in rows.get(table.name, ())]
        found[table.name] = {key_of(table, row): row for row in named}
    return Seeds(found, left or {}, version)
