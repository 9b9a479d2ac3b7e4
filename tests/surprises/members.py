"""Properties of tables and of objects in JSON that are named like something else."""

from collections.abc import Callable

from seedc.text.names import snake_case
from seedc.text.python_names import member_attribute
from tests.support.projects import Files
from tests.surprises.projects import TEXT, table
from tests.surprises.words import ODD, WORDS


def _distinct(words: list[str], name: Callable[[str], str]) -> list[str]:
    """Return words that do not meet; of those that do, the first."""
    return [*{name(word): word for word in reversed(words)}.values()]


_COLUMNS = [
    *_distinct(WORDS, snake_case),
    *("caf\u00e9", "\u6f22\u5b57", "\u0939\u093f\u0928\u094d\u0926\u0940"),
    *("\ufb01re", "\uff4d\uff41\uff58imum", "\u00b5", "e\u0301", "\u212a", "x\u00b2"),
    *("max hp", "max-mp", "a.b", "$ref", "\u00e9" * 31, "n" * 63),
]
_FILLED = {word: word for word in _COLUMNS}
# Python's type checkers know no TypedDict with a key that is empty.
_MEMBERS = _distinct([*WORDS, *filter(None, ODD)], member_attribute)
_OBJECT = {"type": "object", "properties": dict.fromkeys(_MEMBERS, TEXT)}
_VALUE = {word: f"{word}!" for word in _MEMBERS}
_EVERY = [*dict.fromkeys([*WORDS, *ODD])]

PROJECTS: dict[str, Files] = {
    "p_columns": table(
        dict.fromkeys(_COLUMNS, TEXT),
        {"id": "a", **_FILLED},
        required=["id", *_COLUMNS[::2]],
    ),
    "p_members": table(
        {"object": _OBJECT, "list": {"type": "array", "items": _OBJECT}},
        {"id": "a", "object": _VALUE, "list": [_VALUE, {}]},
    ),
    "p_keys_of_maps": table(
        {"map": {"type": "object", "additionalProperties": TEXT}},
        {"id": "a", "map": {word: word for word in _EVERY}},
    ),
    "p_types_of_columns": table(
        {
            "date": {"type": "string", "format": "date"},
            "datetime": {"type": "string", "format": "date-time"},
            "uuid": {"type": "string", "format": "uuid"},
            "decimal": {"type": "number"},
            "int": {"type": "integer"},
            "str": TEXT,
            "list": {"type": "array", "items": TEXT},
            "dict": {"type": "object", "additionalProperties": TEXT},
            "bool": {"type": "boolean"},
            "any": {},
        },
        {"id": "a", "date": "2026-01-13", "int": 1, "list": ["x"], "bool": True},
        required=["id", "date"],
    ),
    "p_proto": table(
        {"__proto__": TEXT, "o": {"type": "object", "properties": {"__proto__": TEXT}}},
        '{"id": "a", "__proto__": "x", "o": {"__proto__": "y"}}',
    ),
}
