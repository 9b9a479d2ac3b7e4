"""Speak of the alternative of a union that was meant, and of no other.

It is the one whose tag the value has. Without a tag it is the nearest: of those of the
value's type the one with the fewest wrong constants, then with the fewest violations,
then with the deepest.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast, final

from jsonschema_rs import ValidationError
from jsonschema_rs import ValidationErrorKind as Kind

from seedc.check.scalars import not_among, wrong_type
from seedc.check.tags import chosen_by_tag
from seedc.check.violation import Violation, at
from seedc.check.ways import way_to
from seedc.model.json_value import JsonObject, JsonValue, Pointer
from seedc.text.near import one_of

Describe: TypeAlias = Callable[
    [Sequence[ValidationError], JsonValue, JsonObject], list[Violation]
]

_TYPES = {bool: "boolean", str: "string", dict: "object", list: "array"}


@final
@dataclass(frozen=True, slots=True)
class _Arm:
    """An alternative, and what a value breaks of it, in all and by itself."""

    schema: JsonValue
    errors: tuple[ValidationError, ...]
    own: tuple[ValidationError, ...]


def of_union(
    error: ValidationError, root: JsonValue, schema: JsonObject, describe: Describe
) -> list[Violation]:
    """Return what a value breaks of the alternative that was meant.

    Args:
        error: That it fits none.
        root: The value that was validated.
        schema: The schema it was validated against.
        describe: Describes the errors of one alternative.
    """
    pointer = way_to(error, root)
    value = at(root, pointer)
    arms = list(_arms(error, pointer, root, schema))
    typed = [arm for arm in arms if _is_of_type(arm, value)]
    options = [_options(arm) for arm in typed or arms]
    if all(options):
        return [not_among(value, [each for some in options for each in some], pointer)]
    if not typed:
        return [wrong_type(_types(arms), value, pointer)]
    if isinstance(value, dict):
        tagged = chosen_by_tag([arm.schema for arm in typed], value, pointer, schema)
        if isinstance(tagged, Violation):
            return [tagged]
        typed = [typed[number] for number in tagged]
    return _nearest([describe(arm.errors, root, schema) for arm in typed], pointer)


def _arms(
    error: ValidationError, pointer: Pointer, root: JsonValue, schema: JsonObject
) -> Iterator[_Arm]:
    """Yield the alternatives; of one that is a union itself, its own."""
    assert isinstance(error.kind, Kind.OneOfNotValid | Kind.AnyOf)  # noqa: S101, the callers
    schemas = at(schema, tuple(error.schema_path))
    for number, errors in enumerate(error.kind.context):
        match errors:
            case [
                ValidationError(kind=Kind.OneOfNotValid() | Kind.AnyOf()) as inner
            ] if way_to(inner, root) == pointer:
                yield from _arms(inner, pointer, root, schema)
            case _:
                arm = schemas[number] if isinstance(schemas, list) else {}
                own = tuple(e for e in errors if way_to(e, root) == pointer)
                yield _Arm(arm, tuple(errors), own)


def _is_of_type(arm: _Arm, value: JsonValue) -> bool:
    options = _options(arm)
    if options:
        return _type(value) in {_type(option) for option in options}
    return not any(isinstance(e.kind, Kind.Type) for e in arm.own)


def _options(arm: _Arm) -> list[JsonValue]:
    """Return the values that an alternative lists, if it does."""
    for error in arm.own:
        match error.kind:
            case Kind.Enum(options):
                return cast("list[JsonValue]", options)
            case Kind.Constant(option):
                return [cast("JsonValue", option)]
            case _:
                continue
    return []


def _type(value: JsonValue) -> str:
    return "null" if value is None else _TYPES.get(type(value), "number")


def _types(arms: Iterable[_Arm]) -> list[str]:
    """Return the types that alternatives have, none of which the value has."""
    found: dict[str, None] = {}
    for arm in arms:
        for error in arm.own:
            if isinstance(error.kind, Kind.Type):
                found |= dict.fromkeys(error.kind.types)
        found |= dict.fromkeys(map(_type, _options(arm)))
    return [t for t in found if t != "integer" or "number" not in found]


def _nearest(arms: list[list[Violation]], pointer: Pointer) -> list[Violation]:
    ranks = [_distance(arm, pointer) for arm in arms]
    nearest = [arm for arm, rank in zip(arms, ranks, strict=True) if rank == min(ranks)]
    absent = {arm[0].missing for arm in nearest if len(arm) == 1}
    names = [name for name in absent if name is not None]
    if len(names) == len(absent) == len(nearest) > 1:
        message = f"missing property {one_of(sorted(names))}"
        return [Violation("missing-property", message, pointer)]
    return nearest[0]


def _distance(found: list[Violation], pointer: Pointer) -> tuple[int, int, int]:
    constants = sum(
        v.code == "not-in-enum" and v.pointer[:-1] == pointer != v.pointer
        for v in found
    )
    return constants, len(found), -max((len(v.pointer) for v in found), default=0)
