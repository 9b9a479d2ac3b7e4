"""What can still be said of records that do not fit their schema and so have no row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import final

from jsonschema_rs import ValidationError
from jsonschema_rs import ValidationErrorKind as Kind

from seedc.check.rules.fitting_values import may_misfit, misfits
from seedc.check.rules.storable_text import is_storable
from seedc.check.rules.valid_records import RecordSchema, compile_schema
from seedc.check.ways import way_to
from seedc.model.catalog import Catalog
from seedc.model.json_value import JsonObject, JsonScalar, JsonValue, Pointer
from seedc.model.rows import Sources
from seedc.model.table import Column, Owner, Table


@final
@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that would be there, were its record valid.

    Attributes:
        table: Its table.
        number: The number of its record.
        pointer: Where it stands in the record.
        values: Its scalars, by column, as they were written; without null, and
            without those that have problems of their own and may be meant otherwise.
        sure: Whether some of its values are wrong, and not all of them together.
    """

    table: Table
    number: int
    pointer: Pointer
    values: Mapping[str, JsonScalar]
    sure: bool


@final
@dataclass(frozen=True, slots=True)
class Refused:
    """The records of all tables that do not fit their schema."""

    catalog: Catalog
    sources: Sources
    _schemas: dict[str, RecordSchema] = field(default_factory=dict)
    _rows: dict[str, tuple[RefusedRow, ...]] = field(default_factory=dict)

    def rows(self, table: Table) -> tuple[RefusedRow, ...]:
        """Return the rows that a table would have of them."""
        if table.name not in self._rows:
            self._rows[table.name] = tuple(self._find(table))
        return self._rows[table.name]

    def _find(self, table: Table) -> Iterator[RefusedRow]:
        root = table.parent.table if table.parent else table.name
        loaded = self.sources.get(root)
        for number, record in loaded.refused.items() if loaded else ():
            faults = self._faults(root, record)
            if faults is not None and table.parent is None:
                values = _values(table, record, (), faults)
                yield RefusedRow(table, number, (), values, () not in faults)
            elif faults is not None:
                yield from self._items(table, number, record, faults)
            else:
                yield RefusedRow(table, number, (), {}, sure=False)

    def _faults(self, root: str, record: JsonObject) -> set[Pointer] | None:
        """Return the ways to what a record has wrong; None if they are not known."""
        if root not in self._schemas:
            self._schemas[root] = compile_schema(self.catalog.table(root))
        try:
            errors = list(self._schemas[root].record.iter_errors(record))
        except ValueError:  # it holds text or depths that no validator takes
            return None
        return {way for error in errors for way in _ways(error, record)}

    def _items(
        self, table: Table, number: int, record: JsonObject, faults: set[Pointer]
    ) -> Iterator[RefusedRow]:
        parent = table.parent
        if parent is None:
            return
        owner = self.catalog.table(parent.table)
        own = _values(owner, record, (), faults)
        pairs = zip(parent.columns, owner.primary_key, strict=True)
        links = {column: own[key] for column, key in pairs if key in own}
        items = record.get(parent.key)
        for at, item in enumerate(items if isinstance(items, list) else ()):
            way = (parent.key, at)
            values = _values(table, item if isinstance(item, dict) else {}, way, faults)
            sure = faults.isdisjoint({(), way[:1], way})
            yield RefusedRow(table, number, way, {**links, **values}, sure)


def _ways(error: ValidationError, record: JsonObject) -> list[Pointer]:
    way = way_to(error, record)
    match error.kind:
        case Kind.Required(key):
            return [(*way, key)]
        case Kind.AdditionalProperties(keys) | Kind.UnevaluatedProperties(keys):
            return [(*way, key) for key in keys]
        case _:
            return [way]


def _values(
    table: Table, record: Mapping[str, JsonValue], way: Pointer, faults: set[Pointer]
) -> dict[str, JsonScalar]:
    return {
        c.name: value
        for c in table.columns
        if c.key is not None and c.owner is not Owner.LIVE
        if not isinstance(value := record.get(c.key), list | dict)
        if value is not None and (*way, c.key) not in faults and _fits(c, value)
    }


def _fits(column: Column, value: JsonScalar) -> bool:
    if isinstance(value, str) and not is_storable(value):
        return False
    return not may_misfit(column) or next(misfits(column.type, [value]), None) is None
