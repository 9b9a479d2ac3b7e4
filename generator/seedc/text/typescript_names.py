"""Names that TypeScript needs beside those that the catalog gives.

From the name of a table, a type or a key follows that of what stands beside it.
"""

import re
from collections.abc import Container

from seedc.text.names import camel_case, pascal_case, singular, snake_case, words

_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*", re.ASCII)
_SIBILANT = re.compile(r"(s|x|z|ch|sh)$", re.IGNORECASE)
_RESERVED = frozenset(
    (
        "arguments",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "eval",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "implements",
        "import",
        "in",
        "instanceof",
        "interface",
        "let",
        "new",
        "null",
        "package",
        "private",
        "protected",
        "public",
        "return",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "undefined",
        "var",
        "void",
        "while",
        "with",
        "yield",
    )
)


def is_identifier(name: str) -> bool:
    """Say whether a member of this name needs no quotes."""
    return _IDENTIFIER.fullmatch(name) is not None and name != "__proto__"


def is_reserved(name: str) -> bool:
    """Say whether a word is one of the language, so that no type is called so."""
    return name in _RESERVED


def free_name(name: str, taken: Container[str], suffix: str) -> str:
    """Return the name, lengthened by the suffix until nothing else is called so."""
    while name in taken:
        name += suffix
    return name


def values_name(enum: str) -> str:
    """Name the array of an enumeration's values: `EnemyRarity`, `ENEMY_RARITIES`."""
    last = words(enum)[-1]
    return snake_case(enum.removesuffix(last) + _plural(last)).upper()


def rows_name(table: str) -> str:
    """Name the array of a table's rows: `floor_pools` gives `floorPools`."""
    name = camel_case(table)
    if name in _RESERVED:
        return f"{name}Rows"
    return name if is_identifier(name) else f"_{name}"


def id_name(record: str, key: str) -> str:
    """Name the type of a primary key: `Enemy` and `id` give `EnemyId`.

    A key that is called like its record is that record's id, too.
    """
    property_name = pascal_case(key)
    if property_name == record:
        return f"{record}Id"
    repeats = property_name.startswith(record)
    return property_name if repeats else record + property_name


def keys_name(record: str, key: str) -> str:
    """Name the union of the keys that rows have: `EnemyKey`.

    Where that is the type of a primary key called `key`, it is `EnemyKeyType`.
    """
    name = f"{record}Key"
    return f"{name}Type" if id_name(record, key) == name else name


def index_name(rows: str, key: str) -> str:
    """Name the map of a table's rows by their primary key: `enemiesById`.

    `ByKey` is the name of the keyed record, whatever the key itself is called.
    """
    property_name = pascal_case(key)
    return f"{rows}ById" if property_name == "Key" else f"{rows}By{property_name}"


def _plural(noun: str) -> str:
    if singular(noun) != noun:
        return noun
    if _SIBILANT.search(noun):
        return f"{noun}es"
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}s"
