"""Where in the schema files an `x-table` or `x-column` is read, and what of it."""

from collections.abc import Iterable, Iterator, Mapping

from seedc.check.reach import Mark, mark
from seedc.dialect.names import is_stored_as_rows, records_of, row_items
from seedc.dialect.node import Library, root_node
from seedc.dialect.types import value_types
from seedc.dialect.view import View, view

Effects = Mapping[tuple[Mark, str], frozenset[str]]
"""The keys that are read, by the schema and the keyword."""

_OF_TABLE = frozenset(
    {"name", "primaryKey", "unique", "indexes", "foreignKeys", "checks"}
    | {"visibility", "removed"}
)
_OF_ROWS = frozenset({"primaryKey", "unique", "indexes", "foreignKeys", "checks"})
_OF_COLUMN = frozenset({"name", "type", "owner", "store", "default", "visibility"})
_OF_LIST = frozenset({"name", "store", "visibility"})
_OF_ITEM = frozenset({"type"})


def effects_of(library: Library) -> Effects:
    """Return the keys that lowering the tables of a library reads."""
    found: dict[tuple[Mark, str], frozenset[str]] = {}
    roots = (root_node(document) for document in library.values())
    for root in roots:
        if "x-table" in root.value:
            for place, keys in _of_table(view(library, root)):
                found[place] = found.get(place, frozenset()) | keys
    return found


Read = Iterator[tuple[tuple[Mark, str], frozenset[str]]]


def _of_table(table: View) -> Read:
    first, *items = records_of(table)
    yield from _nearest(first, "x-table", _OF_TABLE)
    for item in items:
        yield from _nearest(item, "x-table", _OF_ROWS)
    for record in (first, *items):
        for member in record.properties().values():
            yield from _of_member(member)


def _of_member(member: View) -> Read:
    as_list = is_stored_as_rows(member)
    yield from _nearest(member, "x-column", _OF_LIST if as_list else _OF_COLUMN)
    items = row_items(member)
    if items is not None and value_types(items) != ("object",):
        yield from _nearest(items, "x-column", _OF_ITEM)


def _nearest(here: View, keyword: str, keys: Iterable[str]) -> Read:
    # Of several layers only the nearest is read.
    if (node := here.where(keyword)) is not None:
        yield (mark(node), keyword), frozenset(keys)
