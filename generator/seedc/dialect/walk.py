"""Visit every schema of a schema file."""

from collections.abc import Iterator

from seedc.dialect.node import Node

_SINGLE = (
    "items",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "contains",
    "not",
    "if",
    "then",
    "else",
)
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_MAPS = ("$defs", "properties", "patternProperties", "dependentSchemas")


def schemas_below(node: Node) -> Iterator[Node]:
    """Yield a schema and all the schemas that stand inside it, in file order."""
    stack = [node]
    while stack:
        here = stack.pop()
        yield here
        stack += reversed([*_children(here)])


def _children(node: Node) -> Iterator[Node]:
    for keyword, value in node.value.items():
        if keyword in _SINGLE and isinstance(value, dict):
            yield node.at(keyword)
        elif keyword in _LISTS and isinstance(value, list):
            yield from (
                node.at(keyword, i) for i, v in enumerate(value) if isinstance(v, dict)
            )
        elif keyword in _MAPS and isinstance(value, dict):
            yield from (
                node.at(keyword, k) for k, v in value.items() if isinstance(v, dict)
            )
