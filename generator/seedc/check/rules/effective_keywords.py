"""`x-table` and `x-column` stand where they have an effect.

A record is a row, and so is an item of a list that is stored as rows; what lies
deeper is JSON, and no key or default of it could be made.
"""

from collections.abc import Iterator

from seedc.dialect.names import records_of, row_items
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.text.json_place import schema_key

_ANYWHERE = frozenset({"visibility"})
"""Keys of `x-column` that speak of any member."""


def effective_keywords(
    document: SchemaDocument, library: Library
) -> Iterator[Diagnostic]:
    """Yield the extensions in a table's schema that would do nothing.

    A definition may be used anywhere, so that nothing is said of it.
    """
    records = records_of(view(library, root_node(document)))
    rows = {mark for record in records for mark in _marks(record)}
    columns = {mark for record in records for mark in _columns(record)}
    for node in schemas_below(root_node(document)):
        if "$defs" in node.pointer:
            continue
        if "x-table" in node.value and _mark(node) not in rows:
            message = "`x-table` has no effect here: this is no row of a table"
            yield _diagnostic(document, node, "x-table", message)
        own = node.value.get("x-column")
        keys = [k for k in own if k not in _ANYWHERE] if isinstance(own, dict) else []
        if keys and _mark(node) not in columns:
            message = f"`{keys[0]}` has no effect here: this is no column"
            yield _diagnostic(document, node, "x-column", message)


def _columns(record: View) -> Iterator[tuple[object, ...]]:
    for member in record.properties().values():
        yield from _marks(member)
        if (items := row_items(member)) is not None:
            yield from _marks(items)


def _marks(here: View) -> Iterator[tuple[object, ...]]:
    yield from map(_mark, here.layers)


def _mark(node: Node) -> tuple[object, ...]:
    return node.path, node.pointer


def _diagnostic(
    document: SchemaDocument, node: Node, keyword: str, message: str
) -> Diagnostic:
    place = schema_key(document, (*node.pointer, keyword))
    return Diagnostic("invalid-schema", message, place, help="remove it")
