"""The keys that rows have, for those who look for one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeAlias, final

from seedc.check.refused import Refused
from seedc.model.catalog import Catalog
from seedc.model.json_value import JsonScalar, JsonValue
from seedc.model.rows import Data, Sources
from seedc.model.shape import Definition
from seedc.model.table import Table
from seedc.postgres.canonical import canonical
from seedc.text.excerpt import excerpt

Values: TypeAlias = tuple[JsonValue, ...]


@final
@dataclass(frozen=True, slots=True)
class Target:
    """Columns of a table that references repeat."""

    table: str
    columns: tuple[str, ...]


@final
@dataclass(frozen=True, slots=True)
class KnownKeys:
    """The values that references may repeat, by target, collected once.

    Attributes:
        catalog: The tables.
        data: All rows.
        sources: What was read.
        refused: The records that have no row.
    """

    catalog: Catalog
    data: Data
    sources: Sources
    refused: Refused
    _known: dict[Target, frozenset[Values]] = field(default_factory=dict)
    _definitions: dict[str, Definition] = field(default_factory=dict)
    _open: dict[Target, bool] = field(default_factory=dict)
    _names: dict[tuple[Target, ...], frozenset[str]] = field(default_factory=dict)

    @property
    def definitions(self) -> Mapping[str, Definition]:
        """The definitions of the catalog, by name."""
        if not self._definitions:
            self._definitions.update((d.name, d) for d in self.catalog.definitions)
        return self._definitions

    def has(self, targets: Iterable[Target], values: Values) -> bool:
        """Say whether one of some targets has values, or might have them."""
        return any(values in self.of(t) or self._is_open(t) for t in targets)

    def of(self, target: Target) -> frozenset[Values]:
        """Return the values that a target is known to have."""
        if target not in self._known:
            self._known[target] = frozenset(self._collect(target))
        return self._known[target]

    def names(self, targets: tuple[Target, ...]) -> frozenset[str]:
        """Return the values of some targets as text."""
        if targets not in self._names:
            found = (name_of(v) for target in targets for v in self.of(target))
            self._names[targets] = frozenset(name for name in found if name is not None)
        return self._names[targets]

    def is_whole(self, name: str) -> bool:
        """Say whether a table could be read to its end."""
        table = next((t for t in self.catalog.tables if t.name == name), None)
        parent = table.parent if table else None
        loaded = self.sources.get(parent.table if parent else name)
        return loaded is not None and loaded.complete

    def _is_open(self, target: Target) -> bool:
        """Say whether a target may have values that nobody knows."""
        if target not in self._open:
            self._open[target] = not self.is_whole(target.table) or any(
                column not in row.values
                for row in self.refused.rows(self.catalog.table(target.table))
                for column in target.columns
            )
        return self._open[target]

    def _collect(self, target: Target) -> Iterable[Values]:
        if not self.is_whole(target.table):
            return
        table = self.catalog.table(target.table)
        at = [table.position(name) for name in target.columns]
        rows = self.data[table.name].rows
        yield from zip(*(map(itemgetter(i), rows) for i in at), strict=True)
        for row in self.refused.rows(table):
            yield in_one_form(table, target.columns, row.values)


def in_one_form(
    table: Table, columns: Iterable[str], values: Mapping[str, JsonScalar]
) -> Values:
    """Return some values as rows have them."""
    return tuple(
        canonical(table.column(name).type, [value])[0]
        if isinstance(value := values.get(name), str)
        else value  # a number equals itself however it is written
        for name in columns
    )


def shown(values: Values) -> str:
    """Return values as a message shows them."""
    text = ", ".join(excerpt(value) for value in values)
    return f"({text})" if len(values) > 1 else text


def name_of(values: Values) -> str | None:
    """Return values as a text to compare with others; None if they are no text."""
    if len(values) > 1:
        return shown(values)
    return values[0] if isinstance(values[0], str) else None
