"""Projects in which many records have a mistake of one kind."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, final

Field: TypeAlias = Mapping[str, object]
Others: TypeAlias = Mapping[str, tuple[Field, str]]
"""Members by their keys: the schema, and the value as JSON."""

_PRIMARY_KEY: Field = {"type": "string", "maxLength": 40}
_TEXT: Field = {"type": "string", "maxLength": 400}
_LEVEL: Field = {"type": "integer", "minimum": 1, "maximum": 60}
_PARENT: Field = {"type": "string", "x-references": "items.id"}
_RARITY: Field = {"enum": ["common", "uncommon", "rare", "epic", "legendary"]}
_PARTS: Field = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"item": _PARENT, "count": {"type": "integer"}},
        "required": ["item", "count"],
        "additionalProperties": False,
    },
}


@final
@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mistake.

    Attributes:
        fields: The properties that it is about, beside `id`.
        good: The members that a right record has, as JSON, given its number.
        bad: Those that a wrong record has.
        checks: What `x-table.checks` says.
    """

    fields: Mapping[str, Field]
    good: Callable[[int], str]
    bad: Callable[[int], str]
    checks: Mapping[str, str] | None = None


TINY: Others = {}
ORDINARY: Others = {
    "name": ({"type": "string", "maxLength": 80}, '"Ember Frost Stone"'),
    "description": (_TEXT, json.dumps("shadow iron hollow ancient silver " * 4)),
    "lore": (_TEXT, json.dumps("thorn crimson whisper storm " * 3)),
    "region": ({"type": "string"}, '"gilded"'),
    "hp": ({"type": "integer", "minimum": 1}, "4711"),
    "gold": ({"type": "integer", "minimum": 0}, "1000000"),
    "seed": ({"type": "integer", "minimum": 0}, "9007199254740991"),
    "price": (
        {"type": "number", "minimum": 0, "x-column": {"type": "numeric(12,2)"}},
        "12345.67",
    ),
    "weight": ({"type": "number", "minimum": 0}, "3.1415"),
    "tradable": ({"type": "boolean"}, "true"),
    "tags": (
        {"type": "array", "items": {"type": "string"}},
        '["ashen", "mossy", "keeper", "warden"]',
    ),
    "stats": ({"type": "array", "items": {"type": "integer"}}, "[1, 22, 33, 4, 55]"),
}
"""What the records of a game have beside what a mistake is about."""


def item(number: int) -> str:
    """Return the `id` of a record."""
    return f"item_{number:06}"


def _level(number: int) -> str:
    return f'"id": "{item(number)}", "level": {number % 60 + 1}'


def _range(number: int) -> str:
    return f'"id": "{item(number)}", "low": {number}, "high": {number + 5}'


def _parent(number: int, parent: str) -> str:
    return f'"id": "{item(number)}", "parent": "{parent}"'


def _parts(number: int, part: str) -> str:
    return f'"id": "{item(number)}", "parts": [{{"item": "{part}", "count": 2}}]'


def _rarity(number: int, rarity: str) -> str:
    return f'"id": "{item(number)}", "rarity": "{rarity}"'


_OF_LEVEL = {"level": _LEVEL}
_OF_PARENT = {"parent": _PARENT}
_OF_PARTS = {"parts": _PARTS}

KINDS: Mapping[str, Kind] = {
    "out-of-range": Kind(
        _OF_LEVEL, _level, lambda n: f'"id": "{item(n)}", "level": {n + 61}'
    ),
    "wrong-type": Kind(
        _OF_LEVEL, _level, lambda n: f'"id": "{item(n)}", "level": "{n}"'
    ),
    "violated-check": Kind(
        {"low": {"type": "integer"}, "high": {"type": "integer"}},
        _range,
        lambda n: f'"id": "{item(n)}", "low": {n + 6}, "high": {n}',
        {"in_order": "low <= high"},
    ),
    "dangling-reference, near": Kind(
        _OF_PARENT,
        lambda n: _parent(n, item(n)),
        lambda n: _parent(n, f"itme_{n:06}"),
    ),
    "dangling-reference, far": Kind(
        _OF_PARENT, lambda n: _parent(n, item(n)), lambda n: _parent(n, f"?{n:x}!")
    ),
    "dangling-reference in JSON, near": Kind(
        _OF_PARTS, lambda n: _parts(n, item(n)), lambda n: _parts(n, f"itme_{n:06}")
    ),
    "dangling-reference in JSON, far": Kind(
        _OF_PARTS, lambda n: _parts(n, item(n)), lambda n: _parts(n, f"?{n:x}!")
    ),
    "not-in-enum": Kind(
        {"rarity": _RARITY},
        lambda n: _rarity(n, "common"),
        lambda n: _rarity(n, f"rrae{n}" if n % 20 else "commno"),
    ),
    "unknown-property": Kind(
        _OF_LEVEL, _level, lambda n: _level(n).replace('"level"', '"levle"')
    ),
    "missing-property": Kind(_OF_LEVEL, _level, lambda n: f'"id": "{item(n)}"'),
    "duplicate-primary-key": Kind(_OF_LEVEL, _level, lambda n: _level(n - 1)),
    "duplicate-key": Kind(_OF_LEVEL, _level, lambda n: f'{_level(n)}, "level": 7'),
}


def make_wrong(
    folder: Path, kind: Kind, records: int, each: int, others: Others
) -> None:
    """Write a project with one table, in which some records have a mistake.

    Args:
        folder: Where to write it.
        kind: The mistake.
        records: How many records it has.
        each: One in so many has the mistake; 0 means none.
        others: Further members of the records; without them they are tiny.
    """
    (folder / "schemas").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "seedc.toml").write_text('[project]\nname = "bench"\n')
    text = json.dumps(_schema(kind, others), indent=2)
    (folder / "schemas/items.schema.json").write_text(text)
    head = '{"version": "1.0.0", "updated_at": "2026-01-13T00:00:00Z", "data": [\n'
    lines = (_record(kind, number, each, others) for number in range(records))
    (folder / "seeds/items.json").write_text(head + ",\n".join(lines) + "\n]}\n")


def _record(kind: Kind, number: int, each: int, others: Others) -> str:
    wrong = each and number % each == each // 2
    own = kind.bad(number) if wrong else kind.good(number)
    more = [f"{json.dumps(k)}: {v}" for k, (_, v) in others.items()]
    return "{" + ", ".join([own, *more]) + "}"


def _schema(kind: Kind, others: Others) -> dict[str, object]:
    more = {key: field for key, (field, _) in others.items()}
    fields = {"id": _PRIMARY_KEY, **kind.fields, **more}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Item",
        "type": "object",
        "x-table": {"checks": dict(kind.checks)} if kind.checks else {},
        "properties": fields,
        "required": [*fields],
    }
