"""Names and texts, the odd ones among them."""

from collections.abc import Sequence

from seedc.text.names import snake_case
from tests.outputs.dice import Dice

PLAIN = (
    *("name", "hp", "maxHp", "min_damage", "price", "flavorText", "isBoss", "lvl2Cap"),
    *("playerID", "drops", "tags", "sizes", "effects", "weight", "boss", "children"),
)
ODD = (
    *("class", "order", "user", "select", "from", "import", "def", "None", "group"),
    *("metadata", "registry", "query", "constructor", "__proto__", "toString", "type"),
    *("default", "function", "model_config", "model_fields", "copy", "json", "schema"),
    *("str", "int", "list", "date", "Decimal", "UUID", "Any", "Base", "self", "object"),
    *("validate", "gr\u00f6\u00dfe", "\u540d\u524d", "2d", "0", "10", "with space"),
    *("dash-ed", "a.b", "_private", "__dunder__", "prototype", "hasOwnProperty"),
    *("length", "then", "$ref", "$id", "true", "undefined", "Record", "Brand", "match"),
    *("columns", "rows", "datetime", "time", "float", "bool", "bytes", "set", "dict"),
    *(
        "model_dump",
        "construct",
        "fields",
        "enum",
        "Literal",
        "Field",
        "async",
        "await",
    ),
    *("print", "end", "table", "relationship", "interface", "symbol", "new", "this"),
)
TABLES = (
    *("items", "enemies", "order", "user", "classes", "maps", "records", "heroes"),
    *("base_types", "quests", "zones", "select", "events", "elements", "objects"),
    *("species", "child_rows", "metadata", "enums_of_old", "symbols", "dates"),
)
MAP_KEYS = ("map a", "map:b", "map \u00e9", "map-0", "map 'x'", 'map "y"', "map\\z")
"""Keys of maps; none of them is the name of a property."""

TEXTS = (
    *(
        "",
        "a",
        "Goblin",
        "it's",
        'say "hi"',
        "back\\slash",
        "`${x}`",
        "</script>",
        "*/",
    ),
    *(
        "\u2028\u2029",
        "__proto__",
        "\u65e5\u672c",
        "\U0001f409",
        "%s :x %(y)s",
        "$1 $$",
    ),
    *("null", "NaN", "  two  ", "tab\tand\nline\r\n", '"""', "'''", "\x7f", "{{ x }}"),
    *("-- x", "/* y", "\\.", "\\N", "E'x'", "#{x}", "\ufeff", "e\u0301", "1.10"),
)
DESCRIPTIONS = (
    *("Plain words.", "ends */ here", 'has """ and \\', "a\\", 'ends in "', "'''"),
    *("</script><!--", "${x} `y`", "two\nlines", "  padded  ", "{% raw %} {{ x }}"),
    *("# type: ignore", "{@link Foo}", "@deprecated no", "\u2028", "%s", "x" * 120),
    *("1. a\n   - b\n\n\n2. c", "\\N{DRAGON} \\u0041 \\x", "// x", "\U0001f409 */ */"),
)


def member_names(dice: Dice, low: int, high: int) -> list[str]:
    """Return names of properties, of which no two meet as columns."""
    found: dict[str, str] = {}
    for _ in range(dice.number(low, high)):
        name = dice.one(ODD if dice.chance(3) else PLAIN)
        found.setdefault(_column(name), name)
    return list(found.values())


def _column(name: str) -> str:
    return snake_case(name).strip("_") or name


def column_name(dice: Dice, name: str) -> str | None:
    """Return a name for the column of a property, where it needs one or gets one."""
    default = snake_case(name)
    usable = default.isascii() and default.isidentifier()
    if usable and not dice.chance(6):
        return None
    letters = "".join(c if c.isascii() and c.isalnum() else "_" for c in name.lower())
    return f"c_{letters.strip('_') or 'x'}"


def description(dice: Dice) -> dict[str, str]:
    """Return a description as a keyword, or nothing."""
    return {"description": dice.one(DESCRIPTIONS)} if dice.chance(3) else {}


def texts(dice: Dice, least: int = 0, most: int = 10**6) -> Sequence[str]:
    """Return texts of a length in code points."""
    long = [t * dice.number(1, 3) for t in TEXTS]
    return [t for t in (*TEXTS, *long) if least <= len(t) <= most]
