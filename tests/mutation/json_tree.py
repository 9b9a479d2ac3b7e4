"""JSON texts with the places of all that is in them.

Independent of the reader under test, but for the standard library's scalars.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import final

from seedc.model.json_value import JsonValue

_DECODER = json.JSONDecoder(parse_float=Decimal)


@final
@dataclass(frozen=True, slots=True)
class Node:
    """A value, where it stands, and what it holds."""

    value: JsonValue
    start: int
    end: int
    members: "tuple[Member, ...]" = ()
    items: "tuple[Node, ...]" = ()

    @property
    def text(self) -> str:
        """The value, which is a string."""
        assert isinstance(self.value, str)
        return self.value

    def member(self, key: str) -> "Member | None":
        """Return the member with a key."""
        return next((m for m in self.members if m.key == key), None)

    def below(self) -> "Iterator[Node]":
        """Yield the value and all values in it, in file order."""
        yield self
        for child in self.children():
            yield from child.below()

    def children(self) -> "tuple[Node, ...]":
        """Return the values of the members or items."""
        return self.items or tuple(m.value for m in self.members)

    def starts(self) -> tuple[int, ...]:
        """Return where the members or items start: an item, or a key."""
        return tuple(part.start for part in self.items or self.members)


@final
@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object: its key, where the key stands, and its value."""

    key: str
    start: int
    end: int
    value: Node


def parse(text: str) -> Node:
    """Parse a JSON text that is known to be good."""
    return _value(text, _space(text, 0))


def _space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _value(text: str, at: int) -> Node:
    if text[at] == "{":
        return _object(text, at)
    if text[at] == "[":
        return _array(text, at)
    value, end = _DECODER.raw_decode(text, at)
    return Node(value, at, end)


def _object(text: str, start: int) -> Node:
    members: list[Member] = []
    at = _space(text, start + 1)
    while text[at] != "}":
        key, end = _DECODER.raw_decode(text, at)
        value = _value(text, _space(text, _space(text, end) + 1))
        members.append(Member(key, at, end, value))
        at = _behind(text, value.end)
    values = {member.key: member.value.value for member in members}
    return Node(values, start, at + 1, members=tuple(members))


def _array(text: str, start: int) -> Node:
    items: list[Node] = []
    at = _space(text, start + 1)
    while text[at] != "]":
        items.append(_value(text, at))
        at = _behind(text, items[-1].end)
    return Node([n.value for n in items], start, at + 1, items=tuple(items))


def _behind(text: str, end: int) -> int:
    at = _space(text, end)
    return _space(text, at + 1) if text[at] == "," else at
