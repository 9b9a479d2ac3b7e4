"""Make the projects that `apply_large.py` applies: 15 columns, and a small table."""

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import final

RARITIES = ("common", "uncommon", "rare", "epic", "legendary")

_WORDS = """
    ember frost stone shadow iron hollow ancient silver thorn crimson whisper storm
    bone gilded ashen mossy keeper warden stalker shade wolf golem drake wisp knight
    crawler spider revenant sentinel oracle
    """.split()  # noqa: SIM905, a list of 30 literals reads worse

_INTEGER = {"type": "integer", "minimum": 0, "maximum": 1_000_000}
_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Item",
    "type": "object",
    "x-table": {"indexes": [{"columns": ["region"]}, {"columns": ["level", "price"]}]},
    "properties": {
        "id": {"type": "string", "maxLength": 40},
        "name": {"type": "string", "maxLength": 80},
        "description": {"type": "string", "maxLength": 400},
        "region": {"type": "string", "maxLength": 40},
        "rarity": {"type": "string", "x-references": "rarities.id"},
        "level": _INTEGER,
        "hp": _INTEGER,
        "gold": {"type": "integer", "minimum": 0},
        "price": {"type": "number", "x-column": {"type": "numeric(12,2)"}},
        "weight": {"type": "number"},
        "tradable": {"type": "boolean"},
        "hidden": {"type": "boolean"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "stats": {"type": "object", "additionalProperties": {"type": "integer"}},
        "released_at": {"type": "string", "format": "date-time"},
        "views": {"type": "integer", "x-column": {"owner": "live", "default": "0"}},
    },
}
_LIVE = "views"
COLUMNS = tuple(name for name in _SCHEMA["properties"] if name != _LIVE)
"""The 15 columns that the seeds say, the key first."""


@final
@dataclass(frozen=True, slots=True)
class Shape:
    """Which rows a project has.

    Attributes:
        rows: How many rows a whole project has.
        version: Version of the seed files.
        every: Only each so-manieth row is there: 1 is all of them, 2 is half.
        changed: Each so-manieth row differs from the first version; None: none does.
    """

    rows: int
    version: str = "1.0.0"
    every: int = 1
    changed: int | None = None


def make_project(folder: Path, shape: Shape) -> Path:
    """Write a project; a row's values are the same in every shape but for changes."""
    for name in ("schemas", "seeds"):
        (folder / name).mkdir(parents=True)
    (folder / "seedc.toml").write_text(
        '[project]\nname = "bench"\n[targets]\npostgres = {}\n'
    )
    items = {**_SCHEMA, "required": list(COLUMNS)}
    rarity = {"type": "string", "maxLength": 40}
    rarities = {**items, "title": "Rarity", "x-table": {}, "required": ["id"]}
    rarities["properties"] = {"id": rarity}
    for name, schema in ("items", items), ("rarities", rarities):
        text = json.dumps(schema, indent=2)
        (folder / f"schemas/{name}.schema.json").write_text(text)
    _write_seeds(folder / "seeds/rarities.json", shape, [{"id": r} for r in RARITIES])
    _write_seeds(folder / "seeds/items.json", shape, make_rows(shape))
    return folder


def make_rows(shape: Shape) -> list[dict[str, object]]:
    """Make the rows, as records of the seed file and in key order."""
    dice = random.Random(20260113)
    rows = [_row(number, dice) for number in range(shape.rows)]
    for row in rows[:: shape.changed] if shape.changed else ():
        row["hp"] = 1_000_000 - int(str(row["hp"]))
        row["description"] = f"{row['description']} again"
    return rows[:: shape.every]


def _write_seeds(file: Path, shape: Shape, rows: list[dict[str, object]]) -> None:
    head = {"version": shape.version, "updated_at": "2026-01-13T00:00:00Z", "data": []}
    lines = ",\n".join(json.dumps(row) for row in rows)
    file.write_text(json.dumps(head).replace("[]", f"[\n{lines}\n]"))


def _row(number: int, dice: random.Random) -> dict[str, object]:
    return {
        "id": f"item_{number:06d}",
        "name": _phrase(3, dice).title(),
        "description": _phrase(12, dice),
        "region": dice.choice(_WORDS),
        "rarity": dice.choice(RARITIES),
        "level": dice.randint(1, 60),
        "hp": dice.randint(1, 100_000),
        "gold": dice.randint(0, 2**53 - 1),
        "price": dice.randint(0, 9_999_999) / 100,
        "weight": dice.randint(0, 99_999) / 1000,
        "tradable": bool(dice.getrandbits(1)),
        "hidden": dice.randrange(10) == 0,
        "tags": [dice.choice(_WORDS) for _ in range(3)],
        "stats": {word: dice.randint(1, 99) for word in dice.sample(_WORDS, 3)},
        "released_at": f"2026-{dice.randint(1, 12):02}-13T12:00:{number % 60:02}Z",
    }


def _phrase(words: int, dice: random.Random) -> str:
    return " ".join(dice.choice(_WORDS) for _ in range(words))
