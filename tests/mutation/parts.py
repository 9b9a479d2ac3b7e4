"""The schemas inside a schema file, with what they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.model.json_value import JsonValue, Pointer
from tests.mutation.json_tree import Member, Node
from tests.mutation.project import Project, schema_path

_ONE = frozenset({"items", "additionalProperties", "contains", "propertyNames", "not"})
_ONE |= {"if", "then", "else"}
_MAPS = frozenset({"properties", "$defs", "patternProperties", "dependentSchemas"})
_LISTS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})


@final
@dataclass(frozen=True, slots=True)
class Part:
    """A schema in a schema file, and the way to it."""

    path: str
    node: Node
    pointer: Pointer

    def get(self, key: str) -> Node | None:
        """Return the value of a keyword."""
        member = self.node.member(key)
        return member.value if member else None

    def says(self, key: str) -> JsonValue:
        """Return what a keyword says, or None."""
        node = self.get(key)
        return node.value if node else None

    def inner(self, *keys: str) -> Node | None:
        """Return a value below keywords, or None."""
        here: Node | None = self.node
        for key in keys:
            member = here.member(key) if here else None
            here = member.value if member else None
        return here


def parts(project: Project) -> list[Part]:
    """Return all schemas of all files."""
    paths = project.schema_paths()
    return [p for path in paths for p in _parts(Part(path, project.trees[path], ()))]


def records(project: Project) -> list[Part]:
    """Return the schemas of the tables."""
    return [
        Part(schema_path(t), project.trees[schema_path(t)], ())
        for t in project.tables()
    ]


def keywords(project: Project, *names: str) -> list[tuple[Part, Member]]:
    """Return the keywords of some names, in whatever schema they stand."""
    return [(p, m) for p in parts(project) for m in p.node.members if m.key in names]


def strings(node: Node | None) -> list[Node]:
    """Return the strings of a list."""
    return [n for n in node.items if isinstance(n.value, str)] if node else []


def _parts(part: Part) -> Iterator[Part]:
    yield part
    for member in part.node.members:
        for steps, node in _below(member):
            if isinstance(node.value, dict):
                yield from _parts(Part(part.path, node, (*part.pointer, *steps)))


def _below(member: Member) -> Iterator[tuple[Pointer, Node]]:
    if member.key in _ONE:
        yield (member.key,), member.value
    if member.key in _MAPS:
        for inner in member.value.members:
            yield (member.key, inner.key), inner.value
    if member.key in _LISTS:
        for i, node in enumerate(member.value.items):
            yield (member.key, i), node
