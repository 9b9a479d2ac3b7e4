"""A record is a closed object: all that it may hold becomes a column or child rows.

Maps and alternatives stand inside a column, as JSON.
"""

from collections.abc import Iterator

from seedc.dialect.names import columns_of, records_of
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
    for record in records_of(view(library, root_node(document))):
        for pointer, message, hint in (*_types(record), *_rest(record)):
            path = record.node.path
            place = schema_key(library[path], (*record.node.pointer, *pointer))
            yield Diagnostic("invalid-schema", message, place, help=hint)


def _types(record: View) -> Iterator[Problem]:
    types = types_of(record)
    if types != ("object",):
        found = f"not {one_of(types)}" if types else "and its schema says so"
        yield ("type",), f"a record is an object, {found}", 'write "type": "object"'


def _rest(record: View) -> Iterator[Problem]:
    for keyword in _OPENING:
        if _opens(record, keyword):
            message = f"a record has no further properties: `{keyword}`"
            yield (keyword,), message, "put them into a property of their own"
    known = record.properties()
    for arm in record.arms():
        if more := [key for key in arm.properties() if key not in known]:
            message = f"an alternative adds {one_of(more)}, which would be no column"
            pointer = arm.node.pointer[len(record.node.pointer) :]
            hint = "list it in the `properties` of the record"
            yield pointer, message, hint


    if len(columns_of(record)) > _MOST_COLUMNS:
        message = f"a table of Postgres has at most {_MOST_COLUMNS} columns"
        yield ("properties",), message, "put some into a property that is an object"


def _opens(record: View, keyword: str) -> bool:
    return record.get(keyword) is not None and record.get(keyword) is not False
