"""Tell the alternatives of a union apart by their tags.

A tag is a property that has a constant in an alternative. Where it has one in each of
them, and none twice, it decides, and a value without it cannot be judged.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from seedc.check.properties import properties_of, unknown
from seedc.check.scalars import not_among
from seedc.check.sizes import canonical
from seedc.check.violation import Violation, at
from seedc.model.json_value import JsonObject, JsonValue, Pointer
from seedc.text.excerpt import excerpt
from seedc.text.near import nearest, one_of

Tags: TypeAlias = dict[str, list[JsonValue]]
"""The values that properties may have, by property."""


def chosen_by_tag(
    arms: Sequence[JsonValue], value: JsonObject, pointer: Pointer, schema: JsonObject
) -> list[int] | Violation:
    """Return which alternatives the tags of an object leave, or the tag's mistake.

    Args:
        arms: The schemas of the alternatives.
        value: The object.
        pointer: Where it is.
        schema: The whole schema.
    """
    tags = [_tags(schema, arm) for arm in arms]
    deciding = _deciding(tags)
    keys = {
        key: value[key]
        for key in dict.fromkeys(k for t in tags for k in t)
        if key in value
    }
    if deciding is not None and deciding not in value:
        known = frozenset(k for arm in arms for k in properties_of(schema, arm))
        written = _misspelt(deciding, value, known)
        if written is None:
            return _missing(deciding, tags, pointer)
        if not _having(tags, {deciding: value[written]}):
            return unknown(pointer, written, known, frozenset(value))
        keys[deciding] = value[written]
    elif deciding is not None and not _having(tags, {deciding: value[deciding]}):
        return not_among(value[deciding], _all(tags, deciding), (*pointer, deciding))
    left = _having(tags, keys) or _having(
        tags, {k: v for k, v in keys.items() if k == deciding}
    )
    return left or list(range(len(arms)))


def _having(tags: Sequence[Tags], keys: JsonObject) -> list[int]:
    """Return which alternatives allow some values of tags."""
    return [
        number
        for number, own in enumerate(tags)
        if keys and all(_is_among(keys[key], own[key]) for key in keys if key in own)
    ]


def _is_among(value: JsonValue, options: Iterable[JsonValue]) -> bool:
    return canonical(value) in map(canonical, options)


def _deciding(tags: Sequence[Tags]) -> str | None:
    if len(tags) < 2:  # noqa: PLR2004, there is nothing to tell apart
        return None
    for key in tags[0]:
        values = [canonical(v) for own in tags for v in own.get(key, ())]
        if all(key in own for own in tags) and len(values) == len(set(values)):
            return key
    return None


def _all(tags: Iterable[Tags], key: str) -> list[JsonValue]:
    return [value for own in tags for value in own[key]]


def _misspelt(key: str, value: JsonObject, known: frozenset[str]) -> str | None:
    absent = known - value.keys()
    strange = (other for other in value if other not in known)
    return next((other for other in strange if nearest(other, absent) == key), None)


def _missing(key: str, tags: Sequence[Tags], pointer: Pointer) -> Violation:
    options = one_of([excerpt(value) for value in _all(tags, key)])
    message = f"missing property `{key}`, which says what this is"
    hint = f"give it {options}"
    return Violation("missing-property", message, pointer, help=hint, missing=key)


def _tags(schema: JsonObject, arm: JsonValue) -> Tags:
    found: Tags = {}
    for part in _parts(schema, arm):
        properties = part.get("properties")
        for key, member in (properties if isinstance(properties, dict) else {}).items():
            match member:
                case {"const": constant}:
                    found[key] = [constant]
                case {"enum": list() as options}:
                    found[key] = options
                case _:
                    continue
    return found


def _parts(schema: JsonObject, arm: JsonValue) -> Iterator[JsonObject]:
    """Yield an alternative and all schemas that hold of the same value."""
    stack, seen = [arm], set[str]()
    while stack:
        part = stack.pop()
        if not isinstance(part, dict):
            continue
        yield part
        reference, parts = part.get("$ref"), part.get("allOf")
        if isinstance(reference, str) and reference not in seen:
            seen.add(reference)
            stack.append(at(schema, tuple(reference.split("/")[1:])))
        stack += parts if isinstance(parts, list) else []
