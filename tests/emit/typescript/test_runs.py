"""What the data is once JavaScript has read it."""

import json
from pathlib import Path

import pytest

from tests.support.node import Node

pytestmark = pytest.mark.node

GOLDEN = Path(__file__).parent / "golden"
SCRIPT = """\
const exact = (_, value) =>
  typeof value === "bigint" ? `${value}n`
  : value instanceof Map ? [...value]
  : value;
console.log(JSON.stringify(await import(process.argv[1]), exact));
"""
GOBLIN: dict[str, object] = {
    "id": "goblin",
    "name": "Goblin",
    "tier": "fodder",
    "element": "fire",
    "drops": [
        {"item_id": "twig", "chance": 0.25},
        {"item_id": "sword", "chance": 0.5},
    ],
    "tags": ["green", "small"],
    "evolves_into": "hobgoblin",
    "effects": [
        {
            "kind": "sequence",
            "steps": [
                {"kind": "damage", "element": "fire", "amount": 3},
                {"kind": "summon", "enemy_id": "goblin"},
            ],
        }
    ],
}
HOBGOBLIN: dict[str, object] = {
    "id": "hobgoblin",
    "name": "Hobgoblin",
    "tier": "elite",
    "element": "frost",
    "drops": [],
    "evolves_into": None,
    "max_level": 12,
    "effects": [],
}


def exports(node: Node, case: str, table: str) -> dict[str, object]:
    """Return what the data module of a table exports: maps as pairs, `1n` as text."""
    module = (GOLDEN / case / "typescript" / f"{table}.data.js").as_uri()
    text = node.run("--input-type=module", "-e", SCRIPT, module, cwd=GOLDEN)
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


def test_rows_are_the_records_of_the_seed_file(node: Node) -> None:
    """Data is what the file says, without what only servers may see."""
    assert exports(node, "dungeon", "enemies") == {
        "enemies": [GOBLIN, HOBGOBLIN],
        "enemiesById": [["goblin", GOBLIN], ["hobgoblin", HOBGOBLIN]],
        "enemiesByKey": {"goblin": GOBLIN, "hobgoblin": HOBGOBLIN},
    }


def test_integers_stay_exact(node: Node) -> None:
    """An integer that a number would round is a bigint, as a key, too."""
    first = {"id": "1n", "previous_id": f"{2**63 - 1}n", "step": f"{2**53}n"}
    last = {"id": f"{2**63 - 1}n", "previous_id": "1n", "step": "1n"}
    assert exports(node, "odd", "ledger") == {
        "ledger": [first, last],
        "ledgerById": [["1n", first], [f"{2**63 - 1}n", last]],
    }


def test_texts_and_keys_survive(node: Node) -> None:
    """Whatever stands in a text or key arrives as it was."""
    proto = {
        "key": "__proto__",
        "odd value": "</script><!--",
        "__proto__": "p",
        "constructor": "c",
        "2d": "2",
        "größe": "\u2028\u2029",
    }
    quoted = {
        "key": "b-c",
        "odd value": "</SCRIPT>",
        "__proto__": "\\\"'`${x}",
        "constructor": "\x00\x7f\t",
        "2d": "\U0001f409",
        "größe": "",
        'say "hi"\\': "q",
    }
    found = exports(node, "odd", "ui_constants")
    assert found["uiConstants"] == [proto, quoted]
    assert found["uiConstantsByKey"] == {"__proto__": proto, "b-c": quoted}


def test_exact_numbers_are_text_where_asked(node: Node) -> None:
    """Text is the number as the file writes it; members have the project's names."""
    melee = {
        "kind": "melee",
        "baseDamage": "3.14159265358979323846",
        "nextAttack": {
            "kind": "ranged",
            "maxRange": 9,
            "flightPath": {"wayPoints": ["0", "-1.5"]},
        },
    }
    stats = {
        "critRates": {"fire_imp": "0.250", "max_hp": "1"},
        "levelRange": [1, "2.50"],
        "killCounts": ["3", str(2**62 + 1)],
        "dropRate": "0.1",
        "threshold": "0.5",
        "spread": 0.75,
        "other_rate": "7",
    }
    assert exports(node, "chosen", "enemies")["enemies"] == [
        {
            "slug": "goblin",
            "hitPoints": 20,
            "sizeCode": str(2**60),
            "enemyStats": stats,
            "attacks": [melee],
            "extraData": {"rawNote": "x", "odds": 1, "any_key": "1.0"},
            "anyThing": {"some_key": [str(2**53), "0.10", 1]},
            "itemDrops": [
                {"itemId": "0f8fad5b-d9cb-469f-a165-70867728950e", "odds": "0.05"}
            ],
        }
    ]


def test_the_index_is_by_the_name_of_the_key(node: Node) -> None:
    """A map finds rows by their key, whatever that is called."""
    found = exports(node, "chosen", "maps")
    row = {"enemySlug": "goblin", "drawnAt": "08:30:00Z"}
    assert found["mapsByEnemySlug"] == [["goblin", row]]
