"""Random JSON values: lists, maps, objects and alternatives of scalars."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import final

from seedc.model.json_value import JsonObject, JsonValue
from tests.outputs.dice import Dice
from tests.outputs.kind import Kind
from tests.outputs.names import MAP_KEYS, TEXTS, description, member_names
from tests.outputs.scalars import scalar

Shared = Mapping[str, Kind]
"""Definitions of the library, as references to them."""

_NUMBERS: Sequence[JsonValue] = (1, Decimal("1.10"))
_ANY: Sequence[JsonValue] = [
    *(1, "a", True, Decimal("1.10"), 2**53 + 1),
    [],
    {},
    [1, ["x"], {"map a": None}],
    {"map a": {"__proto__": 1}, "class": []},
]


@final
class Nested:
    """Draws kinds that may hold references and shared definitions.

    Attributes:
        references: References to rows, which may stand anywhere.
    """

    def __init__(self, dice: Dice, shared: Shared) -> None:
        """Begin without references."""
        self._dice = dice
        self._shared = shared
        self.references: list[Kind] = []

    def any(self, depth: int = 2) -> Kind:
        """Return a kind of values that are at most `depth` levels deep."""
        if depth == 0 or self._dice.chance(3):
            return self._leaf()
        return self._dice.one(self._makers())(depth - 1)

    def optional(self, kind: Kind) -> Kind:
        """Return the kind, or one that takes null as well."""
        return self.nullable(kind) if self._dice.chance(4) else kind

    def nullable(self, kind: Kind) -> Kind:
        """Return a kind that takes null as well."""
        dice, schema = self._dice, kind.schema
        match schema:
            case {"type": str() as plain} if "x-references" not in schema:
                wide: JsonObject = {**schema, "type": [plain, "null"]}
            case {"enum": list() as values} if None not in values:
                wide = {**schema, "enum": [*values, None]}
            case _:
                wide = {"anyOf": [{**schema}, {"type": "null"}]}
        return Kind(wide, lambda: None if dice.chance(3) else kind.draw())

    def object(self, depth: int, low: int = 1, high: int = 4) -> Kind:
        """Return an object with properties."""
        dice = self._dice
        members = {n: self._member(depth) for n in member_names(dice, low, high)}
        required = [n for n in members if dice.chance(2)]
        schema: JsonObject = {
            "type": "object",
            "properties": {n: m.schema for n, m in members.items()},
            **({"required": [*required]} if required else {}),
            **description(dice),
        }
        extra = self._dice.chance(8)
        if extra:
            schema["additionalProperties"] = {"type": "integer"}

        def draw() -> JsonValue:
            drawn = {
                n: m.draw()
                for n, m in members.items()
                if n in required or not dice.chance(3)
            }
            return {**drawn, "map more": 1} if extra and dice.chance(2) else drawn

        return Kind(schema, draw)

    def _member(self, depth: int) -> Kind:
        return self.optional(self.any(depth)).also(**description(self._dice))

    def _leaf(self) -> Kind:
        dice = self._dice
        if self.references and dice.chance(4):
            return dice.one(self.references)
        if self._shared and dice.chance(4):
            return self._dice.one([*self._shared.values()])
        return scalar(dice)

    def _makers(self) -> Sequence[Callable[[int], Kind]]:
        return (
            *(self.object, self.object, self._list, self._list, self._map),
            *(self._tuple, self.tagged, self._either, self._merged, self._anything),
        )

    def _list(self, depth: int) -> Kind:
        dice, items = self._dice, self._member(depth)
        schema: JsonObject = {"type": "array", "items": items.schema}
        if dice.chance(3):
            schema["maxItems"] = 3
        return Kind(schema, lambda: [items.draw() for _ in range(dice.number(0, 3))])

    def _map(self, depth: int) -> Kind:
        dice, values = self._dice, self._member(depth)
        by_pattern = dice.chance(3)
        word = "patternProperties" if by_pattern else "additionalProperties"
        inner: JsonObject = {"^map": values.schema} if by_pattern else values.schema

        def draw() -> JsonValue:
            return {key: values.draw() for key in dice.some(MAP_KEYS, 0, 3)}

        return Kind({"type": "object", word: inner}, draw)

    def _tuple(self, depth: int) -> Kind:
        heads = [self._member(depth) for _ in range(self._dice.number(1, 3))]
        schema: JsonObject = {
            "type": "array",
            "prefixItems": [head.schema for head in heads],
            "items": False,
            "minItems": len(heads),
        }
        return Kind(schema, lambda: [head.draw() for head in heads])

    def tagged(self, depth: int) -> Kind:
        """Return alternatives that a property tells apart."""
        dice = self._dice
        tag = dice.one(["kind", "type", "class", "__proto__"])
        texts = ("melee", "ranged", "a b", "class", "2d", "None")
        offered: Sequence[JsonValue] = [1, 2, 3, 4] if dice.chance(4) else texts
        values = dice.some(offered, 2, 4)
        arms = [self._tagged_arm(tag, value, depth) for value in values]
        word = dice.one(["oneOf", "anyOf"])
        schema: JsonObject = {word: [arm.schema for arm in arms], **description(dice)}
        return Kind(schema, lambda: dice.one(arms).draw())

    def _tagged_arm(self, tag: str, value: JsonValue, depth: int) -> Kind:
        rest = self.object(depth, 0, 2)
        return with_constant(rest, tag, value)

    def _either(self, depth: int) -> Kind:
        dice = self._dice
        arms = [
            *(Kind({"type": "string"}, lambda: dice.one(TEXTS)), self._list(depth)),
            *(Kind({"type": "boolean"}, lambda: True), self.object(depth)),
            Kind({"type": "number"}, lambda: dice.one(_NUMBERS)),
        ]
        chosen = dice.some(arms, 2, 3)
        word = dice.one(["oneOf", "anyOf"])
        return Kind(
            {word: [arm.schema for arm in chosen]}, lambda: dice.one(chosen).draw()
        )

    def _merged(self, depth: int) -> Kind:
        one = Kind(
            {"type": "object", "properties": {"merged": {"type": "string"}}},
            lambda: {"merged": "x"},
        )
        other = self.object(depth)
        while "additionalProperties" in other.schema:
            other = self.object(depth)

        def draw() -> JsonValue:
            first, second = one.draw(), other.draw()
            assert isinstance(first, dict)
            assert isinstance(second, dict)
            return {**first, **second}

        return Kind({"allOf": [one.schema, other.schema]}, draw)

    def _anything(self, _depth: int) -> Kind:
        return Kind({}, lambda: self._dice.one(_ANY))


def with_constant(kind: Kind, tag: str, value: JsonValue) -> Kind:
    """Return an object with one more required property that has one value."""
    properties, required = kind.schema["properties"], kind.schema.get("required", [])
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    first: JsonObject = {tag: {"const": value}}
    schema: JsonObject = {
        **kind.schema,
        "properties": first | properties | first,
        "required": [tag, *(r for r in required if r != tag)],
    }

    def draw() -> JsonValue:
        drawn = kind.draw()
        assert isinstance(drawn, dict)
        return {tag: value} | drawn | {tag: value}

    return Kind(schema, draw)
