"""Of several mistakes in one project each is told once, and none hides another."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest

from tests.check.items import INTEGER, TEXT, objects
from tests.support.projects import problems_of, schema, seed

Record: TypeAlias = dict[str, object]
Found: TypeAlias = tuple[str, str, int]
Mistake: TypeAlias = Callable[[list[Record], list[Record]], Found]

REFERENCE = {"type": "string", "x-references": "items.id"}
EFFECT = {
    "oneOf": [
        objects({"kind": {"const": "heal"}, "n": INTEGER}, required=["kind", "n"]),
        objects({"kind": {"const": "burn"}, "turns": INTEGER}, required=["kind"]),
    ]
}
SLOTS = {
    "type": "array",
    "items": objects({"item": REFERENCE}, required=["item"]),
    "x-column": {"store": "rows"},
}
ITEMS = schema(
    {"name": TEXT, "n": {"type": "integer", "minimum": 0}, "m": INTEGER, "e": EFFECT},
    required=["id", "name"],
    x_table={"unique": [["name"]], "checks": {"order": "n <= m"}},
)
CHESTS = schema(
    {
        "item": REFERENCE,
        "loot": {"type": "array", "items": REFERENCE},
        "slots": SLOTS,
        "n": INTEGER,
    }
)
FIRST = 5
"""The line of the first record."""


def _items() -> list[Record]:
    effects: list[Record] = [{"kind": "heal", "n": 1}, {"kind": "burn", "turns": 2}]
    return [
        {"id": f"item_{i}", "name": f"N{i}", "n": i, "m": 99, "e": effects[i % 2]}
        for i in range(12)
    ]


def _chests() -> list[Record]:
    return [
        {
            "id": f"chest_{i}",
            "item": f"item_{i % 12}",
            "loot": ["item_1", f"item_{(i + 3) % 12}"],
            "slots": [{"item": f"item_{(i + 5) % 12}"}],
            "n": 1,
        }
        for i in range(12)
    ]


def _in(which: str, line: int, code: str, **values: object) -> Mistake:
    def make(items: list[Record], chests: list[Record]) -> Found:
        (items if which == "items" else chests)[line].update(values)
        return (code, f"seeds/{which}.json", FIRST + line)

    return make


def _without_name(items: list[Record], _: list[Record]) -> Found:
    del items[8]["name"]
    return ("missing-property", "seeds/items.json", FIRST + 8)


def _without_id(_: list[Record], chests: list[Record]) -> Found:
    del chests[8]["id"]
    return ("missing-property", "seeds/chests.json", FIRST + 8)


def _pasted(items: list[Record], _: list[Record]) -> Found:
    items.append(dict(items[1]))
    return ("duplicate-primary-key", "seeds/items.json", FIRST + len(items) - 1)


# Each in a record of its own; most of the items are referred to.
MISTAKES: list[Mistake] = [
    _in("items", 0, "wrong-type", n="0"),
    _in("items", 2, "out-of-range", n=-1),
    _in("items", 3, "violated-check", n=100),
    _in("items", 4, "not-in-enum", e={"kind": "hael", "n": 1}),
    _in("items", 5, "unknown-property", nmae="x"),
    _in("items", 6, "duplicate-unique-key", name="N1"),
    _in("items", 7, "value-does-not-fit", n=2**60),
    _in("items", 9, "missing-property", e={"kind": "heal"}),
    _in("items", 10, "unstorable-text", name="\x00"),
    _in("items", 11, "wrong-type", name=7),
    _in("chests", 0, "dangling-reference", item="zzz"),
    _in("chests", 1, "dangling-reference", loot=["yyy"]),
    _in("chests", 2, "dangling-reference", slots=[{"item": "xxx"}]),
    _in("chests", 3, "wrong-type", n="1"),
    _in("chests", 4, "duplicate-primary-key", id="chest_0"),
    _in("chests", 5, "wrong-type", item=5),
    _in("chests", 6, "wrong-type", slots=[{"item": None}]),
    _without_name,
    _without_id,
    _pasted,
]


@pytest.mark.parametrize("seed_", range(120))
def test_each_is_told_once(tmp_path: Path, seed_: int) -> None:
    """However they are mixed."""
    random = Random(seed_)  # noqa: S311, the same mixtures each time
    items, chests = _items(), _chests()
    chosen = random.sample(MISTAKES, random.randint(1, 6))
    expected = sorted(mistake(items, chests) for mistake in chosen)
    files = {
        "schemas/items.schema.json": ITEMS,
        "schemas/chests.schema.json": CHESTS,
        "seeds/items.json": seed(*items),
        "seeds/chests.json": seed(*chests),
    }
    problems = problems_of(tmp_path, files)
    found = sorted((p.code, p.place.path, p.place.line) for p in problems)
    assert found == expected, json.dumps([p.message for p in problems])
