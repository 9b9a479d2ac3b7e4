"""A schema contains itself only through an object or union that has a name.

Code can write `Node` inside `Node`, but has no way to write a list of lists of
lists for ever.
"""

from collections.abc import Iterator

from seedc.check.written import Written
from seedc.dialect.names import is_named
from seedc.dialect.node import Library, Node, root_node, target
from seedc.dialect.view import is_definition, view
from seedc.dialect.walk import schemas_below, schemas_inside
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.text.json_place import schema_value


def named_recursion(
    document: SchemaDocument, library: Library, written: Written
) -> Iterator[Diagnostic]:
    """Yield each `$ref` of a schema file that closes such a circle."""
    root = root_node(document)
    starts = (root, *filter(is_definition, schemas_inside(root)))
    endless = [n for n in starts if written.copied(view(library, n)).endless]
    closing = [n for n in schemas_below(root) if endless and _closes(library, n)]
    # Where several schemas make one property, no single `$ref` closes the circle.
    for node in closing or endless[:1]:
        yield Diagnostic(
            "endless-schema",
            "the schema contains itself, and nothing on the way has a name",
            schema_value(document, (*node.pointer, "$ref")),
            help="give it as an object below `$defs`, so that code can name it",
        )


def _closes(library: Library, node: Node) -> bool:
    found = target(library, node)
    return found is not None and _reaches(library, found, node)


def _reaches(library: Library, start: Node, goal: Node) -> bool:
    stack, seen = [start], set()
    while stack:
        node = stack.pop()
        mark = (node.path, node.pointer)
        if mark in seen or _has_name(library, node):
            continue
        seen.add(mark)
        for inner in schemas_below(node):
            if (inner.path, inner.pointer) == (goal.path, goal.pointer):
                return True
            found = target(library, inner)
            stack += [] if found is None else [found]
    return False


def _has_name(library: Library, node: Node) -> bool:
    here = view(library, node)
    return is_definition(node) and is_named(here)
