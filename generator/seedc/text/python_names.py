"""Make names for Python from the keys and names in seeds and schemas."""

import keyword
import re
import unicodedata

from seedc.text.names import snake_case

MODEL_RESERVED = frozenset({"metadata", "registry", "type_annotation_map"})
"""Attributes that SQLAlchemy's declarative base keeps for itself."""

# What pydantic.BaseModel uses itself, or will not give up yet; the last two are of
# its metaclass.
_RESERVED = re.compile(
    r"construct|copy|dict|from_orm|json|parse_(file|obj|raw)|schema(_json)?"
    r"|from_json|to_json"  # of the base of all records
    r"|update_forward_refs|validate|mro|register"
)
_PROTECTED = re.compile(
    r"model_((validate|dump).*|computed_fields|config|construct|copy|extra|fields"
    r"|fields_set|json_schema|parametrized_name|post_init|rebuild)"
)


def model_attribute(column: str) -> str:
    """Return the attribute of a model for a column; a reserved word gets an underscore.

    Python itself takes `ﬁre` for `fire` (PEP 3131), so that the attribute is `fire`.
    """
    name = unicodedata.normalize("NFKC", column)
    taken = keyword.iskeyword(name) or name in MODEL_RESERVED
    return f"{name}_" if taken else name


def record_attribute(name: str) -> str:
    """Return the attribute of a record for a name that is an identifier."""
    if _PROTECTED.fullmatch(name):
        return f"field_{name}"
    return f"{name}_" if _RESERVED.fullmatch(name) else name


def member_attribute(key: str) -> str:
    """Return the attribute of a record for the key of a member."""
    name = as_word(key, "field")
    return record_attribute(f"{name}_" if keyword.iskeyword(name) else name)


def enum_class(name: str) -> str:
    """Return the name of the StrEnum beside a Literal alias."""
    return f"{name}Enum"


def as_word(text: str, kind: str) -> str:
    """Return an identifier in lower case for any text.

    Args:
        text: The text; its symbols are dropped unless nothing else is left.
        kind: What stands before a name that would be none otherwise.
    """
    name = snake_case(unicodedata.normalize("NFKC", text))
    if not name or not f"_{name}".isidentifier():
        name = snake_case(spelled_out(text)) or "empty"
    return name if name.isidentifier() else f"{kind}_{name}"


def spelled_out(text: str) -> str:
    """Return text with the names of the characters that no identifier holds."""
    return "".join(map(_spelled, text))


def character_name(character: str) -> str:
    """Return what Unicode calls a character, as a word: `PLUS_SIGN`."""
    name = unicodedata.name(character, f"U{ord(character):X}")
    return re.sub(r"\W", "_", name)


def _spelled(character: str) -> str:
    if f"_{character}".isidentifier():
        return character
    return " " if character.isspace() else f" {character_name(character)} "
