"""Laws that a database keeps, told without any SQL."""

from seedc.model.table import Table
from tests.apply.world import World


def is_sound(world: World) -> bool:
    """Say whether unique keys are unique and references lead to rows."""
    return all(
        _are_unique(world, table) and _are_complete(world, table)
        for table in world.catalog.tables
    )


def _are_unique(world: World, table: Table) -> bool:
    rows = world.live[table.name].values()
    for key in table.unique_keys:
        found = [tuple(row[name] for name in key.columns) for row in rows]
        found = [values for values in found if None not in values]
        if len(found) > len({*found}):
            return False
    return True


def _are_complete(world: World, table: Table) -> bool:
    for link in table.foreign_keys:
        targets = [
            tuple(row[name] for name in link.target)
            for row in world.live[link.table].values()
        ]
        for row in world.live[table.name].values():
            value = tuple(row[name] for name in link.columns)
            if None not in value and value not in targets:
                return False
    return True
