"""Written out in full, a schema is neither deep nor large.

What has no name in code is copied wherever a `$ref` leads to it, and all that speaks
of one value is validated each time it is reached: thirty definitions that each use
the next one twice would be a thousand million of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.dialect.names import is_named
from seedc.dialect.node import Library, Node, root_node, target
from seedc.dialect.view import is_definition, view
from seedc.dialect.walk import in_place, schemas_inside
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.text.json_depth import MOST_LEVELS
from seedc.text.json_place import schema_key

_MOST_PARTS = 20_000


def bounded_schemas(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    """Yield a problem if the schema of a file, or a definition there, is too large."""
    root = root_node(document)
    definitions = [n for n in schemas_inside(root) if is_definition(n)]
    written = _Written(library)
    sizes = ((written.size(node), node) for node in (*definitions, root))
    first = next((node for size, node in sizes if _is_excessive(size)), None)
    if first is not None:
        yield Diagnostic(
            "invalid-schema",
            f"written out, the schema has over {_MOST_PARTS} parts"
            f" or {MOST_LEVELS} levels",
            schema_key(document, first.pointer),
            help="refer less often, or to objects below `$defs`, which code can name",
        )


@final
@dataclass(frozen=True, slots=True)
class _Size:
    parts: int
    levels: int


_NOTHING = _Size(0, 0)


def _is_excessive(size: _Size) -> bool:
    return size.parts > _MOST_PARTS or size.levels > MOST_LEVELS


class _Written:
    """The sizes of schemas with what they refer to in its place."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[tuple[object, ...], _Size] = {}

    def size(self, node: Node, *, entered: bool = True, level: int = 1) -> _Size:
        """Return the size of a schema.

        Args:
            node: The schema.
            entered: Whether what speaks of the value's parts counts too.
            level: How deep the schema stands.
        """
        if level > MOST_LEVELS:
            return _Size(1, level)
        mark = (node.path, node.pointer, entered)
        if mark not in self._known:
            self._known[mark] = _NOTHING  # for one that contains itself
            below = [
                self.size(inner, entered=enter, level=level + 1)
                for inner, enter in self._below(node, entered=entered)
            ]
            self._known[mark] = _Size(
                1 + sum(size.parts for size in below),
                1 + max((size.levels for size in below), default=0),
            )
        return self._known[mark]

    def _below(self, node: Node, *, entered: bool) -> Iterator[tuple[Node, bool]]:
        inside = schemas_inside(node) if entered else in_place(node)
        yield from ((n, entered) for n in inside if not is_definition(n))
        found = target(self._library, node)
        if found is not None:
            named = is_definition(found) and is_named(view(self._library, found))
            yield found, entered and not named
