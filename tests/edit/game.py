"""A small project without problems, written in several ways, and its mistakes.

Each mistake is one that `--fix` repairs; the project is such that only one repair is
possible. All names that a slip may hit are far from each other.
"""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from seedc.text.json_walk import items, members, skip_space

BOM = "\ufeff"

ITEMS_SCHEMA = """\
{
  "type": "object",
  "description": "What lies around.",
  "x-table": { "unique": [["title"]], "indexes": [{ "columns": ["price"] }] },
  "required": ["id", "title", "rarity"],
  "properties": {
    "id": { "type": "string", "maxLength": 40, "pattern": "^[a-z_]+$" },
    "title": { "type": "string", "description": "Its name." },
    "rarity": { "type": "string", "enum": ["common", "legendary", "unheard_of"] },
    "price": { "type": "integer", "minimum": 0, "x-column": { "type": "bigint" } },
    "effects": {
      "type": "array",
      "items": { "type": "object", "properties": { "strength": { "type": "number" } } }
    }
  }
}
"""

ENEMIES_SCHEMA = """\
{
\t"type": "object",
\t"x-table": {"primaryKey": ["name", "treasure"]},
\t"required": ["name", "treasure"],
\t"properties": {
\t\t"name": {"type": "string", "minLength": 1},
\t\t"treasure": {"type": "string", "x-references": "items.id"},
\t\t"loot": {"type": "array", "items": {"type": "object", "required": ["thing"],
\t\t\t"properties": {"thing": {"type": "string", "x-references": "items.id"},
\t\t\t\t"amount": {"type": "integer"}}}},
\t\t"guards": {"type": "array", "x-column": {"store": "rows"},
\t\t\t"items": {"type": "string", "x-references": "items.id"}}
\t}
}"""

SHARD = """\
{
  "version": "1.0.0",
  "updated_at": "2026-01-13T00:00:00Z",
  "data": [
    { "id": "sword", "title": "Sword \\u2694", "rarity": "common", "price": 12 },
    {
      "id": "potion",
      "title": "Trank „stark“ 🧪",
      "rarity": "legendary",
      "effects": [ { "strength": 1.10 }, { "strength": 2e3 } ]
    }
  ]
}
"""

OTHER_SHARD = (
    '{"updated_at":"2026-01-13T00:00:00Z","version":"1.0.0","data":[{"title":"[,]}",'
    '"id":"long_bow","rarity":"unheard_of"},{"id":"helmet","title":"H\\"elm",'
    '"rarity":"common","price":3}]}'
)

ENEMIES = """\
{
  "version": "1.0.0", "updated_at": "2026-01-13T00:00:00Z",
  "data": [
    {"name": "goblin", "treasure": "sword", "loot": [{"thing": "potion", "amount": 1}]},
    {"name": "goblin", "treasure": "helmet", "guards": ["long_bow", "sword"]},
    {"name": "dragon", "treasure": "long_bow", "loot": [
      {"thing": "helmet"},
      {"amount": 3, "thing": "sword"}
    ]}
  ]
}
"""

PROJECT = """\
# our game
[project]
name = "game"  # its name
schemas = "schemas"

[targets]
postgres = { schema = "public", transaction = "own" }
python = {}

[severity]
unexpected-file = "off"

[deploy]
lock_timeout = "5s"
"""

FILES = {
    "seedc.toml": PROJECT,
    "schemas/items.schema.json": ITEMS_SCHEMA,
    "schemas/enemies.schema.json": ENEMIES_SCHEMA,
    "seeds/items/first.json": SHARD,
    "seeds/items/second.json": OTHER_SHARD,
    "seeds/enemies.json": ENEMIES.replace("\n", "\r\n"),
}

KEYWORDS = (
    "type|description|required|properties|items|enum|minimum|maxLength|minLength"
    "|pattern|x-table|x-column|x-references|unique|indexes|columns|primaryKey|store"
)
KEYS = "title|rarity|price|effects|strength|name|treasure|loot|guards|thing|amount"
TOML = "project|name|schemas|targets|postgres|transaction|python|severity|deploy"

Mistake = Callable[[random.Random], tuple[str, str]]
"""Make one mistake at a random place; return the path and the text with it."""


