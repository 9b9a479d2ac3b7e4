"""Find what refers to rows that are not there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeAlias, final

from seedc.check.json_references import Use, has_references, uses
from seedc.check.known_keys import KnownKeys, Target, Values, in_one_form
from seedc.check.locate import item_pointer, row_pointer
from seedc.check.mended_references import Referring
from seedc.model.json_value import JsonScalar, Pointer
from seedc.model.reference import ForeignKey
from seedc.model.table import Column, Table


@final
@dataclass(frozen=True, slots=True)
class Reference:
    """A value that refers to a row.

    Attributes:
        table: The table whose row refers.
        number: The number of its record.
        pointer: Where the value stands in the record.
        row: The row that refers, or None if its record has none.
    """

    table: Table
    number: int
    pointer: Pointer
    row: Referring | None


Missing: TypeAlias = dict[tuple[tuple[Target, ...], Values], list[Reference]]
"""What refers to each missing row, by the targets and the values looked for."""


def missing_rows(keys: KnownKeys) -> Missing:
    """Return the rows that are referred to and not there."""
    found: Missing = {}
    for table in keys.catalog.tables:
        for key in table.foreign_keys:
            target = Target(key.table, key.target)
            if not is_parent_link(table, key) and keys.is_whole(key.table):
                for values, reference in _broken_keys(keys, table, key):
                    found.setdefault(((target,), values), []).append(reference)
        for targets, value, reference in _broken_lookups(keys, table):
            found.setdefault((targets, (value,)), []).append(reference)
    return found


def is_parent_link(table: Table, key: ForeignKey) -> bool:
    """Say whether a foreign key leads from child rows to their parent."""
    return table.parent is not None and key.columns == table.parent.columns


def target_named(keys: KnownKeys, name: str) -> Target:
    """Return a target by its name: table and property."""
    table, _, key = name.partition(".")
    known = (t.columns for t in keys.catalog.tables if t.name == table)
    columns = [c.name for c in next(known, ()) if c.key == key]
    return Target(table, tuple(columns))


def _broken_keys(
    keys: KnownKeys, table: Table, key: ForeignKey
) -> Iterator[tuple[Values, Reference]]:
    target = Target(key.table, key.target)
    at = [table.position(name) for name in key.columns]
    data, column = keys.data[table.name], key.columns[-1]
    used = [tuple(row[i] for i in at) for row in data.rows]
    missing = {v for v in {*used} - keys.of(target) if None not in v}
    missing = {values for values in missing if not keys.has([target], values)}
    for row, values in enumerate(used) if missing else ():
        if values in missing:
            pointer = row_pointer(table, data.rows[row], column)
            referring = Referring(row, column, pointer)
            yield values, Reference(table, data.origins[row], pointer, referring)
    for refused in keys.refused.rows(table):
        values = in_one_form(table, key.columns, refused.values)
        if None not in values and not keys.has([target], values):
            pointer = (*refused.pointer, table.column(column).key or "")
            yield values, Reference(table, refused.number, pointer, None)


def _broken_lookups(
    keys: KnownKeys, table: Table
) -> Iterator[tuple[tuple[Target, ...], JsonScalar, Reference]]:
    data = keys.data[table.name]
    resolve = cache(partial(_resolved, keys))
    for column in table.columns:
        for row, use in row_uses(keys, table, column):
            targets, known = resolve(use.targets)
            values = (use.value,)
            if any(values in k for k in known) or keys.has(targets, values):
                continue
            pointer = (*item_pointer(table, data.rows[row]), *use.pointer)
            referring = Referring(row, column.name, pointer)
            reference = Reference(table, data.origins[row], pointer, referring)
            yield targets, use.value, reference


def _resolved(
    keys: KnownKeys, names: tuple[str, ...]
) -> tuple[tuple[Target, ...], list[frozenset[Values]]]:
    """Return targets by their names, and the values that they have."""
    targets = tuple(target_named(keys, name) for name in names)
    return targets, [keys.of(target) for target in targets]


def row_uses(
    keys: KnownKeys, table: Table, column: Column
) -> Iterator[tuple[int, Use]]:
    """Yield the references in a column that are no foreign key, with their rows."""
    definitions = keys.definitions
    if not has_references(column, definitions):
        return
    at = table.position(column.name)
    names = [c.key for c in table.columns]
    for number, row in enumerate(keys.data[table.name].rows):
        if row[at] is None:
            continue
        siblings = {k: v for k, v in zip(names, row, strict=True) if k is not None}
        for use in uses(column, row[at], siblings, definitions):
            yield number, use
