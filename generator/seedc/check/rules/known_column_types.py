"""`x-column` gives a type of the closed list, and one that holds the values."""

from collections.abc import Iterator

from seedc.dialect.column_type import HOLDS, TYPE_NAMES, parse_column_type
from seedc.dialect.node import Library, root_node
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
    kinds = json_types(here)
    if isinstance(parsed, Json) or not kinds:
        return
    for kind in kinds:
        if type(parsed) not in HOLDS.get(kind, ()):
            yield "type", f"a column of type `{given}` cannot hold {kind} values", None


def json_types(here: View) -> list[str]:
    """Return the JSON types of a schema's values but null, if it says them."""
    given = here.get("type")
    types = [given] if isinstance(given, str) else given
    if isinstance(types, list):
        return [str(t) for t in types if t != "null"]
    values = here.get("enum")
    values = [here.get("const")] if here.where("const") else values
    texts = isinstance(values, list) and all(isinstance(v, str) for v in values)
    return ["string"] if texts else []


def _is_list(here: View) -> bool:
    return (
        json_types(here) == ["array"]
        and (
            here.where("items") is not None
            and len(json_types(here.below("items"))) == 1
        )
        and json_types(here.below("items")) != ["array"]
    )
