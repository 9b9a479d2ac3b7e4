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
# These speak of the same value; the others enter it.
_IN_PLACE = frozenset(
    {"allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"}
)


def schemas_below(node: Node) -> Iterator[Node]:
    """Yield a schema and all the schemas that stand inside it, in file order."""
    stack = [node]
    while stack:
        here = stack.pop()
        yield here
        stack += reversed([*schemas_inside(here)])


def in_place(node: Node) -> Iterator[Node]:
    """Yield the schemas inside a schema that speak of the same value."""
    for child in schemas_inside(node):
        if child.pointer[len(node.pointer)] in _IN_PLACE:
            yield child


def is_part(node: Node) -> bool:
    """Say whether a schema speaks of the same value as the one around it."""
    return bool(_IN_PLACE & {*node.pointer[-2:-1], *node.pointer[-1:]})


def schemas_inside(node: Node) -> Iterator[Node]:
    """Yield the schemas that stand inside a schema, one level down."""
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
