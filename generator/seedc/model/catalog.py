"""The compiled catalog, and the rows that fill it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.model.json_value import JsonValue
from seedc.model.shape import Definition
from seedc.model.table import Table

Row: TypeAlias = tuple[JsonValue, ...]
Rows: TypeAlias = Mapping[str, Sequence[Row]]
"""Rows by table, in key order; values in column order, as SQL would hold them:
integers as int, other numbers as Decimal, times as canonical ISO 8601 text in UTC."""


@final
@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything about a project's tables but their rows.

    Attributes:
        name: Name of the project.
        tables: Its tables, referenced ones first; inside a cycle by name. A child
            table follows its parent.
        definitions: Shapes that the schemas share, by name.
        cycles: Names of the foreign keys that point forward in that order.
    """

    name: str
    tables: tuple[Table, ...]
    definitions: tuple[Definition, ...]
    cycles: frozenset[str]

    def table(self, name: str) -> Table:
        """Return the table of this name."""
        return next(t for t in self.tables if t.name == name)
