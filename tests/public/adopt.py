"""A published schema as the schema of a table, by the steps that anybody would take.

It is brought up to 2020-12; keywords that JSON Schema does not have are removed;
patterns become what the help of `unportable-pattern` says; the table gets a key. What
seedc refuses then, it refuses to people as well.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import cast, final

from seedc.dialect.pattern import trouble_of
from seedc.dialect.pattern_words import respelt
from seedc.model.json_value import JsonObject, JsonValue
from tests.public.modern import LITERAL, SCHEMAS, modern

_DIALECT = files("seedc.dialect").joinpath("seedc.schema.json").read_text("utf-8")
_KEYWORDS = frozenset(json.loads(_DIALECT)["$defs"]["schema"]["properties"])
_HEADS = frozenset({"$schema", "$id", "id"})


@final
@dataclass(frozen=True, slots=True)
class Adopted:
    """The schema of a table.

    Attributes:
        text: It, as JSON.
        removed: Keywords that were removed.
        respelt: Whether patterns were written in another way.
    """

    text: str
    removed: tuple[str, ...]
    respelt: bool


def adopt(schema: JsonObject, path: tuple[str, ...], key: str | None) -> Adopted:
    """Make a published schema a table.

    Args:
        schema: All of it.
        path: Where in it the schema of one record stands.
        key: The property that identifies a record; None gives it a property `id`;
            `document`: the table has whole documents in a column of that name.
    """
    new = cast("JsonObject", modern(schema))
    removed = tuple(sorted({k for k in _foreign(new) if k not in _HEADS}))
    own = cast("JsonObject", _own(new))
    record: JsonValue = own
    for step in path:
        record = cast("JsonObject", record)[step]
    made = _table(cast("JsonObject", record), own, key)
    text = json.dumps(made, indent=2, ensure_ascii=False)
    return Adopted(text, removed, _own(new) != _own(new, respell=False))


def _table(record: JsonObject, whole: JsonObject, key: str | None) -> JsonObject:
    definitions = cast("JsonObject", whole.get("$defs", {}))
    if key == "document":
        rest = {k: v for k, v in whole.items() if k != "$defs"}
        both = _rooted({"Document": rest, **definitions})
        properties: JsonObject = {"document": {"$ref": "#/$defs/Document"}}
        record = {"type": "object", "properties": properties, "required": ["document"]}
        definitions = cast("JsonObject", both)
        key = None
    name = key or "id"
    given = cast("JsonObject", record.get("properties", {}))
    required = cast("list[JsonValue]", record.get("required", []))
    return {
        **{k: v for k, v in record.items() if k != "$defs"},
        "x-table": {"primaryKey": name},
        "required": [name, *(k for k in required if k != name)],
        "properties": given if key else {"id": {"type": "string"}, **given},
        **({"$defs": definitions} if definitions else {}),
    }


def _rooted(value: JsonValue) -> JsonValue:
    """Return definitions in which the root is one of them."""
    if isinstance(value, list):
        return [_rooted(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {k: _from_root(k, v) for k, v in value.items()}


def _from_root(key: str, value: JsonValue) -> JsonValue:
    if key != "$ref" or not isinstance(value, str) or value.startswith("#/$defs/"):
        return _rooted(value)
    return value.replace("#", "#/$defs/Document", 1)


def _foreign(schema: JsonValue) -> Iterator[str]:
    """Yield the keywords that JSON Schema does not have."""
    if isinstance(schema, list):
        for part in schema:
            yield from _foreign(part)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            if key not in _KEYWORDS:
                yield key
            elif key in SCHEMAS and isinstance(value, dict):
                yield from _foreign(list(value.values()))
            elif key not in LITERAL:
                yield from _foreign(value)


def _own(schema: JsonValue, *, respell: bool = True) -> JsonValue:
    """Return a schema of keywords that JSON Schema has, with portable patterns."""
    if isinstance(schema, list):
        return [_own(part, respell=respell) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {k: v for k, v in schema.items() if k in _KEYWORDS - _HEADS}
    return {k: _value(k, v, respell=respell) for k, v in kept.items()}


def _value(key: str, value: JsonValue, *, respell: bool) -> JsonValue:
    if key == "pattern" and isinstance(value, str) and respell:
        return _portable(value)
    if key in SCHEMAS and isinstance(value, dict):
        return _by_name(key, value, respell=respell)
    return value if key in LITERAL else _own(value, respell=respell)


def _by_name(key: str, value: Mapping[str, JsonValue], *, respell: bool) -> JsonValue:
    patterns = key == "patternProperties" and respell
    return {
        _portable(name) if patterns else name: _own(part, respell=respell)
        for name, part in value.items()
    }


def _portable(pattern: str) -> str:
    trouble = trouble_of(pattern)
    says = trouble is not None and (trouble.help or "").startswith("write ")
    return respelt(pattern) if says else pattern
