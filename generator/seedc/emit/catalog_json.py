"""Print the catalog itself: the base that a later catalog is compared with."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum

from seedc.model.catalog import Catalog
from seedc.model.json_value import JsonValue
from seedc.text.json_text import json_lines

_LEFT_OUT = frozenset({"deprecated", "pointer", "record_schema"})
"""Where something stands in its file, and what is of no matter to a database."""


def catalog_json(catalog: Catalog) -> str:
    """Return the catalog as JSON: every value with the name of its class."""
    return json_lines(_plain(catalog)) + "\n"


def _plain(value: object) -> JsonValue:
    if isinstance(value, Enum):
        return str(value)
    if value is None or isinstance(value, bool | int | str | Decimal):
        return value
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, frozenset | tuple | list):
        return [
            _plain(v)
            for v in (sorted(value) if isinstance(value, frozenset) else value)
        ]
    return _members(value)


def _members(value: object) -> JsonValue:
    assert is_dataclass(value), value  # noqa: S101, the catalog holds nothing else
    members: dict[str, JsonValue] = {"kind": type(value).__name__}
    for field in fields(value):
        if field.name not in _LEFT_OUT:
            members[field.name] = _plain(getattr(value, field.name))
    return members
