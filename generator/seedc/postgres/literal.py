"""Write values as SQL literals of Postgres.

The literals mean the same under any setting of the session: text with a
backslash or a control character is an escape string (`E'...'`), all other text a
plain one, which needs `standard_conforming_strings` only where it holds a
backslash - and so never does. Every literal stays on its line.
"""

import re
from decimal import Decimal

_SPECIAL = re.compile(r"[\\\x00-\x1f\x7f\x85\u2028\u2029]")
_ESCAPED = re.compile(r"\\(?:x(..)|u(....)|(.))")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ASCII = 0x80
_PLAIN_NAME = re.compile(r"[a-z_][a-z0-9_]*")


def quote_text(value: str) -> str:
    """Return text as a literal; the text holds no NUL, which Postgres refuses."""
    quoted = value.replace("'", "''")
    if _SPECIAL.search(quoted) is None:
        return f"'{quoted}'"
    return f"E'{_SPECIAL.sub(_escape, quoted)}'"


def unquote_text(literal: str) -> str:
    """Return the text of a literal that `quote_text` wrote."""
    text = literal.removeprefix("E")[1:-1].replace("''", "'")
    return _ESCAPED.sub(_unescape, text) if literal.startswith("E") else text


def quote_scalar(value: str | int | Decimal | bool | None) -> str:  # noqa: FBT001, a value and not a switch
    """Return a scalar as a literal of the type that it has in JSON."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    return quote_text(value) if isinstance(value, str) else str(value)


def quote_name(name: str) -> str:
    """Return an identifier, in quotes where it needs them."""
    if _PLAIN_NAME.fullmatch(name) and name not in RESERVED:
        return name
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def full_name(name: str, schema: str) -> str:
    """Return the identifier of something in a schema."""
    return f"{quote_name(schema)}.{quote_name(name)}"


def _escape(match: "re.Match[str]") -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < _ASCII else f"\\u{code:04x}"


def _unescape(match: "re.Match[str]") -> str:
    if code := match[1] or match[2]:
        return chr(int(code, 16))
    named = {escape: char for char, escape in _ESCAPES.items()}
    return named[match[0]]


RESERVED = frozenset(
    """
    add after all alter analyse analyze and any array as asc asymmetric attach
    authorization autoincrement before begin between binary both by cascade case
    cast check collate collation column commit concurrently conflict constraint
    create cross current_catalog current_date current_role current_schema
    current_time current_timestamp current_user database default deferrable
    deferred delete desc detach distinct do drop each else end escape except
    exclusive exists explain fail false fetch for foreign freeze from full grant
    group having if ignore ilike immediate in index indexed initially inner insert
    instead intersect into is isnull join lateral leading left like limit
    localtime localtimestamp natural not nothing notnull null offset on only or
    order outer overlaps placing plan pragma primary query raise references
    reindex release rename replace restrict returning right rollback row select
    session_user set similar some symmetric system_user table tablesample temp
    temporary then to trailing transaction trigger true union unique update user
    using vacuum values variadic verbose view virtual when where window with
    """.split()  # noqa: SIM905, a list of 150 literals reads worse
)
"""Words that Postgres 18 (PostgreSQL manual, appendix C) or SQLite does not take as a
bare name of a column or a table."""
