"""A database as it is imagined: rows, and whose they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.model.catalog import Catalog
from seedc.model.reference import ForeignKey
from seedc.model.table import RETIRED_AT, Table
from tests.apply.seeds import RowsByKey, Values
from tests.apply.values import Key

RETIRED = RETIRED_AT
"""Column that says, here as true or false, whether a row is retired."""


@final
@dataclass(slots=True)
class World:
    """A database.

    Attributes:
        catalog: Its tables.
        live: The rows; values as the seeds write them.
        known: The keys of the rows that the seeds wrote.
    """

    catalog: Catalog
    live: RowsByKey
    known: dict[str, set[Key]]

    def referrers(
        self, table: str, key: Key
    ) -> Iterator[tuple[Table, Key, ForeignKey]]:
        """Yield the rows that refer to a row, each with its table and foreign key."""
        row = self.live[table][key]
        for other, link in self.links_to(table):
            for own in self.referring(other, link, row):
                yield other, own, link

    def links_to(self, table: str) -> Iterator[tuple[Table, ForeignKey]]:
        """Yield the foreign keys that refer to a table, each with its own table."""
        for other in self.catalog.tables:
            for link in other.foreign_keys:
                if link.table == table:
                    yield other, link

    def referring(self, table: Table, link: ForeignKey, to: Values) -> list[Key]:
        """Return the rows of a table whose foreign key has the values of a row."""
        wanted = [to[name] for name in link.target]
        return [
            key
            for key, values in self.live[table.name].items()
            if [values[name] for name in link.columns] == wanted
        ]


def empty(catalog: Catalog) -> World:
    """Return a database that has the tables and no rows."""
    names = [table.name for table in catalog.tables]
    return World(catalog, {n: {} for n in names}, {n: set() for n in names})
