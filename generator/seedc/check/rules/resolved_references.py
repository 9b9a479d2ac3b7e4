"""Every `$ref` leads to a schema in the schemas folder, and none leads to itself."""

from collections.abc import Container, Iterator

from seedc.dialect.node import (
    Library,
    Node,
    Unresolved,
    file_of,
    resolve,
    root_node,
)
from seedc.dialect.walk import in_place, schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.text.json_place import schema_value
from seedc.text.near import did_you_mean, one_of


def resolved_references(
    document: SchemaDocument, library: Library, broken: Container[str] = ()
) -> Iterator[Diagnostic]:
    """Yield each `$ref` of a schema file that leads nowhere or in a circle.

    Args:
        document: The schema file.
        library: The schema files that could be read.
        broken: Paths of those with problems of their own; what leads there may be
            right.
    """
    below = schemas_below(root_node(document))
    referring = [n for n in below if isinstance(n.value.get("$ref"), str)]
    for node in referring:
        found = resolve(library, node)
        if isinstance(found, Unresolved) and file_of(node) not in broken:
            yield _diagnostic(document, node, *_unresolved(found))
    first = {_mark(node): node for node in _circles(library, referring)}
    for node in first.values():
        if node.path == document.source.path:
            yield _diagnostic(document, node, *_circular())


def _diagnostic(
    document: SchemaDocument, node: Node, code: str, message: str, hint: str | None
) -> Diagnostic:
    place = schema_value(document, (*node.pointer, "$ref"))
    return Diagnostic(code, message, place, help=hint)


def _circular() -> tuple[str, str, str | None]:
    return "circular-ref", "the schema is itself: its `$ref` leads back here", None


def _unresolved(found: Unresolved) -> tuple[str, str, str | None]:
    hint = did_you_mean(found.name, found.known)
    match found.reason:
        case "outside":
            message = f"`{found.name}` is outside the schemas folder"
            return "outside-ref", message, "copy the schema into the folder"
        case "file":
            return "unresolved-ref", f"there is no schema file `{found.name}`", hint
        case "pointer":
            message = f"the schema file has nothing at `{found.name}`"
            known = f"known: {one_of(found.known)}" if found.known else None
            return "unresolved-ref", message, hint or known


def _circles(library: Library, starts: list[Node]) -> Iterator[Node]:
    """Yield the first `$ref` of each circle that never enters the value.

    `allOf`, `if` and `not` stay at the value; `properties` and `items` enter it.
    """
    done: set[Mark] = set()
    for start in starts:
        trail = {_mark(start): (start, _same_value(library, start))}
        while trail:
            mark, (_, steps) = next(reversed(trail.items()))
            if (step := next(steps, None)) is None:
                del trail[mark]
                done.add(mark)
            elif (there := _mark(step)) in trail:
                marks = [*trail]
                circle = [trail[m][0] for m in marks[marks.index(there) :]]
                yield min((n for n in circle if "$ref" in n.value), key=_mark)
            elif there not in done:
                trail[there] = (step, _same_value(library, step))


Mark = tuple[str, tuple[str, ...]]


def _mark(node: Node) -> Mark:
    return node.path, tuple(map(str, node.pointer))


def _same_value(library: Library, node: Node) -> Iterator[Node]:
    if isinstance(node.value.get("$ref"), str):
        found = resolve(library, node)
        yield from (found,) if isinstance(found, Node) else ()
    yield from in_place(node)
