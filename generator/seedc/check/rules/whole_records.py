"""A record is a closed object: all that it may hold becomes a column or child rows.

Maps and alternatives stand inside a column, as JSON.
"""

from collections.abc import Iterable, Iterator

from seedc.dialect.names import columns_of, is_stored_as_rows, records_of
from seedc.dialect.node import Library, root_node
from seedc.dialect.types import types_of
from seedc.dialect.view import View, view
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.model.json_value import Pointer
from seedc.text.json_place import schema_key
from seedc.text.near import one_of

# PostgreSQL manual, appendix K, less some for what seedc adds.
_MOST_COLUMNS = 1500
_OPENING = ("additionalProperties", "unevaluatedProperties", "patternProperties")

Problem = tuple[Pointer, str, str]


def whole_records(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    """Yield what in the schema of a table's records would become no column."""
    first, *items = records_of(view(library, root_node(document)))
    yield from _diagnostics(first, _of_type(first))
    for item in items:
        yield from _diagnostics(item, _nested(item))
    for record in (first, *items):
        found = (*_maps(record), *_alternatives(record), *_columns(record))
        yield from _diagnostics(record, found)


def _diagnostics(record: View, found: Iterable[Problem]) -> Iterator[Diagnostic]:
    for pointer, message, hint in found:
        place = schema_key(
            record.library[record.node.path], (*record.node.pointer, *pointer)
        )
        yield Diagnostic("invalid-schema", message, place, help=hint)


def _of_type(record: View) -> Iterator[Problem]:
    types = types_of(record)
    if types != ("object",):
        found = f"not {one_of(types)}" if types else "and its schema says so"
        yield ("type",), f"a record is an object, {found}", 'write "type": "object"'


def _nested(item: View) -> Iterator[Problem]:
    for key, member in item.properties().items():
        if is_stored_as_rows(member):
            pointer = ("properties", key, "x-column", "store")
            message = "a list inside of rows cannot be stored as rows itself"
            yield pointer, message, "store it as JSON: remove `store`"


def _maps(record: View) -> Iterator[Problem]:
    for keyword in _OPENING:
        if record.get(keyword) is not None and record.get(keyword) is not False:
            message = f"a record has no further properties: `{keyword}`"
            yield (keyword,), message, "put them into a property of their own"


def _alternatives(record: View) -> Iterator[Problem]:
    known = record.properties()
    for arm in record.arms():
        if more := [key for key in arm.properties() if key not in known]:
            message = f"an alternative adds {one_of(more)}, which would be no column"
            pointer = arm.node.pointer[len(record.node.pointer) :]
            yield pointer, message, "list it in the `properties` of the record"


def _columns(record: View) -> Iterator[Problem]:
    if len(columns_of(record)) > _MOST_COLUMNS:
        message = f"a table of Postgres has at most {_MOST_COLUMNS} columns"
        yield ("properties",), message, "put some into a property that is an object"
