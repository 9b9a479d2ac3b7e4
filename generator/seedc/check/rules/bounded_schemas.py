"""Written out in full, a schema is neither deep nor large.

Thirty definitions that each use the next one twice would be a thousand million.
"""

from collections.abc import Iterator

from seedc.check.written import Size, Written
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.view import is_definition, view
from seedc.dialect.walk import schemas_below, schemas_inside
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.text.json_depth import MOST_LEVELS
from seedc.text.json_place import schema_key

_MOST_PARTS = 20_000


def bounded_schemas(
    document: SchemaDocument, library: Library, written: Written
) -> Iterator[Diagnostic]:
    """Yield a problem if the schema of a file, or a definition there, is too large."""
    first = next(_excessive(document, library, written), None)
    if first is not None:
        yield Diagnostic(
            "invalid-schema",
            f"written out, the schema has over {_MOST_PARTS} parts"
            f" or {MOST_LEVELS} levels",
            schema_key(document, first.pointer),
            help="refer less often, or to objects below `$defs`, which code can name",
        )


def _excessive(
    document: SchemaDocument, library: Library, written: Written
) -> Iterator[Node]:
    root = root_node(document)
    # What a definition has too much of, its uses have too.
    for node in sorted(schemas_below(root), key=lambda n: n.pointer[:1] != ("$defs",)):
        if _is_excessive(written.in_place(node)):
            yield node
    for node in (*filter(is_definition, schemas_inside(root)), root):
        if _is_excessive(written.copied(view(library, node))):
            yield node


def _is_excessive(size: Size) -> bool:
    return size.parts > _MOST_PARTS or size.levels > MOST_LEVELS
