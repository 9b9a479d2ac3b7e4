"""What a schema says all in all: its keywords, those of its `$ref` and `allOf`.

Siblings of `$ref` apply; where several say the same keyword, the nearest wins.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.dialect.node import Library, Node, target
from seedc.model.json_value import JsonObject, JsonValue

_SHAPING = frozenset(
    {
        "additionalProperties",
        "allOf",
        "anyOf",
        "const",
        "enum",
        "format",
        "items",
        "oneOf",
        "patternProperties",
        "prefixItems",
        "properties",
        "type",
    }
)


@final
@dataclass(frozen=True, slots=True)
class View:
    """A schema as the sum of its layers, the nearest first."""

    library: Library
    layers: tuple[Node, ...]

    @property
    def node(self) -> Node:
        """The schema itself, without what it refers to."""
        return self.layers[0]

    def get(self, keyword: str) -> JsonValue:
        """Return the nearest value of a keyword, or None."""
        nearest = self.where(keyword)
        return nearest.value[keyword] if nearest else None

    def where(self, keyword: str) -> Node | None:
        """Return the nearest layer that has a keyword, or None."""
        return next((n for n in self.layers if keyword in n.value), None)

    def text(self, keyword: str) -> str:
        """Return the nearest value of a keyword that is text, or nothing."""
        value = self.get(keyword)
        return value if isinstance(value, str) else ""

    def table(self, keyword: str) -> JsonObject:
        """Return the nearest value of a keyword that is an object, or an empty one."""
        value = self.get(keyword)
        return value if isinstance(value, dict) else {}

    def properties(self) -> "dict[str, View]":
        """Return the views of the object's properties, in the schemas' order."""
        found: dict[str, list[Node]] = {}
        # Shared parts come first in the order, as a base class would.
        for node in reversed(self.layers):
            for key in _keys(node, "properties"):
                found.setdefault(key, []).insert(0, node.at("properties", key))
        return {key: self._merged(nodes) for key, nodes in found.items()}

    def required(self) -> frozenset[str]:
        """Return the keys that must be present."""
        named = [n.value.get("required") for n in self.layers]
        return frozenset(str(k) for r in named if isinstance(r, list) for k in r)

    def below(self, *steps: str | int) -> "View":
        """Return the view of a schema in the nearest layer that has `steps[0]`."""
        node = self.where(str(steps[0])) or self.node
        return view(self.library, node.at(*steps))

    def arms(self) -> "tuple[View, ...]":
        """Return the alternatives of `oneOf` or `anyOf`; none without them."""
        for keyword in ("oneOf", "anyOf"):
            value = self.get(keyword)
            if isinstance(value, list):
                return tuple(self.below(keyword, i) for i in range(len(value)))
        return ()

    def definition(self) -> Node | None:
        """Return the definition this is, if it is no more than a `$ref` to one."""
        node = self.node
        while not _SHAPING & node.value.keys():
            found = target(self.library, node)
            if found is None:
                return None
            if found.pointer[:1] == ("$defs",) and "$ref" not in found.value:
                return found
            node = found
        return None

    def _merged(self, nodes: list[Node]) -> "View":
        layers = [layer for n in nodes for layer in view(self.library, n).layers]
        return View(self.library, tuple(layers))


def view(library: Library, node: Node) -> View:
    """Return the view of a schema; a circle of `$ref` ends where it closes."""
    return View(library, tuple(_layers(library, node, frozenset())))


def _layers(
    library: Library, node: Node, seen: frozenset[tuple[object, ...]]
) -> Iterator[Node]:
    mark = (node.path, node.pointer)
    if mark in seen:
        return
    seen |= {mark}
    yield node
    found = target(library, node)
    if found is not None:
        yield from _layers(library, found, seen)
    branches = node.value.get("allOf")
    for i in range(len(branches) if isinstance(branches, list) else 0):
        yield from _layers(library, node.at("allOf", i), seen)


def _keys(node: Node, keyword: str) -> list[str]:
    value = node.value.get(keyword)
    return list(value) if isinstance(value, dict) else []
