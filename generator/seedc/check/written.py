"""How large a schema is once it is written out, as code and validators need it.

What has no name in code is copied wherever a `$ref` leads to it, and all that speaks
of one value is validated each time that it is reached.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import final

from seedc.dialect.names import is_named
from seedc.dialect.node import Library, Node, target
from seedc.dialect.view import View, view
from seedc.dialect.walk import in_place
from seedc.text.json_depth import MOST_LEVELS


@final
@dataclass(frozen=True, slots=True)
class Size:
    """The size of a schema.

    Attributes:
        parts: How many schemas it comes to.
        levels: How many of these stand inside one another at most.
        endless: Whether one of them contains itself.
    """

    parts: int
    levels: int
    endless: bool = False


_ENDLESS = Size(0, 0, endless=True)

Mark = tuple[tuple[object, ...], ...]


class Written:
    """The sizes of schemas, each counted once."""

    def __init__(self, library: Library) -> None:
        """Count the schemas of a library."""
        self._library = library
        self._copied: dict[Mark, Size] = {}
        self._in_place: dict[tuple[object, ...], Size] = {}

    def copied(self, here: View, level: int = 1) -> Size:
        """Return the size of a schema with all that code cannot name in its place."""
        mark = tuple((layer.path, layer.pointer) for layer in here.layers)
        if level > MOST_LEVELS:
            return Size(1, level)
        if mark not in self._copied:
            self._copied[mark] = _ENDLESS  # until it is known
            below = [self.copied(inner, level + 1) for inner in _copied(here)]
            self._copied[mark] = _sum(below)
        return self._copied[mark]

    def in_place(self, node: Node, level: int = 1) -> Size:
        """Return the size of all that speaks of the same value as a schema."""
        mark = (node.path, node.pointer)
        if level > MOST_LEVELS:
            return Size(1, level)
        if mark not in self._in_place:
            found = target(self._library, node)
            inside = [*in_place(node), *(() if found is None else (found,))]
            below = [self.in_place(inner, level + 1) for inner in inside]
            self._in_place[mark] = _sum(below)
        return self._in_place[mark]


def _sum(below: Iterable[Size]) -> Size:
    sizes = [*below]
    return Size(
        1 + sum(size.parts for size in sizes),
        1 + max((size.levels for size in sizes), default=0),
        any(size.endless for size in sizes),
    )


def _copied(here: View) -> Iterator[View]:
    """Yield the schemas inside a schema that code gets as copies."""
    definition = here.definition()
    if definition is not None and is_named(view(here.library, definition)):
        return
    if here.where("const") or here.where("enum"):
        return
    if arms := here.arms():
        beside = here.where("properties") is not None
        yield from (here.with_arm(arm) if beside else arm for arm in arms)
        return
    yield from here.properties().values()
    for keyword in ("items", "additionalProperties"):
        if isinstance(here.get(keyword), dict):
            yield here.below(keyword)
    heads = here.get("prefixItems")
    for i in range(len(heads) if isinstance(heads, list) else 0):
        yield here.below("prefixItems", i)
    yield from (
        here.below("patternProperties", p) for p in here.table("patternProperties")
    )
