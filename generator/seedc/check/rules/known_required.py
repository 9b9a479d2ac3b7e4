"""Every property that an object requires is one that it may have."""

from collections.abc import Iterator

from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument
from seedc.text.json_place import schema_value
from seedc.text.near import did_you_mean

# A schema inside one of these is only a part of what is said of an object.
_PARTS = frozenset(
    {"$defs", "allOf", "anyOf", "oneOf", "if", "then", "else", "not", "contains"}
    | {"dependentSchemas"}
)
_OPENING = frozenset(
    {"additionalProperties", "unevaluatedProperties", "patternProperties"}
)


def known_required(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    """Yield the entries of `required` that no record could ever satisfy."""
    for node in schemas_below(root_node(document)):
        if "properties" in node.value and not _PARTS & {*node.pointer}:
            here = view(library, node)
            if not here.says(_OPENING):
                yield from _unknown(document, node, here)


def _unknown(document: SchemaDocument, node: Node, here: View) -> Iterator[Diagnostic]:
    known = here.properties().keys() | {
        key for arm in here.arms() for key in arm.properties()
    }
    required = node.value.get("required")
    for i, key in enumerate(required if isinstance(required, list) else []):
        if key not in known:
            place = schema_value(document, (*node.pointer, "required", i))
            yield Diagnostic(
                "invalid-schema",
                f"`{key}` is required but is no property",
                place,
                help=did_you_mean(str(key), known),
            )
