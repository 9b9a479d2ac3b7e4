"""Make projects of any size: records of 15 fields, about 600 bytes each."""

import json
import random
from collections.abc import Callable
from pathlib import Path

_WORDS = """
    ember frost stone shadow iron hollow ancient silver thorn crimson whisper storm
    bone gilded ashen mossy keeper warden stalker shade wolf golem drake wisp knight
    crawler spider revenant sentinel oracle
    """.split()  # noqa: SIM905, a list of 30 literals reads worse

_TEXT = {"type": "string", "maxLength": 400}
_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Item",
    "description": "A generated item.",
    "type": "object",
    "x-table": {},
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$", "maxLength": 40},
        "name": {"type": "string", "maxLength": 80},
        "description": _TEXT,
        "lore": _TEXT,
        "region": {"type": "string"},
        "level": {"type": "integer", "minimum": 1, "maximum": 60},
        "hp": {"type": "integer", "minimum": 1, "maximum": 100_000},
        "gold": {"type": "integer", "minimum": 0, "maximum": 1_000_000_000},
        "seed": {"type": "integer", "minimum": 0},
        "price": {
            "type": "number",
            "minimum": 0,
            "x-column": {"type": "numeric(12,2)"},
        },
        "weight": {"type": "number", "minimum": 0},
        "tradable": {"type": "boolean"},
        "unique_drop": {"type": "boolean"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "stats": {"type": "array", "items": {"type": "integer"}},
    },
}


def make_project(
    folder: Path, records: int, spoil: Callable[[int, str], str] | None = None
) -> Path:
    """Write a project with one table of generated records; the same every time.

    Args:
        folder: Where to write it.
        records: How many records it has.
        spoil: Puts a mistake into the text of a record, given its number.

    Returns:
        Its seed file.
    """
    (folder / "schemas").mkdir(parents=True, exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "seedc.toml").write_text('[project]\nname = "bench"\n')
    schema = {**_SCHEMA, "required": list(_SCHEMA["properties"])}
    (folder / "schemas/items.schema.json").write_text(json.dumps(schema, indent=2))
    seeds = folder / "seeds/items.json"
    dice = random.Random(20260113)
    with seeds.open("w") as file:
        file.write('{"version": "1.0.0", "updated_at": "2026-01-13T00:00:00Z", ')
        file.write('"data": [\n')
        for number in range(records):
            file.write(",\n" if number else "")
            text = _record(number, dice)
            file.write(spoil(number, text) if spoil else text)
        file.write("\n]}\n")
    return seeds


def _record(number: int, dice: random.Random) -> str:
    record = {
        "id": f"item_{number:06d}",
        "name": _phrase(3, dice).title(),
        "description": _phrase(18, dice),
        "lore": _phrase(12, dice),
        "region": dice.choice(_WORDS),
        "level": dice.randint(1, 60),
        "hp": dice.randint(1, 100_000),
        "gold": dice.randint(0, 1_000_000_000),
        "seed": dice.randint(0, 2**53 - 1),
        "price": "PRICE",
        "weight": "WEIGHT",
        "tradable": dice.random() < 0.5,  # noqa: PLR2004
        "unique_drop": dice.random() < 0.1,  # noqa: PLR2004
        "tags": [dice.choice(_WORDS) for _ in range(4)],
        "stats": [dice.randint(1, 99) for _ in range(5)],
    }
    text = json.dumps(record, indent=2)
    price = f"{dice.randint(0, 99_999)}.{dice.randint(0, 99):02d}"
    weight = f"{dice.randint(0, 9)}.{dice.randint(0, 9999):04d}"
    return text.replace('"PRICE"', price).replace('"WEIGHT"', weight)


def _phrase(words: int, dice: random.Random) -> str:
    return " ".join(dice.choice(_WORDS) for _ in range(words))
