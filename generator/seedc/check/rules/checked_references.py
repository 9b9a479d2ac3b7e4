"""Every reference stands where values are looked up: nowhere else is it a promise.

A reference is checked on a string or an integer that a record, a list or a map holds.
Where a schema only sets conditions, or where a value's shape is not known, nothing
would look at it.
"""

from collections.abc import Iterator

from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.types import REFERRING, value_types
from seedc.dialect.view import view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.text.json_place import schema_key
from seedc.text.near import one_of

_CONDITIONS = (
    "if",
    "then",
    "else",
    "not",
    "contains",
    "dependentSchemas",
    "propertyNames",
    "unevaluatedProperties",
)


def checked_references(
    document: SchemaDocument, library: Library
) -> Iterator[Diagnostic]:
    """Yield the references of a schema file that nothing would check."""
    for node in schemas_below(root_node(document)):
        if "x-references" in node.value and (reason := _reason(library, node)):
            place = schema_key(document, (*node.pointer, "x-references"))
            message, hint = reason
            yield Diagnostic("invalid-schema", message, place, help=hint)


def _reason(library: Library, node: Node) -> tuple[str, str] | None:
    if found := _around(library, node):
        message = f"a reference below `{found}` would not be checked"
        return message, "say it where the value itself is described"
    here = view(library, node)
    types = value_types(here)
    if types not in REFERRING:
        what = one_of(types) if types else "values of all types"
        message = f"a reference is a string or a number, not {what}"
        return message, 'give the schema a type such as "type": "string"'
    if here.where("const"):
        return "a reference to one constant row says nothing", "leave it out"
    return None


def _around(library: Library, node: Node) -> str | None:
    """Return the keyword around a schema that hides it from the checker, or None."""
    document = library[node.path]
    here = root_node(document)
    steps = list(node.pointer)
    while steps:
        keyword = str(steps[0])
        if keyword in _CONDITIONS or _is_unshaped(library, here, keyword):
            return keyword
        taken = 1 if keyword in _SINGLE else 2
        here, steps = here.at(*steps[:taken]), steps[taken:]
    return None


_SINGLE = frozenset({"items", "additionalProperties"})


def _is_unshaped(library: Library, node: Node, keyword: str) -> bool:
    """Say whether code only knows `any` for what a keyword describes."""
    here = view(library, node)
    match keyword:
        case "prefixItems":
            return here.get("items") is not False
        case "items":
            return here.where("prefixItems") is not None
        case "patternProperties" | "additionalProperties":
            extra = here.get("additionalProperties")
            kinds = len(here.table("patternProperties")) + isinstance(extra, dict)
            return kinds > 1 or extra is True
        case _:
            return False
