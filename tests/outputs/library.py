"""Random shared definitions, some of which contain themselves."""

from seedc.model.json_value import JsonObject, JsonValue
from tests.outputs.dice import Dice
from tests.outputs.kind import Kind
from tests.outputs.names import description
from tests.outputs.nested import Nested, with_constant
from tests.outputs.scalars import enumeration, scalar, text

FILE = "common.schema.json"


def library(dice: Dice) -> tuple[JsonObject, dict[str, Kind]]:
    """Return the schema file of shared definitions, and references to each."""
    plain = Nested(dice, {})
    made = {
        "Rarity": enumeration(dice).also(**description(dice)),
        "some_name": text(dice),
        "Amount": scalar(dice),
        "Stats": plain.object(1),
        "Effect": plain.tagged(1),
        "Tree": _tree(dice),
        "Step": _step(dice),
        "Maybe": plain.nullable(plain.object(1)),
    }
    chosen = dice.some([*made], 0, len(made))
    definitions: dict[str, JsonValue] = {n: made[n].schema for n in chosen}
    return {"$defs": definitions}, {n: _reference(n, made[n]) for n in chosen}


def _reference(name: str, kind: Kind) -> Kind:
    return Kind({"$ref": f"{FILE}#/$defs/{name}"}, kind.draw)


def _tree(dice: Dice) -> Kind:
    """Return an object that holds a list of itself."""

    def draw(depth: int = 0) -> JsonValue:
        count = 0 if depth == 2 else dice.number(0, 2)
        below = [draw(depth + 1) for _ in range(count)]
        return {"label": "x", "below": below} if dice.chance(2) else {"below": below}

    schema: JsonObject = {
        "type": "object",
        "properties": {
            "label": {"type": "string"},
            "below": {"type": "array", "items": {"$ref": "#/$defs/Tree"}},
        },
        "required": ["below"],
    }
    return Kind(schema, draw)


def _step(dice: Dice) -> Kind:
    """Return alternatives of which one holds the alternatives again."""
    wait = Kind({"type": "object", "properties": {}}, dict)
    again: JsonObject = {"then": {"$ref": "#/$defs/Step"}}
    go = Kind({"type": "object", "properties": again, "required": ["then"]}, dict)
    arms = [with_constant(wait, "do", "wait"), with_constant(go, "do", "go")]

    def draw(depth: int = 0) -> JsonValue:
        if depth == 2 or dice.chance(2):
            return {"do": "wait"}
        return {"do": "go", "then": draw(depth + 1)}

    return Kind({"oneOf": [arm.schema for arm in arms]}, draw)
