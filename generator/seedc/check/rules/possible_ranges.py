"""Between the bounds of a schema there is a value.

Bounds of a schema, of what it refers to and of its `allOf` hold together.
"""

from collections.abc import Iterator

from seedc.check.bounds import BOUNDS, Bound, conflicts
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.view import view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.document import SchemaDocument
from seedc.model.source import Place
from seedc.text.json_place import schema_value


def possible_ranges(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    """Yield the bounds in a schema file that leave no value."""
    told: set[tuple[Place, Place]] = set()
    for node in schemas_below(root_node(document)):
        here = view(library, node)
        own = (layer for layer in here.layers if _is_in(layer, node))
        if not any(BOUNDS & layer.value.keys() for layer in own):
            continue
        for conflict in conflicts(here):
            one, other = conflict.one, conflict.other
            if not _is_in(other.node, node):
                one, other = other, one
            place, there = _place(other, library), _place(one, library)
            # Bounds that both stand elsewhere are told there.
            if not _is_in(other.node, node) or (place, there) in told:
                continue
            told.add((place, there))
            yield Diagnostic(
                "impossible-schema",
                conflict.message,
                place,
                notes=(Note(f"`{one.keyword}` is here", there),),
                help=f"change `{other.keyword}` or `{one.keyword}`",
            )


def _is_in(node: Node, outer: Node) -> bool:
    steps = len(outer.pointer)
    return node.path == outer.path and node.pointer[:steps] == outer.pointer


def _place(bound: Bound, library: Library) -> Place:
    pointer = (*bound.node.pointer, bound.keyword)
    return schema_value(library[bound.node.path], pointer)
