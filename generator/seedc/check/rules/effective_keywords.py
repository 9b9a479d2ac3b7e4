"""Every key of `x-table` and `x-column` stands where something reads it.

A record is a row, and so is an item of a list that is stored as rows; what lies
deeper is JSON, and no key or default of it could be made.
"""

from collections.abc import Iterator

from seedc.check.effects import Effects
from seedc.check.reach import Mark, mark
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.types import value_types
from seedc.dialect.view import view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.model.json_value import Pointer
from seedc.text.json_place import schema_key

_WHY = {"x-table": "this is no row of a table", "x-column": "this is no column"}
_NO_MEMBERS = frozenset({"items", "additionalProperties", "contains", "propertyNames"})


def effective_keywords(
    document: SchemaDocument,
    library: Library,
    effects: Effects,
    reached: frozenset[Mark],
) -> Iterator[Diagnostic]:
    """Yield the extensions in a schema file that would do nothing.

    Args:
        document: The file.
        library: The schema files.
        effects: The keys that are read.
        reached: The schemas that tables lead to; of others nothing is said.
    """
    for node in schemas_below(root_node(document)):
        if mark(node) not in reached:
            continue
        for keyword in ("x-table", "x-column"):
            for pointer, message in _idle(library, node, keyword, effects):
                place = schema_key(document, (*node.pointer, *pointer))
                code = "keyword-without-effect"
                yield Diagnostic(code, message, place, help="remove it")


def _idle(
    library: Library, node: Node, keyword: str, effects: Effects
) -> Iterator[tuple[Pointer, str]]:
    given = node.value.get(keyword)
    keys = dict(given) if isinstance(given, dict) else {}
    read = effects.get((mark(node), keyword))
    if read is None:
        # Who may see a member is said of JSON as well; of rows of no list another law
        # speaks.
        idle = keys.keys() - ({"visibility"} if _is_member(node) else set())
        if keys.get("store") == "rows" and not _is_list(library, node):
            return
        if idle or (keyword == "x-table" and keyword in node.value):
            yield (keyword,), f"`{keyword}` has no effect here: {_why(node, keyword)}"
        return
    for key in keys:
        if key not in read:
            yield (keyword, key), f"`{key}` has no effect on {_what(keyword, read)}"
    if keys.get("store") == "json" and not _is_list(library, node):
        yield (keyword, "store"), "`store` has no effect on what is no list"


def _is_list(library: Library, node: Node) -> bool:
    return value_types(view(library, node)) == ("array",)


def _is_member(node: Node) -> bool:
    return not _NO_MEMBERS & {*node.pointer[-1:]}


def _why(node: Node, keyword: str) -> str:
    if "$defs" in node.pointer:
        return "nothing that refers to this reads it"
    return _WHY[keyword]


def _what(keyword: str, read: frozenset[str]) -> str:
    if keyword == "x-table":
        return "rows of a list"
    return "a list that is stored as rows" if "store" in read else "items that are rows"
