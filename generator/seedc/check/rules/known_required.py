"""Every property that an object requires is one that it may have.

An object is all that speaks of it: what its `$ref` and `allOf` say, and conditions. An
alternative sees the properties of the object around it, and not those of the others. A
definition is held against every object that it is a part of, and one will do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.check.reach import Mark, mark
from seedc.dialect.node import Library, Node, root_node, target
from seedc.dialect.walk import in_place, is_part, schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.text.json_place import schema_value
from seedc.text.near import did_you_mean

_OPENING = frozenset(
    {"additionalProperties", "unevaluatedProperties", "patternProperties"}
)
_ARMS = frozenset({"anyOf", "oneOf"})
_SPEAKING = frozenset({"required", "$ref", "allOf", "if", "not"}) | _ARMS
# What stands below these is not closed.
_CONDITIONS = frozenset({"if", "then", "else", "not", "contains", "dependentSchemas"})

Entry = tuple[Mark, int]
"""An entry of a `required`: the schema that has it, and its position."""


def known_required(library: Library) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the entries of `required` that no record could satisfy, by their paths."""
    found: dict[Entry, bool] = {}
    known: dict[Entry, frozenset[str]] = {}
    for node in _wholes(library):
        for entry, names in _entries(library, node, _Names()):
            key = _key(library, entry)
            fits = names.open or key in names.keys
            found[entry] = found.get(entry, False) or fits
            known.setdefault(entry, names.keys)
    for entry in (entry for entry, fits in found.items() if not fits):
        (path, pointer), i = entry
        key = _key(library, entry)
        yield (
            path,
            Diagnostic(
                "unknown-required",
                f"`{key}` is required but is no property",
                schema_value(library[path], (*pointer, "required", i)),
                help=did_you_mean(key, known[entry]),
            ),
        )


@final
@dataclass(frozen=True, slots=True)
class _Names:
    """What an object may have: these keys, and any others if it is open."""

    keys: frozenset[str] = frozenset()
    open: bool = False

    def __or__(self, other: "_Names") -> "_Names":
        return _Names(self.keys | other.keys, self.open or other.open)


def _wholes(library: Library) -> Iterator[Node]:
    """Yield the schemas that are no part of another, or that nothing refers to."""
    nodes = [n for d in library.values() for n in schemas_below(root_node(d))]
    for node in nodes:
        starts = not is_part(node) and not _CONDITIONS & {*node.pointer}
        if starts and _SPEAKING & node.value.keys():
            yield node


def _key(library: Library, entry: Entry) -> str:
    (path, pointer), i = entry
    required = root_node(library[path]).at(*pointer).value["required"]
    return str(required[i]) if isinstance(required, list) else ""


def _entries(
    library: Library, node: Node, around: _Names
) -> Iterator[tuple[Entry, _Names]]:
    parts, arms = _sum(library, node)
    own = around
    for part in parts:
        own |= _names(part)
    below = [_all(library, arm) for arm in arms]
    whole = own
    for names in below:
        whole |= names
    if not whole.keys:
        whole = _Names(open=True)
    for part in parts:
        required = part.value.get("required")
        for i in range(len(required) if isinstance(required, list) else 0):
            yield (mark(part), i), whole
    for arm in arms:
        yield from _entries(library, arm, own)


def _names(node: Node) -> _Names:
    keys = node.value.get("properties")
    opening = (node.value.get(k, False) is not False for k in _OPENING)
    return _Names(frozenset(keys if isinstance(keys, dict) else ()), any(opening))


def _all(library: Library, arm: Node) -> _Names:
    """Return what an alternative and its own alternatives may have."""
    parts, arms = _sum(library, arm)
    found = _Names()
    for part in parts:
        found |= _names(part)
    for inner in arms:
        found |= _all(library, inner)
    return found


def _sum(library: Library, node: Node) -> tuple[list[Node], list[Node]]:
    """Return the schemas that make one object, and the alternatives among them."""
    stack, parts, arms = [node], list[Node](), list[Node]()
    while stack:
        here = stack.pop()
        parts.append(here)
        found = target(library, here)
        stack += [] if found is None else [found]
        for inside in in_place(here):
            is_arm = inside.pointer[len(here.pointer)] in _ARMS
            (arms if is_arm else stack).append(inside)
    return parts, arms
