"""Every value of an `enum`, and a `const`, keeps what stands beside it."""

from collections.abc import Iterator

from seedc.check.samples import Sample, faults
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.model.json_value import JsonValue
from seedc.text.json_place import schema_key

_CLOSED = frozenset({"enum", "const"})
_SILENT = frozenset(
    {"title", "description", "$comment", "default", "examples", "deprecated"}
    | {"x-references", "x-column", "$defs"}
)


def possible_members(
    document: SchemaDocument, library: Library
) -> Iterator[Diagnostic]:
    """Yield the values of a schema file's enumerations that can never be."""
    for node in schemas_below(root_node(document)):
        if not _CLOSED & node.value.keys() or not node.value.keys() - _CLOSED - _SILENT:
            continue
        rest = {k: v for k, v in node.value.items() if k not in _CLOSED}
        beside = Node(node.path, node.pointer, rest)
        yield from _of_enum(document, library, node, beside)
        if "const" in node.value:
            sample = Sample((*node.pointer, "const"), node.value["const"])
            yield from _impossible(document, library, beside, sample)


def _of_enum(
    document: SchemaDocument, library: Library, node: Node, beside: Node
) -> Iterator[Diagnostic]:
    members = node.value.get("enum")
    values: list[JsonValue] = members if isinstance(members, list) else []
    found = [
        [*_impossible(document, library, beside, sample)]
        for i, value in enumerate(values)
        for sample in [Sample((*node.pointer, "enum", i), value)]
    ]
    if len(found) > 1 and all(found):
        place = schema_key(document, (*node.pointer, "enum"))
        message = f"no value of `enum` is possible: {found[0][0].message}"
        yield Diagnostic("impossible-schema", message, place)
        return
    yield from (problem for problems in found for problem in problems)


def _impossible(
    document: SchemaDocument, library: Library, beside: Node, sample: Sample
) -> Iterator[Diagnostic]:
    for place, violation in faults(document, library, beside, sample):
        code, message = "impossible-schema", violation.message
        null = sample.value is None and violation.code == "wrong-type"
        hint = 'add "null" to `type`' if null else violation.help
        yield Diagnostic(code, message, place, help=hint)
