"""Every default, and every predicate of an index, is one SQL expression.

They go into the generated SQL as they are written.
"""

from collections.abc import Callable, Iterator
from functools import partial

from seedc.check.expression.plain import is_plain_default, is_plain_predicate
from seedc.check.expression.terms import UnsupportedError
from seedc.dialect.names import columns_of
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.view import view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.model.json_value import JsonValue, Pointer
from seedc.text.json_place import schema_value

Parse = Callable[[str], None]


def readable_sql(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    """Yield the defaults and predicates of a schema file that are no expression."""
    for node in schemas_below(root_node(document)):
        for pointer, text, parse in (*_defaults(node), *_predicates(library, node)):
            if (reason := _refused(text, parse)) is not None:
                place = schema_value(document, (*node.pointer, *pointer))
                yield Diagnostic("invalid-schema", reason, place)


def _refused(text: str, parse: Parse) -> str | None:
    try:
        parse(text)
    except UnsupportedError as error:
        return str(error)
    return None


def _defaults(node: Node) -> Iterator[tuple[Pointer, str, Parse]]:
    match node.value.get("x-column"):
        case {"default": str() as text}:
            yield ("x-column", "default"), text, _default
        case _:
            return


def _predicates(library: Library, node: Node) -> Iterator[tuple[Pointer, str, Parse]]:
    for i, index in enumerate(_indexes(node.value.get("x-table"))):
        match index:
            case {"where": str() as text}:
                columns = frozenset(columns_of(view(library, node)))
                pointer = ("x-table", "indexes", i, "where")
                yield pointer, text, partial(_predicate, columns)
            case _:
                continue


def _indexes(extension: JsonValue) -> list[JsonValue]:
    indexes = extension.get("indexes") if isinstance(extension, dict) else None
    return indexes if isinstance(indexes, list) else []


# Reading all of SQL takes a library that is slow to import.
def _default(text: str) -> None:
    if not is_plain_default(text):
        from seedc.check.expression.parse import parse_default  # noqa: PLC0415

        parse_default(text)


def _predicate(columns: frozenset[str], text: str) -> None:
    if not is_plain_predicate(text, columns):
        from seedc.check.expression.parse import parse_predicate  # noqa: PLC0415

        parse_predicate(text, columns)
