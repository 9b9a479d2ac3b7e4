"""Make Python names from the names in seeds and schemas."""

import keyword
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from seedc.text.names import snake_case

MODEL_RESERVED = frozenset({"metadata", "registry", "type_annotation_map"})
"""Attributes that SQLAlchemy's declarative base keeps for itself."""

RECORD_RESERVED = frozenset(
    {
        "construct",
        "copy",
        "dict",
        "from_orm",
        "json",
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
        "update_forward_refs",
        "validate",
    }
)
"""Attributes of `pydantic.BaseModel`, which a field would hide."""


def record_attribute(name: str) -> str:
    """Return the attribute of a record for a name that is an identifier."""
    return f"{name}_" if name in RECORD_RESERVED else name


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
