"""Make the schema that records are validated against.

It is self-contained and closed: an object with `properties` takes no other keys
unless it says `additionalProperties` itself. Where `allOf`, `$ref` or alternatives
add properties to the same object, `unevaluatedProperties` closes their sum; what
they refer to is then copied open, under another name. A schema with `properties` or
`items` and no `type` gets the one that it speaks of. `x-references` stays, for the
editor schemas; validators pass over it. Nothing below `if`, `then`,
`else`, `not` or `dependentSchemas` is closed: these only add conditions.
"""

import re

from seedc.dialect.names import is_live, records_of
from seedc.dialect.node import Library, Node, target
from seedc.dialect.types import types_of
from seedc.dialect.view import View, view
from seedc.dialect.walk import is_part
from seedc.model.json_value import JsonObject, JsonValue, Pointer

_MAPS = ("properties", "patternProperties", "dependentSchemas")
_VALUES = ("items", "additionalProperties", "unevaluatedProperties")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_CONDITIONS = ("if", "then", "else", "not", "contains", "propertyNames")
_IN_PLACE = ("allOf", "anyOf", "oneOf")
_TYPED = frozenset({"type", "enum", "const", "anyOf", "oneOf"})
_CLOSING = ("additionalProperties", "unevaluatedProperties")
# All else has a meaning in the pointer of a `$ref`.
_PLAIN = re.compile(r"[^A-Za-z0-9_.-]")
_DROPPED = frozenset({"$defs", "$schema", "$id", "x-table", "x-column"})


def closed_schema(library: Library, record: Node) -> JsonObject:
    """Return the schema that a record of a table must fulfil.

    What belongs to the live system (`owner: live`) is left out of it.

    Args:
        library: The schema files.
        record: The table's schema, or any other; a part of one is not closed.
    """
    copier = _Copier(library, _live(view(library, record)))
    schema = copier.copy(record, "open" if is_part(record) else "closed")
    copier.copy_definitions()
    if copier.definitions:
        schema["$defs"] = dict(sorted(copier.definitions.items()))
    return schema


LeftOut = dict[tuple[str, Pointer], frozenset[str]]
"""Properties that are left out, by the schemas that declare or require them."""


def _live(table: View) -> LeftOut:
    return {
        (layer.path, layer.pointer): frozenset(map(str, live))
        for record in records_of(table)
        if (live := [k for k, m in record.properties().items() if is_live(m)])
        for layer in record.layers
    }


class _Copier:
    """Copies schemas, and each definition they refer to once for each mode."""

    def __init__(self, library: Library, left_out: LeftOut) -> None:
        self._library = library
        self._left_out = left_out
        self._names: dict[tuple[object, ...], str] = {}
        self._pending: list[tuple[str, Node, str]] = []
        self.definitions: dict[str, JsonValue] = {}

    def copy_definitions(self) -> None:
        """Copy all the definitions that the copies so far refer to."""
        while self._pending:
            name, found, mode = self._pending.pop()
            self.definitions[name] = self.copy(found, mode)

    def copy(self, node: Node, mode: str) -> JsonObject:
        """Copy a schema.

        Args:
            node: The schema.
            mode: `closed`; `open` where something around it closes it; `condition`
                where nothing below is to be closed.
        """
        sums = mode != "condition" and self._adds_up(node)
        inner = "open" if sums or mode == "open" else mode
        copied: JsonObject = {
            keyword: self._keyword(node, keyword, mode, inner)
            for keyword in node.value
            if keyword not in _DROPPED
        }
        if mode == "closed" and self._has_properties(node, sums=sums):
            copied[_CLOSING[sums]] = False
        if mode == "closed" and "type" not in copied:
            copied |= self._implied_type(node)
        return copied

    def _keyword(self, node: Node, keyword: str, mode: str, inner: str) -> JsonValue:
        value = node.value[keyword]
        below = "condition" if mode == "condition" else "closed"
        match value:
            case str() if keyword == "$ref":
                return self._reference(node, inner)
            case dict() if keyword in _MAPS:
                return self._map(node, below, keyword)
            case list() if keyword in _LISTS:
                return self._list(
                    node, inner if keyword in _IN_PLACE else below, keyword
                )
            case dict() if keyword in _CONDITIONS:
                return self.copy(node.at(keyword), "condition")
            case dict() if keyword in _VALUES:
                return self.copy(node.at(keyword), below)
            case _:
                return self._scalar(node, keyword)

    def _scalar(self, node: Node, keyword: str) -> JsonValue:
        value = node.value[keyword]
        if keyword == "required" and isinstance(value, list):
            return [k for k in value if not self._is_left_out(node, k)]
        return value

    def _is_left_out(self, node: Node, key: JsonValue) -> bool:
        return key in self._left_out.get((node.path, node.pointer), ())

    def _map(self, node: Node, mode: str, keyword: str) -> JsonObject:
        value = node.value[keyword]
        keys = list(value) if isinstance(value, dict) else []
        mode = "condition" if keyword == "dependentSchemas" else mode
        return {
            key: self._below(node, mode, keyword, key)
            for key in keys
            if keyword != "properties" or not self._is_left_out(node, key)
        }

    def _list(self, node: Node, mode: str, keyword: str) -> list[JsonValue]:
        value = node.value[keyword]
        count = len(value) if isinstance(value, list) else 0
        return [self._below(node, mode, keyword, i) for i in range(count)]

    def _below(self, node: Node, mode: str, *steps: str | int) -> JsonValue:
        below = node.value[str(steps[0])]
        at = below[steps[1]] if isinstance(below, dict | list) else below  # type: ignore[index]
        return at if isinstance(at, bool) else self.copy(node.at(*steps), mode)

    def _reference(self, node: Node, mode: str) -> str:
        found = target(self._library, node)
        if found is None:
            return str(node.value["$ref"])
        mark = (found.path, found.pointer, mode)
        if mark not in self._names:
            self._names[mark] = name = self._name(found, mode)
            self.definitions[name] = None  # keeps the name until its copy is made
            self._pending.append((name, found, mode))
        return f"#/$defs/{self._names[mark]}"

    def _name(self, found: Node, mode: str) -> str:
        steps = [str(step) for step in found.pointer if step != "$defs"]
        stem = found.path.rpartition("/")[2].split(".")[0]
        ending = [] if mode == "closed" else [mode]
        name = _PLAIN.sub("_", ".".join([*(steps or [stem]), *ending]))
        while name in self.definitions:
            name = f"{_PLAIN.sub('_', stem)}.{name}"
        return name

    def _adds_up(self, node: Node) -> bool:
        """Say whether several schemas give properties to one object."""
        own = "properties" in node.value
        refers = "$ref" in node.value
        branches = [k for k in _IN_PLACE if k in node.value]
        if own:
            return refers or bool(branches)
        return "allOf" in node.value or (refers and bool(branches))

    def _implied_type(self, node: Node) -> JsonObject:
        """Return the type that `properties` or `items` speak of, if none is said.

        JSON Schema lets values of all other types pass such a schema.
        """
        here = view(self._library, node)
        implied = () if here.says(_TYPED) else types_of(here)
        return {"type": implied[0]} if implied else {}

    def _has_properties(self, node: Node, *, sums: bool) -> bool:
        if any(keyword in node.value for keyword in _CLOSING):
            return False
        if "patternProperties" in node.value and "properties" not in node.value:
            return False
        if not sums:
            return "properties" in node.value
        layers = view(self._library, node).layers
        if any(k in layer.value for layer in layers for k in _CLOSING):
            return False
        return any("properties" in layer.value for layer in layers)
