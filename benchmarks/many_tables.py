"""Projects of many tables of many shapes, and tables of many rows."""

import json
from pathlib import Path

_ENVELOPE = {"version": "1.0.0", "updated_at": "2026-01-13T00:00:00Z"}
_RARITIES = ["common", "uncommon", "rare", "epic", "legendary"]


def make_tables(folder: Path, count: int) -> None:
    """Write a project of tables that each refer to the one before.

    Args:
        folder: Where; it is made.
        count: How many tables.
    """
    _begin(folder, 'typescript = { package = "@game/data" }')
    for number in range(count):
        name = f"{_letters(number)}_things"
        other = f"{_letters(max(number - 1, 0))}_things"
        _write(folder, name, json.dumps(_schema(number, other), indent=2), [])


def make_rows(folder: Path, count: int) -> None:
    """Write a project of one table of many rows, which TypeScript gets as data."""
    _begin(folder, 'typescript = { package = "@game/data", data = "js" }')
    rows = [_row(number) for number in range(count)]
    _write(folder, "things", json.dumps(_schema(0, "things"), indent=2), rows)


def _begin(folder: Path, typescript: str) -> None:
    for name in ("schemas", "seeds"):
        (folder / name).mkdir(parents=True)
    targets = f"[targets]\npostgres = {{}}\npython = {{}}\n{typescript}\n"
    (folder / "seedc.toml").write_text(f'[project]\nname = "game"\n\n{targets}')


def _write(folder: Path, name: str, schema: str, rows: list[dict[str, object]]) -> None:
    (folder / f"schemas/{name}.schema.json").write_text(schema)
    lines = ",\n".join(f"    {json.dumps(row)}" for row in rows)
    head = json.dumps(_ENVELOPE)[:-1]
    text = f'{head}, "data": [\n{lines}\n] }}\n'
    (folder / f"seeds/{name}.json").write_text(text)


def _letters(number: int) -> str:
    high, low = divmod(number, 26)
    return chr(ord("a") + high) + chr(ord("a") + low)


def _schema(number: int, other: str) -> dict[str, object]:
    effects = [
        _object(kind={"const": "heal"}, amount={"type": "integer"}),
        _object(kind={"const": "burn"}, turns={"type": "integer"}),
        _object(kind={"const": "push"}, distance={"type": "number"}),
    ]
    properties = {
        "id": {"type": "string", "pattern": "^[a-z0-9_]+$"},
        "name": {"type": "string", "description": "Name shown to players."},
        "rarity": {"type": "string", "enum": [*_RARITIES, f"kind_{number}"]},
        "like_id": {"type": "string", "x-references": f"{other}.id"},
        "level": {"type": "integer", "minimum": 1, "maximum": 99},
        "price": {"type": "number", "minimum": 0},
        "hidden": {"type": "boolean"},
        "note": {"type": ["string", "null"]},
        "stats": _object(attack={"type": "integer"}, defense={"type": "integer"}),
        "tags": {"type": "array", "items": {"type": "string"}},
        "effect": {"oneOf": effects},
        "drops": {
            "type": "array",
            "x-column": {"store": "rows"},
            "items": _object(item={"type": "string"}, chance={"type": "number"}),
        },
    }
    required = ["id", "name", "rarity", "level", "stats", "drops"]
    whole = {"type": "object", "x-table": {}, "required": required}
    return {**whole, "properties": properties}


def _object(**properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def _row(number: int) -> dict[str, object]:
    optional = {
        "price": number / 100,
        "hidden": False,
        "note": None,
        "tags": ["a", "b"],
        "effect": {"kind": "heal", "amount": number},
    }
    # Each row has some of them, as in real data: rows of many types cost tsc most.
    kept = {k: v for i, (k, v) in enumerate(optional.items()) if number >> i & 1}
    return {
        "id": f"thing_{number}",
        "name": f"Thing {number}",
        "rarity": _RARITIES[number % len(_RARITIES)],
        "level": number % 99 + 1,
        "stats": {"attack": number, "defense": 3},
        "drops": [{"item": "rope", "chance": 0.5}],
        **kept,
    }
