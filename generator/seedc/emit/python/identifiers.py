"""Make Python names from the names in seeds and schemas."""

import keyword
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from seedc.text.names import snake_case

MODEL_RESERVED = frozenset({"metadata", "registry", "type_annotation_map"})
"""Attributes that SQLAlchemy's declarative base keeps for itself."""

# What pydantic.BaseModel uses itself, or will not give up yet.
_RESERVED = re.compile(
    r"construct|copy|dict|from_orm|json|parse_(file|obj|raw)|schema(_json)?"
    r"|update_forward_refs|validate"
)
_PROTECTED = re.compile(
    r"model_((validate|dump).*|computed_fields|config|construct|copy|extra|fields"
    r"|fields_set|json_schema|parametrized_name|post_init|rebuild)"
)


def record_attribute(name: str) -> str:
    """Return the attribute of a record for a name that is an identifier."""
    if _PROTECTED.fullmatch(name):
        return f"field_{name}"
    return f"{name}_" if _RESERVED.fullmatch(name) else name


def attribute(key: str) -> str:
    """Return the attribute of a record for the key of a member."""
    name = _word(key, "field")
    return record_attribute(f"{name}_" if keyword.iskeyword(name) else name)


def member_names(values: Sequence[str]) -> list[str]:
    """Return names for the members of an enumeration, one for each value.

    Symbols part words; where that makes two names meet (`C`, `C++`), they are
    spelled out (`C_PLUS_SIGN_PLUS_SIGN`) for the whole enumeration.
    """
    names = _members(values, _as_it_is)
    if len(set(names)) < len(names):
        names = _members(values, _spelled_out)
    if len(set(names)) < len(names):
        message = f"members of one enumeration have the same name: {sorted(names)}"
        raise AssertionError(message)
    return names


def first_free(candidates: Iterable[str], taken: set[str]) -> str:
    """Return the first candidate that is not taken, and take it.

    A reserved word gets an underscore, as it does in the name of a column.
    """
    for candidate in candidates:
        reserved = keyword.iskeyword(candidate) or candidate in MODEL_RESERVED
        name = f"{candidate}_" if reserved else candidate
        if name not in taken:
            taken.add(name)
            return name
    message = f"every name for a relationship is taken: {sorted(taken)}"
    raise AssertionError(message)


def _members(values: Sequence[str], spell: Callable[[str], str]) -> list[str]:
    return [_word(spell(value), "value").upper() for value in values]


def _word(text: str, kind: str) -> str:
    """Return an identifier in lower case for any text.

    Args:
        text: The text; its symbols are dropped unless nothing else is left.
        kind: What stands before a name that would be none otherwise.
    """
    name = snake_case(unicodedata.normalize("NFKC", text))
    if not name or not f"_{name}".isidentifier():
        name = snake_case(_spelled_out(text)) or "empty"
    return name if name.isidentifier() else f"{kind}_{name}"


def _as_it_is(text: str) -> str:
    return text


def _spelled_out(text: str) -> str:
    """Return text with the names of the characters that no identifier holds."""
    return "".join(c if f"_{c}".isidentifier() else f" {_name(c)} " for c in text)


def _name(character: str) -> str:
    if character.isspace():
        return ""
    return unicodedata.name(character, f"U{ord(character):X}")
