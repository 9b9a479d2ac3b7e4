"""Random scalars: each a schema with values of it."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from seedc.model.json_value import JsonValue
from tests.outputs.dice import Dice
from tests.outputs.kind import Kind
from tests.outputs.names import TEXTS, texts

_FORMATS: Mapping[str, Sequence[str]] = {
    "uuid": (
        "6f1c1f6e-2b3a-4c5d-8e9f-0a1b2c3d4e5f",
        "00000000-0000-0000-0000-000000000000",
    ),
    "date": ("2024-02-29", "0001-01-01", "9999-12-31"),
    "time": ("00:00:00Z", "23:59:59.123456Z", "12:30:00+00:00"),
    "date-time": (
        "2026-01-13T10:00:00+01:00",
        "2026-01-13T10:00:00Z",
        "1970-01-01T00:00:00.5-12:30",
    ),
    "email": ("a@example.org",),
    "uri": ("https://example.org/a?b=c#d",),
    "ipv4": ("127.0.0.1",),
}
_PATTERNS: Mapping[str, Sequence[str]] = {
    "^[a-z][a-z0-9_]*$": ("goblin", "a1_", "z"),
    "^(red|blue)-[0-9]{2}$": ("red-10", "blue-07"),
    "[\u00e9'\"\\\\/]": ("\u00e9", "it's", "a/b"),
}
_WIDE = 2**53 - 1
_BOUNDS: Sequence[tuple[dict[str, int], Sequence[int]]] = (
    ({}, (0, -1, 7, _WIDE, -_WIDE)),
    ({"minimum": 0, "maximum": 100}, (0, 1, 100)),
    ({"minimum": -(2**31), "maximum": 2**31 - 1}, (-(2**31), 2**31 - 1, 3)),
    ({"minimum": 0, "maximum": 2**31}, (0, 2**31)),
    ({"exclusiveMinimum": 0}, (1, _WIDE)),
    ({"multipleOf": 5, "minimum": -10, "maximum": 10}, (-10, 0, 5)),
    ({"minimum": 0, "maximum": 2**63 - 1}, (0, _WIDE + 1, _WIDE + 2, 2**63 - 1)),
    ({"minimum": -(2**63), "maximum": 0}, (-(2**63), -1, 0)),
)
_NUMBERS: Sequence[tuple[dict[str, Decimal], Sequence[str]]] = (
    ({}, ("1.10", "0.1", "-0.5", "0.000001", "3", "1e5", "123456789012345678901.5")),
    ({"minimum": Decimal(0), "maximum": Decimal(1)}, ("0", "0.30", "1", "1.0")),
    ({"multipleOf": Decimal("0.01")}, ("0.07", "19.99", "10001.12", "2.50")),
    ({"exclusiveMinimum": Decimal("0.5")}, ("0.51", "1e2")),
)


def text(dice: Dice) -> Kind:
    """Return a string."""
    if dice.chance(4):
        pattern = dice.one([*_PATTERNS])
        return _of({"type": "string", "pattern": pattern}, dice, _PATTERNS[pattern])
    least, most = dice.number(0, 2), dice.number(3, 20)
    given: dict[str, JsonValue] = {"type": "string"}
    if dice.chance(3):
        given["minLength"] = least
    if dice.chance(3):
        given["maxLength"] = most
    return _of(given, dice, texts(dice, least, most))


def formatted(dice: Dice) -> Kind:
    """Return a string with a format."""
    name = dice.one([*_FORMATS])
    return _of({"type": "string", "format": name}, dice, _FORMATS[name])


def enumeration(dice: Dice) -> Kind:
    """Return an enumeration of strings or of integers."""
    offered: Sequence[JsonValue] = TEXTS[1:]
    if dice.chance(3):
        offered = (-1, 0, 1, 7, 2**31, _WIDE)
    elif dice.chance(2):
        offered = (
            "class",
            "none",
            "None",
            "2d",
            "a b",
            "name",
            "value",
            "mro",
            "A",
            "a-b",
        )
    values = dice.some(offered, 1, 4)
    return _of({"enum": [*values]}, dice, values)


def constant(dice: Dice) -> Kind:
    """Return a constant."""
    offered: Sequence[JsonValue] = (*TEXTS, 1, -3, True, False, Decimal("1.5"))
    value = dice.one(offered)
    return Kind({"const": value}, lambda: value)


def integer(dice: Dice) -> Kind:
    """Return an integer; now and then it is written as `5.0`."""
    bounds, values = dice.one(_BOUNDS)

    def draw() -> JsonValue:
        value = dice.one(values)
        return Decimal(f"{value}.0") if dice.chance(8) and value < _WIDE else value

    return Kind({"type": "integer", **bounds}, draw)


def number(dice: Dice) -> Kind:
    """Return a number."""
    bounds, values = dice.one(_NUMBERS)
    return _of({"type": "number", **bounds}, dice, [_exact(v) for v in values])


def boolean(dice: Dice) -> Kind:
    """Return a truth value."""
    return _of({"type": "boolean"}, dice, [True, False])


def scalar(dice: Dice) -> Kind:
    """Return any scalar."""
    return dice.one(_SCALARS)(dice)


_SCALARS: Sequence[Callable[[Dice], Kind]] = (
    *(text, text, formatted, enumeration, constant, integer, integer, number, boolean),
)


def _exact(text: str) -> JsonValue:
    return int(text) if text.isdigit() else Decimal(text)


def _of(schema: dict[str, JsonValue], dice: Dice, values: Sequence[JsonValue]) -> Kind:
    return Kind(schema, lambda: dice.one(values))