def write(root: Path, path: str, text: str) -> None:
    """Write a file of the project, line ends as they are."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode())


def byte_order_mark(dice: random.Random) -> tuple[str, str]:
    """Put a byte order mark in front of a file."""
    path = dice.choice([*FILES])
    return path, BOM + FILES[path]


def trailing_comma(dice: random.Random) -> tuple[str, str]:
    """Put a comma in front of a bracket, behind the value or right at the bracket."""
    path = _json(dice, "")
    text = FILES[path]
    ends = [end for start, _, end in _containers(text, 0) if not _is_empty(text, start)]
    close = dice.choice(ends)
    at = dice.choice([close, len(text[:close].rstrip())])
    return path, f"{text[:at]},{text[at:]}"


def pair_twice(dice: random.Random) -> tuple[str, str]:
    """Write a pair of an object once more, as the next one or the last one."""
    path = _json(dice, "")
    text = FILES[path]
    start = dice.choice([s for s, kind, _ in _containers(text, 0) if kind == "{"])
    pairs = list(members(text, start))
    if not pairs:
        return pair_twice(dice)
    pair = dice.choice(pairs)
    at = dice.choice([pair, pairs[-1]]).value.end
    space = dice.choice(["", " ", "\n      ", "\r\n\t"])
    again = text[pair.key_span.start : pair.value.end]
    return path, f"{text[:at]},{space}{again}{text[at:]}"


def misspelt_property(dice: random.Random) -> tuple[str, str]:
    """Misspell a key of a record."""
    return _slip_in(_json(dice, "seeds"), rf'(?<=")({KEYS})(?="\s*:)', dice)


def misspelt_keyword(dice: random.Random) -> tuple[str, str]:
    """Misspell a keyword of a schema."""
    return _slip_in(_json(dice, "schemas"), rf'(?<=")({KEYWORDS})(?="\s*:)', dice)


def misspelt_envelope(dice: random.Random) -> tuple[str, str]:
    """Misspell a key around the records."""
    keys = r'(?<=")(version|updated_at|data)(?="\s*:)'
    return _slip_in(_json(dice, "seeds"), keys, dice)


def misspelt_option(dice: random.Random) -> tuple[str, str]:
    """Misspell a key of the project file."""
    return _slip_in("seedc.toml", rf"(?m)(?:^\[?|[{{,] )({TOML})(?=\]| =)", dice)


def misspelt_reference(dice: random.Random) -> tuple[str, str]:
    """Misspell the id of a row that exists."""
    return _slip_in("seeds/enemies.json", '(?<=")(sword|potion|long_bow|helmet)"', dice)


def misspelt_member(dice: random.Random) -> tuple[str, str]:
    """Misspell a value of an enum."""
    members_ = '(?<=": ")(common|legendary)"'
    return _slip_in("seeds/items/first.json", members_, dice)


MISTAKES: dict[str, Mistake] = {
    "byte_order_mark": byte_order_mark,
    "trailing_comma": trailing_comma,
    "pair_twice": pair_twice,
    "misspelt_property": misspelt_property,
    "misspelt_keyword": misspelt_keyword,
    "misspelt_envelope": misspelt_envelope,
    "misspelt_option": misspelt_option,
    "misspelt_reference": misspelt_reference,
    "misspelt_member": misspelt_member,
}


def _json(dice: random.Random, folder: str) -> str:
    files = [p for p in FILES if p.startswith(folder) and p.endswith(".json")]
    return dice.choice(files)


def _slip_in(path: str, pattern: str, dice: random.Random) -> tuple[str, str]:
    text = FILES[path]
    found = list(re.finditer(pattern, text))
    match = dice.choice(found)
    start, end = match.span(1)
    return path, text[:start] + _slip(match[1], dice) + text[end:]


def _slip(name: str, dice: random.Random) -> str:
    """Return a name in another form, or with a slip in one of its longer words."""
    if dice.random() < 1 / 4:
        return dice.choice([name.upper(), name.title()])
    word = dice.choice(list(re.finditer("[A-Za-z]{4,}", name)))
    at = dice.randrange(word.start(), word.end() - 1)
    one, other = name[at], name[at + 1]
    slips = [one + one + other, other + one, other, one]
    slip = dice.choice(slips if one != other else slips[:1])
    return name[:at] + slip + name[at + 2 :]


def _containers(text: str, at: int) -> Iterator[tuple[int, str, int]]:
    """Yield the arrays and objects of a JSON text: start, bracket and end."""
    if text[at] == "{":
        spans = [member.value for member in members(text, at)]
    elif text[at] == "[":
        spans = list(items(text, at))
    else:
        return
    last = spans[-1].end if spans else at + 1
    yield at, text[at], skip_space(text, last)
    for span in spans:
        yield from _containers(text, span.start)


def _is_empty(text: str, start: int) -> bool:
    return text[start + 1 :].lstrip()[:1] in "]}"
