"""Which schemas lead to which others: what stands inside them, and by `$ref`."""

from collections.abc import Iterable
from typing import TypeAlias

from seedc.dialect.node import Library, Node, root_node, target
from seedc.dialect.walk import schemas_inside
from seedc.model.json_value import Pointer

Mark: TypeAlias = tuple[str, Pointer]
"""A schema by its file and its place in it."""


def mark(node: Node) -> Mark:
    """Return the mark of a schema."""
    return node.path, node.pointer


def is_defined_in(node: Node, inside: Node) -> bool:
    """Say whether a schema one level below another is a definition of it."""
    return inside.pointer[len(node.pointer)] == "$defs"


def reached_by_tables(library: Library) -> frozenset[Mark]:
    """Return the schemas that the schemas of tables lead to."""
    roots = (root_node(document) for document in library.values())
    return reached_from(library, (r for r in roots if "x-table" in r.value))


def reached_from(library: Library, starts: Iterable[Node]) -> frozenset[Mark]:
    """Return the schemas that others lead to, and these; not mere definitions."""
    stack, seen = [*starts], set[Mark]()
    while stack:
        node = stack.pop()
        if mark(node) in seen:
            continue
        seen.add(mark(node))
        stack += (n for n in schemas_inside(node) if not is_defined_in(node, n))
        found = target(library, node)
        stack += [] if found is None else [found]
    return frozenset(seen)
