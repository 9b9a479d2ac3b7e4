"""Random projects: schemas, seeds and options that fit together."""

from dataclasses import dataclass
from decimal import Decimal
from typing import final

from seedc.model.json_value import JsonObject, JsonValue
from seedc.text.json_text import json_lines, json_text
from tests.outputs import library
from tests.outputs.columns import fill
from tests.outputs.dice import Dice
from tests.outputs.names import TABLES, description
from tests.outputs.nested import Nested
from tests.outputs.tables import Table, extension, junction, plain, refer
from tests.support.projects import seed

_WIDE = 2**63


@final
@dataclass(frozen=True, slots=True)
class RandomProject:
    """A project that was drawn.

    Attributes:
        name: Its name, which is that of its Python package as well.
        files: Contents by path.
    """

    name: str
    files: dict[str, str]


def draw_project(seed_text: str, number: int) -> RandomProject:
    """Draw a project; the same arguments, the same project."""
    dice = Dice(f"{seed_text}/{number}")
    name = f"p{number:04}"
    shared_file, shared = library.library(dice)
    nested = Nested(dice, shared)
    tables = _tables(dice)
    nested.references += [
        table.reference(dice, prop)
        for table in tables
        if len(table.key) == 1
        for prop in table.key
    ]
    for table in tables:
        for i in range(dice.number(0, 2)):
            refer(dice, table, dice.one(tables), dice.one(["next", "owner", f"to{i}"]))
        fill(dice, table, nested)
    strict = dice.chance(3)
    files = {"seedc.toml": _project_file(dice, name, strict=strict)}
    if shared:
        files[f"schemas/{library.FILE}"] = json_lines(shared_file)
    records = {table.name: _records(dice, table) for table in tables}
    for table in tables:
        files[f"schemas/{table.name}.schema.json"] = json_lines(_schema(dice, table))
        drawn = records[table.name]
        # Strict records take no `5.0` for 5.
        texts = [json_text(_whole(r) if strict else r) for r in drawn]
        files[f"seeds/{table.name}.json"] = seed(*texts)
    return RandomProject(name, files)


def _tables(dice: Dice) -> list[Table]:
    names = dice.some(TABLES, 1, 4)
    made = [plain(dice, name) for name in names]
    simple = [table for table in made if len(table.key) == 1]
    if simple and dice.chance(2):
        made.append(junction(dice, "pairs", dice.one(simple), dice.one(simple)))
    if simple and dice.chance(3):
        made.append(extension(dice, "extras", dice.one(simple)))
    return made


def _schema(dice: Dice, table: Table) -> JsonObject:
    required: list[JsonValue] = [*table.key, *sorted(table.required)]
    properties: dict[str, JsonValue] = {**table.key}
    properties |= {name: kind.schema for name, kind in table.members.items()}
    policy: JsonObject = {"removed": "retire"} if dice.chance(5) else {}
    return {
        **description(dice),
        "type": "object",
        "x-table": {**table.options, **policy},
        "required": required,
        "properties": properties,
    }


def _records(dice: Dice, table: Table) -> list[JsonObject]:
    return [_record(dice, table, key) for key in table.keys]


def _record(dice: Dice, table: Table, key: tuple[JsonValue, ...]) -> JsonObject:
    record: JsonObject = dict(zip(table.key, key, strict=True))
    together = {name for names, _, _ in table.groups for name in names}
    for name, kind in table.members.items():
        if name not in together and (name in table.required or not dice.chance(3)):
            record[name] = kind.draw()
    for names, offered, must in table.groups:
        if must or dice.chance(2):
            record |= dict(zip(names, dice.one(offered), strict=True))
    return record


def _whole(value: JsonValue) -> JsonValue:
    """Return a value whose integers are all written as such."""
    match value:
        case dict():
            return {key: _whole(member) for key, member in value.items()}
        case list():
            return [_whole(item) for item in value]
        case Decimal() if abs(value) <= _WIDE and value == value.to_integral_value():
            return int(value)
        case _:
            return value


def _project_file(dice: Dice, name: str, *, strict: bool) -> str:
    types = [f'{kind} = "string"' for kind in ("numeric", "bigint") if dice.chance(4)]
    typescript = [
        f'package = "@game/{name}"',
        f'data = "{dice.one(["js", "none"])}"',
        f'modules = "{dice.one(["ts", "ts", "js"])}"',
        f"types = {{ {', '.join(types)} }}",
    ]
    return (
        f'[project]\nname = "{name}"\n\n[targets]\npostgres = {{}}\nsqlite = {{}}\n'
        f'python = {{ package = "{name}", strict = {str(strict).lower()} }}\n'
        f"typescript = {{ {', '.join(typescript)} }}\n"
        "editor = {}\n"
    )
