"""Every `$ref` leads to a schema in the schemas folder, and none leads to itself."""

from collections.abc import Iterator

from seedc.dialect.node import Library, Node, Unresolved, resolve, root_node
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.text.json_place import schema_value
from seedc.text.near import did_you_mean, one_of


def resolved_references(
    document: SchemaDocument, library: Library
) -> Iterator[Diagnostic]:
    """Yield each `$ref` of a schema file that leads nowhere or in a circle."""
    for node in schemas_below(root_node(document)):
        if isinstance(node.value.get("$ref"), str):
            problem = _problem(node, document, library)
            yield from () if problem is None else (problem,)


def _problem(
    node: Node, document: SchemaDocument, library: Library
) -> Diagnostic | None:
    found = resolve(library, node)
    if isinstance(found, Unresolved):
        code, message, hint = _unresolved(found)
    elif _is_circle(library, node):
        code, hint = "circular-ref", None
        message = "the schema is itself: its `$ref` leads back here"
    else:
        return None
    place = schema_value(document, (*node.pointer, "$ref"))
    return Diagnostic(code, message, place, help=hint)


def _unresolved(found: Unresolved) -> tuple[str, str, str | None]:
    hint = did_you_mean(found.name, found.known)
    match found.reason:
        case "outside":
            message = f"`{found.name}` is outside the schemas folder"
            return "outside-ref", message, "copy the schema into the folder"
        case "file":
            return "unresolved-ref", f"there is no schema file `{found.name}`", hint
        case "pointer":
            message = f"the schema file has nothing at `#{found.name}`"
            known = f"known: {one_of(found.known)}" if found.known else None
            return "unresolved-ref", message, hint or known


def _is_circle(library: Library, start: Node) -> bool:
    """Say whether a `$ref` is reached again without entering the value.

    `allOf`, `anyOf` and `oneOf` stay at the value; `properties` and `items` enter it.
    """
    goal = (start.path, start.pointer)
    stack, seen = [start], set()
    while stack:
        node = stack.pop()
        for step in _same_value(library, node):
            mark = (step.path, step.pointer)
            if mark == goal:
                return True
            if mark not in seen:
                seen.add(mark)
                stack.append(step)
    return False


def _same_value(library: Library, node: Node) -> Iterator[Node]:
    if isinstance(node.value.get("$ref"), str):
        found = resolve(library, node)
        yield from (found,) if isinstance(found, Node) else ()
    for keyword in ("allOf", "anyOf", "oneOf"):
        branches = node.value.get(keyword)
        count = len(branches) if isinstance(branches, list) else 0
        yield from (node.at(keyword, i) for i in range(count))
