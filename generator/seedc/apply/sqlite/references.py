"""The foreign keys of a file, as they are there, and the rows that refer by them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import final

from seedc.apply.sqlite.stage import KEYS, put_keys
from seedc.apply.sqlite.tables import full_name
from seedc.apply.sqlite.values import Key, Layout
from seedc.model.catalog import Catalog
from seedc.model.table import Table
from seedc.postgres.literal import quote_name

_QUERY = """
SELECT live.name, link.id, lower(link."table"), link."from", link."to",
  lower(link.on_update), lower(link.on_delete)
FROM main.sqlite_master AS live
JOIN pragma_foreign_key_list(live.name) AS link
WHERE live.type = 'table'
ORDER BY live.name, link.id, link.seq
"""


@final
@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key to a seeded table.

    Attributes:
        table: The table that it refers to.
        target: The columns there.
        referrer: The table that refers.
        owner: That table in the catalog; None if it is not the seeds'.
        columns: The columns that refer.
        on_update: What a change of the target does, such as `no action`.
        on_delete: What its deletion does.
    """

    table: Table
    target: tuple[str, ...]
    referrer: str
    owner: Table | None
    columns: tuple[str, ...]
    on_update: str
    on_delete: str

    @property
    def name(self) -> str:
        """Its name for people; SQLite keeps none."""
        return f"{self.referrer}({', '.join(self.columns)})"

    @property
    def is_parent(self) -> bool:
        """Whether it leads from the items of a list to the row that has the list."""
        owner = self.owner
        if owner is None or owner.parent is None:
            return False
        hangs = owner.parent.table == self.table.name
        return hangs and {*owner.parent.columns} == {*self.columns}


def references(
    connection: sqlite3.Connection, catalog: Catalog
) -> tuple[Reference, ...]:
    """Return all foreign keys to tables of the catalog."""
    known = {table.name.lower(): table for table in catalog.tables}
    found = connection.execute(_QUERY).fetchall()
    keys = []
    for (referrer, _, target, *_), parts in groupby(found, lambda row: row[:3]):
        if table := known.get(target):
            keys.append(
                _reference(table, referrer, known.get(referrer.lower()), [*parts])
            )
    return tuple(keys)


def _reference(
    table: Table, referrer: str, owner: Table | None, parts: Sequence[Sequence[str]]
) -> Reference:
    own = [str(part[3]) for part in parts]
    named = parts[0][4] is not None
    target = [str(part[4]) for part in parts] if named else list(table.primary_key)
    return Reference(
        table=table,
        target=_as_declared(target, table),
        referrer=owner.name if owner else referrer,
        owner=owner,
        columns=_as_declared(own, owner) if owner else tuple(own),
        on_update=parts[0][5],
        on_delete=parts[0][6],
    )


def _as_declared(names: Sequence[str], table: Table) -> tuple[str, ...]:
    """Return names in the case in which the catalog has them."""
    known = {column.name.lower(): column.name for column in table.columns}
    return tuple(known.get(name.lower(), name) for name in names)


def referring_rows(
    connection: sqlite3.Connection,
    reference: Reference,
    owner: Table,
    keys: Sequence[Key],
) -> list[tuple[Key, Key]]:
    """Return pairs: a key of those given, and that of a row that refers to its row."""
    size = len(reference.table.primary_key)
    names = [f"live.{quote_name(k)}" for k in reference.table.primary_key]
    names += [f"other.{quote_name(k)}" for k in owner.primary_key]
    query = f"SELECT {', '.join(names)} {_joined(reference)}"
    put_keys(connection, Layout(reference.table), keys)
    return [(row[:size], row[size:]) for row in connection.execute(query)]


def count_rows(
    connection: sqlite3.Connection, reference: Reference, keys: Sequence[Key]
) -> int:
    """Return how many rows refer to rows with some keys."""
    put_keys(connection, Layout(reference.table), keys)
    (count,) = connection.execute(f"SELECT count(*) {_joined(reference)}").fetchone()
    return int(count)


def _joined(reference: Reference) -> str:
    table = reference.table
    same_key = _pairs("live", table.primary_key, "given", table.primary_key)
    refers = _pairs("live", reference.target, "other", reference.columns)
    return (
        f"FROM {KEYS} AS given"
        f" JOIN {full_name(table.name)} AS live ON {same_key}"
        f" JOIN {full_name(reference.referrer)} AS other ON {refers}"
    )


def _pairs(left: str, ours: Sequence[str], right: str, theirs: Sequence[str]) -> str:
    pairs = zip(ours, theirs, strict=True)
    return " AND ".join(
        f"{left}.{quote_name(our)} = {right}.{quote_name(their)}"
        for our, their in pairs
    )
