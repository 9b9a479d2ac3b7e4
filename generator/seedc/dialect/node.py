"""Places in schema files, and `$ref` between them.

A `$ref` never leaves the schemas folder: no network, no path outside the project.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, final
from urllib.parse import unquote

from seedc.model.document import SchemaDocument
from seedc.model.json_value import JsonObject, JsonValue, Pointer

Library = Mapping[str, SchemaDocument]
"""The schema files by path."""


@final
@dataclass(frozen=True, slots=True)
class Node:
    """A schema somewhere in a schema file.

    Attributes:
        path: Path of the file.
        pointer: Where it stands in the file.
        value: Its keywords; `true` is `{}` and `false` is `{"not": {}}`.
    """

    path: str
    pointer: Pointer
    value: JsonObject

    def at(self, *steps: str | int) -> "Node":
        """Return the schema that stands below this one."""
        below: JsonValue = self.value
        for step in steps:
            below = _step(below, step)
        return Node(self.path, (*self.pointer, *steps), _as_object(below))


@final
@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why a `$ref` leads nowhere.

    Attributes:
        reason: `outside`: a URL, or a path that leaves the folder; `file`: there
            is no such file; `pointer`: the file has nothing there.
        name: The part of the `$ref` that leads nowhere.
        known: What could have stood in its place.
    """

    reason: Literal["outside", "file", "pointer"]
    name: str
    known: tuple[str, ...] = ()


def root_node(document: SchemaDocument) -> Node:
    """Return the top of a schema file."""
    return Node(document.source.path, (), document.value)


def resolve(library: Library, node: Node) -> Node | Unresolved:
    """Follow the `$ref` of a node, one step."""
    reference = str(node.value["$ref"])
    found = _location(node.path, reference)
    file = reference.partition("#")[0]
    if found is None:
        return Unresolved("outside", file)
    path, fragment = found
    if path not in library:
        return Unresolved("file", file, _names(library))
    return _follow(root_node(library[path]), fragment)


@lru_cache(maxsize=4096)
def _location(start: str, reference: str) -> tuple[str, str] | None:
    """Return the file and the place that a `$ref` means; None if it leaves its folder.

    Args:
        start: Path of the file that it stands in.
        reference: The `$ref`.
    """
    file, _, fragment = reference.partition("#")
    folder = posixpath.dirname(start)
    if ":" in file or file.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(file)))
    path = path if file else start
    inside = posixpath.dirname(path) == folder
    return (path, unquote(fragment)) if inside else None


def target(library: Library, node: Node) -> Node | None:
    """Return what the `$ref` of a node leads to, or None if it leads nowhere."""
    if not isinstance(node.value.get("$ref"), str):
        return None
    found = resolve(library, node)
    return found if isinstance(found, Node) else None


def file_of(node: Node) -> str | None:
    """Return the path of the file that a `$ref` leads to, whether or not it is there.

    None if the node has none, or one that leaves the folder.
    """
    reference = node.value.get("$ref")
    found = _location(node.path, reference) if isinstance(reference, str) else None
    return found[0] if found else None


def _follow(node: Node, fragment: str) -> Node | Unresolved:
    steps = [s.replace("~1", "/").replace("~0", "~") for s in fragment.split("/")[1:]]
    if fragment and not fragment.startswith("/"):
        return Unresolved("pointer", f"#{fragment}", _definitions(node))
    here: JsonValue = node.value
    pointer: list[str | int] = []
    for step in steps:
        key = int(step) if isinstance(here, list) and step.isdecimal() else step
        if not _has(here, key):
            return Unresolved("pointer", f"#{fragment}", _definitions(node))
        here = _step(here, key)
        pointer.append(key)
    return Node(node.path, tuple(pointer), _as_object(here))


def _names(library: Library) -> tuple[str, ...]:
    return tuple(posixpath.basename(path) for path in library)


def _definitions(node: Node) -> tuple[str, ...]:
    definitions = node.value.get("$defs")
    names = definitions if isinstance(definitions, dict) else {}
    return tuple(f"#/$defs/{name}" for name in names)


def _has(value: JsonValue, key: str | int) -> bool:
    if isinstance(value, dict):
        return key in value
    return isinstance(value, list) and isinstance(key, int) and key < len(value)


def _step(value: JsonValue, key: str | int) -> JsonValue:
    if isinstance(value, dict):
        return value[str(key)]
    return value[int(key)] if isinstance(value, list) else None


def _as_object(value: JsonValue) -> JsonObject:
    if isinstance(value, dict):
        return value
    return {"not": {}} if value is False else {}
