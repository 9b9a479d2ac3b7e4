"""Find the values by which rows are referred to."""

from collections.abc import Iterator

from seedc.check.known_keys import KnownKeys, Target, in_one_form
from seedc.check.missing_rows import is_parent_link, row_uses, target_named
from seedc.model.json_value import JsonValue
from seedc.model.table import Table


def used_values(keys: KnownKeys, targets: tuple[Target, ...]) -> frozenset[JsonValue]:
    """Return the values of all references to some targets, each of one column."""
    tables = keys.catalog.tables
    return frozenset(value for t in tables for value in _used_by(keys, t, {*targets}))


def _used_by(
    keys: KnownKeys, table: Table, targets: set[Target]
) -> Iterator[JsonValue]:
    for key in table.foreign_keys:
        if Target(key.table, key.target) in targets and not is_parent_link(table, key):
            at = table.position(key.columns[0])
            yield from (row[at] for row in keys.data[table.name].rows)
            for refused in keys.refused.rows(table):
                yield from in_one_form(table, key.columns, refused.values)
    for column in table.columns:
        for _, use in row_uses(keys, table, column):
            if not targets.isdisjoint(target_named(keys, name) for name in use.targets):
                yield use.value
