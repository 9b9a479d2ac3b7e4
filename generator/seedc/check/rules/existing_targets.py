"""Every reference leads to a row: foreign keys, and references inside JSON.

Whatever refers to the same missing row is one problem. References into a table
that could not be read whole, or to a record that has problems of its own, are not
reported: they may be right.
"""

from collections.abc import Iterator, Mapping, Sequence

from seedc.check.json_references import Use, has_references, uses
from seedc.check.locate import below_row, item_pointer, row_place
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.json_value import JsonScalar, JsonValue
from seedc.model.reference import ForeignKey
from seedc.model.rows import Data, Sources
from seedc.model.shape import Definition
from seedc.model.source import Place
from seedc.model.table import Column, Table
from seedc.text.excerpt import excerpt
from seedc.text.near import did_you_mean

_MOST_NOTES = 20
_MOST_HINTS = 200


def existing_targets(
    catalog: Catalog, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    """Yield a problem for each missing row that something refers to."""
    for table in catalog.tables:
        for key in table.foreign_keys:
            if not _is_parent_link(table, key) and _is_whole(
                catalog, key.table, sources
            ):
                yield from _broken_keys(catalog, table, key, data, sources)
        yield from _broken_lookups(catalog, table, data, sources)


def _is_parent_link(table: Table, key: ForeignKey) -> bool:
    return table.parent is not None and key.columns == table.parent.columns


def _is_whole(catalog: Catalog, name: str, sources: Sources) -> bool:
    table = next((t for t in catalog.tables if t.name == name), None)
    parent = table.parent if table else None
    loaded = sources.get(parent.table if parent else name)
    return loaded is not None and loaded.complete


def _broken_keys(
    catalog: Catalog, table: Table, key: ForeignKey, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    at = [table.position(name) for name in key.columns]
    used = [tuple(row[i] for i in at) for row in data[table.name].rows]
    target = catalog.table(key.table)
    missing = set(used) - _keys(target, key.target, data, sources)
    missing = {values for values in missing if None not in values}
    if not missing:
        return
    places: dict[tuple[JsonValue, ...], list[Place]] = {}
    for number, values in enumerate(used):
        if values in missing:
            column = key.columns[-1]
            place = row_place(table, number, column, data, sources)
            places.setdefault(values, []).append(place)
    known = frozenset(_texts(target, key.target, data))
    named = ", ".join(key.target)
    named = f"{key.table}.{named}" if len(key.target) == 1 else f"{key.table} ({named})"
    for number, (values, where) in enumerate(places.items()):
        near = known if number < _MOST_HINTS else frozenset[str]()
        yield _dangling(values, named, where, near)


def _keys(
    table: Table, columns: Sequence[str], data: Data, sources: Sources
) -> set[tuple[JsonValue, ...]]:
    at = [table.position(name) for name in columns]
    found = {tuple(row[i] for i in at) for row in data[table.name].rows}
    if table.name in sources:
        keys = [table.columns[i].key or "" for i in at]
        for record in sources[table.name].refused:
            values = tuple(record.get(key) for key in keys)
            found |= {values} if all(_is_scalar(v) for v in values) else set()
    return found


def _is_scalar(value: JsonValue) -> bool:
    return not isinstance(value, list | dict)


def _texts(table: Table, columns: Sequence[str], data: Data) -> list[str]:
    at = table.position(columns[-1])
    return [v for row in data[table.name].rows if isinstance(v := row[at], str)]


def _dangling(
    values: Sequence[JsonValue], target: str, where: list[Place], known: frozenset[str]
) -> Diagnostic:
    shown = ", ".join(excerpt(value) for value in values)
    shown = f"({shown})" if len(values) > 1 else shown
    last = values[-1]
    notes = tuple(Note("and here", place) for place in where[1 : _MOST_NOTES + 1])
    more = len(where) - 1 - len(notes)
    tail = f" (and in {more} more places)" if more else ""
    return Diagnostic(
        "dangling-reference",
        f"`{target}` has no {shown}{tail}",
        where[0],
        notes=notes,
        help=did_you_mean(last, known) if isinstance(last, str) else None,
    )


def _broken_lookups(
    catalog: Catalog, table: Table, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    definitions = {d.name: d for d in catalog.definitions}
    places: dict[tuple[tuple[str, ...], JsonScalar], list[Place]] = {}
    values = _Values(catalog, data, sources)
    for column in table.columns:
        if not has_references(column, definitions):
            continue
        for number, use in _uses(table, column, definitions, data):
            if not values.has(use):
                pointer = (
                    *item_pointer(table, data[table.name].rows[number]),
                    *use.pointer,
                )
                place = below_row(table, number, pointer, data, sources)
                places.setdefault((use.targets, use.value), []).append(place)
    for number, ((targets, value), where) in enumerate(places.items()):
        if targets:
            wanted = targets if number < _MOST_HINTS else ()
            known = values.texts(wanted)
            yield _dangling([value], "` or `".join(targets), where, known)
        else:
            message = f"nothing says which table {excerpt(value)} refers to"
            hint = "its `by` property has a value without a target; use null"
            yield Diagnostic("dangling-reference", message, where[0], help=hint)


def _uses(
    table: Table, column: Column, definitions: Mapping[str, Definition], data: Data
) -> Iterator[tuple[int, Use]]:
    at = table.position(column.name)
    keys = [c.key for c in table.columns]
    for number, row in enumerate(data[table.name].rows):
        if row[at] is None:
            continue
        siblings = {k: v for k, v in zip(keys, row, strict=True) if k is not None}
        for use in uses(column, row[at], siblings, definitions):
            yield number, use


class _Values:
    """The values that references may repeat, by target, collected once."""

    def __init__(self, catalog: Catalog, data: Data, sources: Sources) -> None:
        self._catalog, self._data, self._sources = catalog, data, sources
        self._known: dict[str, set[JsonValue] | None] = {}
        self._texts: dict[tuple[str, ...], frozenset[str]] = {}

    def has(self, use: Use) -> bool:
        """Say whether one of the targets holds the value, or might."""
        known = [self._of(target) for target in use.targets]
        return any(values is None or use.value in values for values in known)

    def texts(self, targets: tuple[str, ...]) -> frozenset[str]:
        """Return the known values of some targets that are text."""
        if targets not in self._texts:
            known = (v for target in targets for v in self._of(target) or ())
            self._texts[targets] = frozenset(v for v in known if isinstance(v, str))
        return self._texts[targets]

    def _of(self, target: str) -> set[JsonValue] | None:
        if target not in self._known:
            self._known[target] = self._collect(*target.split(".", 1))
        return self._known[target]

    def _collect(self, name: str, key: str) -> set[JsonValue] | None:
        if not _is_whole(self._catalog, name, self._sources):
            return None
        table = self._catalog.table(name)
        column = next(c.name for c in table.columns if c.key == key)
        return {v for (v,) in _keys(table, [column], self._data, self._sources)}
