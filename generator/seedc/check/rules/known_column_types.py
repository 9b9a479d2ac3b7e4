"""`x-column` gives a type of the closed list, and one that holds the values."""

from collections.abc import Iterator

from seedc.dialect.column_type import HOLDS, TYPE_NAMES, parse_column_type
from seedc.dialect.node import Library, root_node
from seedc.dialect.types import types_of, value_types
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below
from seedc.model.column_type import Json
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.model.json_value import JsonValue
from seedc.text.json_place import schema_key, schema_value
from seedc.text.near import did_you_mean


def known_column_types(
    document: SchemaDocument, library: Library
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the `x-column` keywords of a schema file."""
    for node in schemas_below(root_node(document)):
        here = view(library, node)
        extension = node.value.get("x-column")
        if not isinstance(extension, dict):
            continue
        pointer = (*node.pointer, "x-column")
        for key, message, hint in _problems(here, extension.get("type")):
            place = schema_value(document, (*pointer, key))
            yield Diagnostic("invalid-column-type", message, place, help=hint)
        if extension.get("store") == "rows" and not _is_list(here):
            yield Diagnostic(
                "rows-of-no-list",
                "only an array of objects or of scalars can be stored as rows",
                schema_key(document, (*pointer, "store")),
                help="store it as JSON: remove `store`",
            )


Problem = tuple[str, str, str | None]


def _problems(here: View, given: JsonValue) -> Iterator[Problem]:
    if not isinstance(given, str):
        return
    parsed = parse_column_type(given)
    if parsed is None:
        hint = did_you_mean(given, TYPE_NAMES) or f"types: {', '.join(TYPE_NAMES)}"
        yield "type", f"unknown column type `{given}`", hint
        return
    if isinstance(parsed, Json):
        return
    for kind in value_types(here) or ("all",):
        if type(parsed) not in HOLDS.get(kind, ()):
            yield "type", f"a column of type `{given}` cannot hold {kind} values", None


def _is_list(here: View) -> bool:
    if value_types(here) != ("array",) or here.where("prefixItems"):
        return False
    if not here.where("items"):
        return False
    items = here.below("items")
    if value_types(items) == ("object",):
        return types_of(items) == ("object",) and bool(items.properties())
    return len(value_types(items)) == 1 and value_types(items) != ("array",)
