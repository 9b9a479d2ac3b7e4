"""A `default`, and every one of the `examples`, is valid for its own schema."""

from collections.abc import Iterator

from seedc.check.bounds import conflicts
from seedc.check.reach import reached_from
from seedc.check.samples import Sample, faults
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.view import view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument


def valid_examples(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    """Yield what is wrong with the examples of a schema file."""
    for node in schemas_below(root_node(document)):
        for sample in _samples(node):
            found = [*faults(document, library, node, sample)]
            # Of a schema that no value keeps, nothing more is said.
            if found and _is_impossible(library, node):
                continue
            for place, violation in found:
                code, message = "invalid-example", violation.message
                yield Diagnostic(code, message, place, help=violation.help)


def _samples(node: Node) -> Iterator[Sample]:
    if "default" in node.value:
        yield Sample((*node.pointer, "default"), node.value["default"])
    examples = node.value.get("examples")
    for i, value in enumerate(examples if isinstance(examples, list) else []):
        yield Sample((*node.pointer, "examples", i), value)


def _is_impossible(library: Library, node: Node) -> bool:
    reached = reached_from(library, [node])
    below = (root_node(library[path]).at(*pointer) for path, pointer in reached)
    return any(next(conflicts(view(library, each)), None) for each in below)
