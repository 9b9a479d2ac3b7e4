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
_ARMS = frozenset({"anyOf", "oneOf"})


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
        """Return the alternatives of `oneOf` or `anyOf` that shape the value.

        None without them, or where they are mere conditions (`required`).
        """
        for keyword in ("oneOf", "anyOf"):
            value = self.get(keyword)
            if isinstance(value, list):
                arms = tuple(self.below(keyword, i) for i in range(len(value)))
                return arms if any(arm.says(_SHAPING) for arm in arms) else ()
        return ()

    def says(self, keywords: frozenset[str]) -> bool:
        """Say whether any layer has one of some keywords."""
        return any(keywords & layer.value.keys() for layer in self.layers)

    def with_arm(self, arm: "View") -> "View":
        """Return what a schema says together with one of its alternatives."""
        own = (
            Node(n.path, n.pointer, {k: n.value[k] for k in n.value.keys() - _ARMS})
            for n in self.layers
        )
        return View(self.library, (*arm.layers, *own))

    def definition(self) -> Node | None:
        """Return the definition this is, if it is no more than a `$ref` to one.

        Of several that only refer to one another it is the last.
        """
        node, last = self.node, None
        while not _SHAPING & node.value.keys():
            found = target(self.library, node)
            if found is None:
                break
            node, last = found, found if is_definition(found) else last
        return last

    def _merged(self, nodes: list[Node]) -> "View":
        if len(nodes) == 1:
            return view(self.library, nodes[0])
        layers = [layer for n in nodes for layer in view(self.library, n).layers]
        distinct = {(layer.path, layer.pointer): layer for layer in reversed(layers)}
        return View(self.library, tuple(reversed(distinct.values())))


def is_definition(node: Node) -> bool:
    """Say whether a schema stands right below the `$defs` of its file."""
    return node.pointer[:-1] == ("$defs",)


def view(library: Library, node: Node) -> View:
    """Return the view of a schema; a circle of `$ref` ends where it closes."""
    if "$ref" not in node.value and "allOf" not in node.value:
        return View(library, (node,))
    return View(library, tuple(_layers(library, node)))


def _layers(library: Library, start: Node) -> Iterator[Node]:
    # A layer that is reached twice would say nothing new.
    stack, seen = [start], set()
    while stack:
        node = stack.pop()
        mark = (node.path, node.pointer)
        if mark in seen:
            continue
        seen.add(mark)
        yield node
        found = target(library, node)
        branches = node.value.get("allOf")
        count = len(branches) if isinstance(branches, list) else 0
        stack += [node.at("allOf", i) for i in reversed(range(count))]
        stack += [] if found is None else [found]


def _keys(node: Node, keyword: str) -> list[str]:
    value = node.value.get(keyword)
    return list(value) if isinstance(value, dict) else []
