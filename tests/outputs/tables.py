"""Random tables: keys, references between them, columns and lists as rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import final

from seedc.model.json_value import JsonObject, JsonValue
from tests.outputs.dice import Dice
from tests.outputs.kind import Kind

Key = tuple[JsonValue, ...]


@final
@dataclass(slots=True)
class Table:
    """A table that is being made.

    Attributes:
        name: Its name.
        key: The schemas of its primary key, by property.
        keys: The primary keys of its rows.
        members: Its other properties.
        required: Those of them that each row has.
        options: Its `x-table`.
        groups: Properties that are drawn together: names, values to choose from.
    """

    name: str
    key: dict[str, JsonObject]
    keys: list[Key]
    members: dict[str, Kind] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    options: JsonObject = field(default_factory=dict)
    groups: list[tuple[tuple[str, ...], Sequence[Key], bool]] = field(
        default_factory=list
    )

    def reference(self, dice: Dice, prop: str) -> Kind:
        """Return a reference to one property of its key."""
        at = [*self.key].index(prop)
        schema: JsonObject = {**self.key[prop], "x-references": f"{self.name}.{prop}"}
        schema.pop("description", None)
        return Kind(schema, lambda: dice.one(self.keys)[at])


_KEYS: Sequence[tuple[JsonObject, Sequence[JsonValue]]] = (
    ({"type": "string"}, ("a", "__proto__", "constructor", "it's", "B c", "\u00e9")),
    (
        {"type": "string", "pattern": "^[a-z][a-z0-9_]*$", "maxLength": 20},
        ("goblin", "rat", "a_1", "class", "imp"),
    ),
    ({"type": "integer"}, (0, -1, 10, 2, 2**53 - 1)),
    ({"type": "integer", "minimum": 1, "maximum": 99}, (1, 2, 10, 99)),
    (
        {"type": "integer", "minimum": 1, "maximum": 2**63 - 1},
        (1, 2**53 + 1, 2**53 + 2, 2**63 - 1),
    ),
    ({"enum": ["easy", "hard", "none"]}, ("easy", "hard", "none")),
    (
        {"type": "string", "format": "uuid"},
        (
            "6f1c1f6e-2b3a-4c5d-8e9f-0a1b2c3d4e5f",
            "7f1c1f6e-2b3a-4c5d-8e9f-0a1b2c3d4e5f",
        ),
    ),
    ({"type": "string", "format": "date"}, ("2024-02-29", "2026-01-01", "1999-12-31")),
)


def plain(dice: Dice, name: str) -> Table:
    """Return a table whose key is its own."""
    count = 2 if dice.chance(4) else 1
    names = dice.some(["world", "n", "slot"], 2, 2) if count == 2 else [_key(dice)]
    parts = [dice.one(_KEYS) for _ in names]
    offered = [*product(*(values for _, values in parts))]
    return Table(
        name,
        {n: {**schema} for n, (schema, _) in zip(names, parts, strict=True)},
        dice.some(offered, 1, 5),
        options={} if names == ["id"] else {"primaryKey": [*names]},
    )


def _key(dice: Dice) -> str:
    return dice.one(["code", "key", "uid"]) if dice.chance(4) else "id"


def junction(dice: Dice, name: str, one: Table, other: Table) -> Table:
    """Return a table that is keyed by references to two tables of a simple key."""
    sides = {
        f"{side}_id": table.reference(dice, *table.key)
        for side, table in (("left", one), ("right", other))
    }
    offered = [(a, b) for (a,), (b,) in product(one.keys, other.keys)]
    return Table(
        name,
        {n: kind.schema for n, kind in sides.items()},
        dice.some(offered, 1, 5),
        options={"primaryKey": [*sides]},
    )


def extension(dice: Dice, name: str, base: Table) -> Table:
    """Return a table with at most one row for each row of another."""
    (prop,) = base.key
    reference = base.reference(dice, prop)
    return Table(name, {"id": reference.schema}, dice.some(base.keys, 1, 5))


def refer(dice: Dice, table: Table, target: Table, prefix: str) -> None:
    """Give a table a reference to another table or to itself."""
    must = dice.chance(2)
    if len(target.key) > 1:
        _refer_together(table, target, prefix, must=must)
        return
    (prop,) = target.key
    name = dice.one([f"{prefix}Id", f"{prefix}_{prop}", prefix, f"{prefix}_id"])
    if name not in table.members:
        table.members[name] = target.reference(dice, prop)
        table.required |= {name} if must else set()


def _refer_together(table: Table, target: Table, prefix: str, *, must: bool) -> None:
    names = [f"{prefix}_{prop}" for prop in target.key]
    if {*names} & {*table.members}:
        return
    for name, schema in zip(names, target.key.values(), strict=True):
        kept = {k: v for k, v in schema.items() if k != "x-references"}
        table.members[name] = Kind(kept, lambda: None)
    table.required |= {*names} if must else set()
    table.groups.append((tuple(names), target.keys, must))
    links = table.options.setdefault("foreignKeys", [])
    assert isinstance(links, list)
    reference: JsonObject = {"table": target.name, "columns": [*target.key]}
    links.append({"columns": [*names], "references": reference})
