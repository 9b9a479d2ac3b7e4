"""Make Python names from the names in seeds and schemas."""

import keyword
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from seedc.text.names import snake_case

MODEL_RESERVED = frozenset({"metadata", "registry", "type_annotation_map"})
"""Attributes that SQLAlchemy's declarative base keeps for itself."""

_RECORD_RESERVED = frozenset(
    """
    construct copy dict from_orm json parse_file parse_obj parse_raw schema
    schema_json update_forward_refs validate
    """.split()
)
# Pydantic keeps all of `model_validate*` and `model_dump*`, and more by name.
_PROTECTED = re.compile(
    r"model_(validate|dump|config|construct|copy|computed_fields|extra|fields|json_schema"
    r"|parametrized_name|post_init|rebuild)"
)


def record_attribute(name: str) -> str:
    """Return the attribute of a record for a name that is an identifier."""
    if _PROTECTED.match(name):
        return f"field_{name}"
    return f"{name}_" if name in _RECORD_RESERVED else name


def attribute(key: str) -> str:
    """Return the attribute of a record for the key of a member."""
    name = snake_case(key)
    if not name.isidentifier():
        name = snake_case(f"field_{_spelled_out(key)}")
    return record_attribute(f"{name}_" if keyword.iskeyword(name) else name)


def member_names(values: Sequence[str]) -> list[str]:
    """Return names for the members of an enumeration, one for each value.

    Symbols part words; where that makes two names meet (`C`, `C++`), they are
    spelled out (`C_PLUS_SIGN_PLUS_SIGN`) for the whole enumeration.
    """
    names = _members(values, _plain)
    if len(set(names)) < len(names):
        names = _members(values, _spelled_out)
    if len(set(names)) < len(names):
        message = f"members of one enumeration have the same name: {sorted(names)}"
        raise AssertionError(message)
    return names


def first_free(candidates: Iterable[str], taken: set[str]) -> str:
    """Return the first candidate that is not taken, and take it."""
    for candidate in candidates:
        if candidate not in taken:
            taken.add(candidate)
            return candidate
    message = f"every name for a relationship is taken: {sorted(taken)}"
    raise AssertionError(message)


def _members(values: Sequence[str], spell: Callable[[str], str]) -> list[str]:
    return [_member(value, spell) for value in values]


def _member(value: str, spell: Callable[[str], str]) -> str:
    name = snake_case(unicodedata.normalize("NFKC", spell(value))).upper()
    if not name:
        name = snake_case(_spelled_out(value)).upper() or "EMPTY"
    return name if name.isidentifier() else f"VALUE_{name}"


def _plain(text: str) -> str:
    return text


def _spelled_out(text: str) -> str:
    return re.sub(r"[^\w\s]", lambda symbol: f" {_name(symbol[0])} ", text)


def _name(symbol: str) -> str:
    return unicodedata.name(symbol, f"U {ord(symbol):X}")
