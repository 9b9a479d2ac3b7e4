"""Turn what breaks a schema into a fix, where only one repair is possible.

A repair that the schema would not take either is none: a key that is renamed may have
a value that its new name cannot have.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast, final

from jsonschema_rs import ValidationError

from seedc.check.violation import Violation, at
from seedc.model.diagnostic import Fix
from seedc.model.json_value import JsonValue, Pointer
from seedc.model.source import Source
from seedc.text.repair import rename_key, replace_value, replacement

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


@final
@dataclass(frozen=True, slots=True)
class Checked:
    """A value that a validator refuses, and where it stands.

    Attributes:
        value: The value.
        source: The file that it is in.
        start: Offset of the value.
        validator: What refuses it.
    """

    value: JsonValue
    source: Source
    start: int
    validator: "Draft202012Validator"


def fix_of(violation: Violation, checked: Checked) -> Fix | None:
    """Return the fix of a violation in a value, or None if a person has to decide."""
    meant, pointer = violation.meant, violation.pointer
    if meant is None or not pointer:
        return None
    found = pointer[-1] if violation.at_key else at(checked.value, pointer)
    after = mended(checked.value, pointer, meant, key=violation.at_key)
    inside = (*pointer[:-1], meant) if violation.at_key else pointer
    if not mends(checked.validator, checked.value, after, inside):
        return None
    if violation.at_key:
        return rename_key(checked.source, checked.start, pointer, meant)
    edit = replace_value(checked.source, checked.start, pointer, meant)
    return replacement(str(found), meant, (edit,))


def mended(value: JsonValue, pointer: Pointer, meant: str, *, key: bool) -> JsonValue:
    """Return a value with what stands at a pointer replaced by a text.

    Args:
        value: The value.
        pointer: Way to what is replaced; it exists.
        meant: The text.
        key: Whether the last key of the pointer is renamed, and not its value.
    """
    step, rest = pointer[0], pointer[1:]
    if isinstance(value, list):
        items = list(value)
        items[int(step)] = _below(value[int(step)], rest, meant, key=key)
        return items
    members = cast("dict[str, JsonValue]", value)
    if key and not rest:
        return {meant if name == step else name: v for name, v in members.items()}
    return {**members, str(step): _below(members[str(step)], rest, meant, key=key)}


def _below(value: JsonValue, rest: Pointer, meant: str, *, key: bool) -> JsonValue:
    return mended(value, rest, meant, key=key) if rest else meant


def mends(
    validator: "Draft202012Validator",
    before: JsonValue,
    after: JsonValue,
    inside: Pointer,
) -> bool:
    """Say whether a value is wrong in no way in which another was not.

    Args:
        validator: What both are held against.
        before: The other value.
        after: The value.
        inside: Where it differs; what is wrong with parts of what is there was so
            before, only that nobody looked.
    """
    if validator.is_valid(after):
        return True
    errors = _ways(validator.iter_errors(before))
    return {
        (way, kind)
        for way, kind in _ways(validator.iter_errors(after))
        if len(way) <= len(inside) or way[: len(inside)] != inside
    } <= errors


def _ways(errors: Iterable[ValidationError]) -> set[tuple[Pointer, str]]:
    return {(tuple(error.instance_path), error.kind.name) for error in errors}
