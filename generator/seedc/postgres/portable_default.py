"""Defaults of columns in the words of SQLite."""

import re

_CONSTANT = re.compile(
    r"([+-]?\d+(?:\.\d+)?|'(?:[^']|'')*'|true|false|null)(?:::[a-z ]+)?", re.IGNORECASE
)
_IN_SQLITE = {
    "now()": "CURRENT_TIMESTAMP",
    "current_timestamp": "CURRENT_TIMESTAMP",
    "current_date": "CURRENT_DATE",
    "current_time": "CURRENT_TIME",
    "gen_random_uuid()": "(lower(hex(randomblob(16))))",
}


def portable_default(default: str) -> str | None:
    """Return a default in the words of SQLite, or None if it has none for it."""
    if constant := _CONSTANT.fullmatch(default):
        return constant[1]
    return _IN_SQLITE.get(default.lower().replace(" ", ""))
