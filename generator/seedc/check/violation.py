"""Say in words which keyword of a JSON Schema a value breaks.

The texts of the validator change between its releases and speak of schemas; ours
are made from the kind of the error and speak of the value.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import cast, final

from jsonschema_rs import ValidationError
from jsonschema_rs import ValidationErrorKind as Kind

from seedc.model.json_value import JsonObject, JsonValue, Pointer
from seedc.text.excerpt import excerpt
from seedc.text.near import did_you_mean, nearest, one_of

_MOST = 1000
"""Violations in one value; whoever has more will see the others after these."""

_ARTICLES = {"integer": "an integer", "array": "an array", "object": "an object"}


@final
@dataclass(frozen=True, slots=True)
class Violation:
    """A keyword that a value breaks.

    Attributes:
        code: The problem's code.
        message: What was found and expected.
        pointer: Where, from the value that was validated.
        at_key: Whether the place is the key and not the value.
        help: The fix, or None.
    """

    code: str
    message: str
    pointer: Pointer
    at_key: bool = False
    help: str | None = None


def violations(
    errors: Iterable[ValidationError], root: JsonValue, schema: JsonObject
) -> list[Violation]:
    """Return the violations that a value's errors amount to, one for each mistake.

    Args:
        errors: What the validator found.
        root: The value that was validated.
        schema: The schema it was validated against.
    """
    found = (v for error in errors for v in _describe(error, root, schema))
    return _without_twins(list(islice(found, _MOST)))


def _without_twins(found: list[Violation]) -> list[Violation]:
    """Leave out missing properties that are there but misspelt."""
    misspelt = {(v.pointer[:-1], v.help) for v in found if v.code == "unknown-property"}
    return [
        v
        for v in found
        if v.code != "missing-property"
        or (v.pointer, f"did you mean `{v.message.split('`')[1]}`?") not in misspelt
    ]


def _describe(
    error: ValidationError, root: JsonValue, schema: JsonObject
) -> Iterator[Violation]:
    pointer = tuple(error.instance_path)
    value = at(root, pointer)
    match error.kind:
        case Kind.AdditionalProperties(keys) | Kind.UnevaluatedProperties(keys):
            known = _known(schema, error.schema_path, root, pointer)
            yield from (_unknown(pointer, key, known) for key in keys)
        case Kind.Required(key):
            message = f"missing property `{key}`"
            yield Violation("missing-property", message, pointer)
        case Kind.OneOfNotValid(context) | Kind.AnyOf(context):
            yield from _nearest_arm(context, root, schema, pointer)
        case Kind.PropertyNames(inner):
            yield _bad_key(pointer, inner)
        case kind:
            yield _of_scalar(kind, value, pointer)


def _bad_key(pointer: Pointer, inner: ValidationError) -> Violation:
    key = str(inner.instance)
    reason = _of_scalar(inner.kind, key, ())
    message = f"invalid key: {reason.message}"
    return Violation(reason.code, message, (*pointer, key), at_key=True)


def at(root: JsonValue, pointer: Pointer) -> JsonValue:
    """Return the value at a pointer, or None where there is none."""
    for step in pointer:
        if isinstance(root, dict):
            root = root.get(str(step))
        elif isinstance(root, list) and isinstance(step, int):
            root = root[step] if step < len(root) else None
    return root


def _known(
    schema: JsonObject,
    path: Sequence[str | int],
    root: JsonValue,
    pointer: Pointer,
) -> list[str]:
    """Return the properties that could have been meant: known and not there yet."""
    here = at(schema, tuple(path[:-1]))
    properties = _properties(schema, here)
    present = at(root, pointer)
    return sorted(properties - (present.keys() if isinstance(present, dict) else set()))


def _properties(schema: JsonObject, start: JsonValue) -> set[str]:
    found: set[str] = set()
    stack, seen = [start], set[str]()
    while stack:
        here = stack.pop()
        if not isinstance(here, dict):
            continue
        properties = here.get("properties")
        found.update(properties if isinstance(properties, dict) else ())
        reference = here.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            seen.add(reference)
            stack.append(at(schema, tuple(reference.split("/")[1:])))
        for keyword in ("allOf", "anyOf", "oneOf"):
            stack += _list(here.get(keyword))
    return found


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


def _unknown(pointer: Pointer, key: str, known: list[str]) -> Violation:
    hint = did_you_mean(key, known)
    if hint is None and known:
        hint = f"known and not used here: {one_of(known)}"
    message = f"unknown property `{key}`"
    return Violation(
        "unknown-property", message, (*pointer, key), at_key=True, help=hint
    )


def _nearest_arm(
    context: Sequence[Sequence[ValidationError]],
    root: JsonValue,
    schema: JsonObject,
    pointer: Pointer,
) -> Iterator[Violation]:
    """Speak of the alternative that was meant: that of the tag, or the nearest."""
    best = min(context, key=lambda errors: _distance(errors, pointer))
    tag = next((e for e in best if _is_tag(e, pointer)), None)
    if tag is None:
        for error in best:
            yield from _describe(error, root, schema)
        return
    path = tuple(tag.instance_path)
    tags = [
        cast("JsonValue", e.kind.expected_value)
        for errors in context
        for e in errors
        if isinstance(e.kind, Kind.Constant) and tuple(e.instance_path) == path
    ]
    yield _not_among(at(root, path), tags, path)


def _distance(errors: Sequence[ValidationError], pointer: Pointer) -> tuple[int, ...]:
    tags = sum(_is_tag(e, pointer) for e in errors)
    types = sum(
        isinstance(e.kind, Kind.Type) and tuple(e.instance_path) == pointer
        for e in errors
    )
    return tags, types, len(errors)


def _is_tag(error: ValidationError, pointer: Pointer) -> bool:
    path = tuple(error.instance_path)
    return (
        isinstance(error.kind, Kind.Constant)
        and path[:-1] == pointer
        and path != pointer
    )


def _not_among(
    value: JsonValue, options: Sequence[JsonValue], pointer: Pointer
) -> Violation:
    texts = [o for o in options if isinstance(o, str)]
    near = nearest(value, texts) if isinstance(value, str) else None
    shown = one_of([excerpt(o) for o in options])
    message = f"{excerpt(value)} is not one of the allowed values"
    hint = f'did you mean "{near}"?' if near else f"allowed: {shown}"
    return Violation("not-in-enum", message, pointer, help=hint)


def _of_scalar(kind: Kind, value: JsonValue, pointer: Pointer) -> Violation:
    match kind:
        case Kind.Type(types):
            expected = " or ".join(_ARTICLES.get(t, f"a {t}") for t in types)
            message = (
                f"expected {expected.replace('a null', 'null')}, found {found(value)}"
            )
            return Violation("wrong-type", message, pointer)
        case Kind.Enum(options):
            return _not_among(value, cast("list[JsonValue]", options), pointer)
        case Kind.Constant(expected_value):
            expected = excerpt(cast("JsonValue", expected_value))
            message = f"expected {expected}, found {excerpt(value)}"
            return Violation("not-in-enum", message, pointer)
        case Kind.Format(name):
            return _format(name, value, pointer)
        case Kind.Pattern(pattern):
            message = f"{excerpt(value)} does not match the pattern `{pattern}`"
            return Violation("pattern-mismatch", message, pointer)
        case _:
            return _of_size(kind, value, pointer)


def found(value: JsonValue) -> str:
    """Name a value with its type: `the string "5"`."""
    match value:
        case None | bool():
            return excerpt(value)
        case str():
            return f"the string {excerpt(value)}"
        case int() | Decimal():
            return f"the number {excerpt(value)}"
        case list():
            return "an array"
        case dict():
            return "an object"


_FORMATS = {
    "date": "2026-01-13",
    "date-time": "2026-01-13T09:30:00Z",
    "time": "09:30:00Z",
    "uuid": "6f1c9a52-7d0e-4b3a-9c55-0a1b2c3d4e5f",
    "email": "ada@example.com",
    "uri": "https://example.com/",
}


def _format(name: str, value: JsonValue, pointer: Pointer) -> Violation:
    example = _FORMATS.get(name)
    hint = f"write it like {excerpt(example)}" if example else None
    message = f"{excerpt(value)} is no valid {name}"
    return Violation("wrong-format", message, pointer, help=hint)


def _of_size(kind: Kind, value: JsonValue, pointer: Pointer) -> Violation:
    shown = excerpt(value)
    match kind:
        case Kind.Minimum(limit):
            return _range(f"{shown} is less than the minimum {limit}", pointer)
        case Kind.Maximum(limit):
            return _range(f"{shown} is more than the maximum {limit}", pointer)
        case Kind.ExclusiveMinimum(limit):
            return _range(f"{shown} is not more than {limit}", pointer)
        case Kind.ExclusiveMaximum(limit):
            return _range(f"{shown} is not less than {limit}", pointer)
        case Kind.MultipleOf(factor):
            return _range(f"{shown} is not a multiple of {factor}", pointer)
        case _:
            return _of_length(kind, value, pointer)


def _range(message: str, pointer: Pointer) -> Violation:
    return Violation("out-of-range", message, pointer)


def _of_length(kind: Kind, value: JsonValue, pointer: Pointer) -> Violation:
    count = len(value) if isinstance(value, str | list | dict) else 0
    match kind:
        case Kind.MinLength(limit) | Kind.MinItems(limit) | Kind.MinProperties(limit):
            message = f"{count} {_unit(value)}, fewer than the {limit} that it needs"
        case Kind.MaxLength(limit) | Kind.MaxItems(limit) | Kind.MaxProperties(limit):
            message = f"{count} {_unit(value)}, more than the {limit} that it may have"
        case Kind.UniqueItems():
            return Violation("duplicate-item", _twice(value), pointer)
        case _:
            return Violation("schema-violation", _other(kind, value), pointer)
    return Violation("wrong-length", message, pointer)


def _other(kind: Kind, value: JsonValue) -> str:
    match kind:
        case Kind.OneOfMultipleValid():
            return f"{found(value)} fits more than one alternative of `oneOf`"
        case Kind.BacktrackLimitExceeded() | Kind.RegexEngineFailure():
            return f"the schema's `pattern` takes too long on {found(value)}"
        case Kind.FalseSchema():
            return f"expected nothing here, found {found(value)}"
        case _:
            return f"{found(value)} breaks the schema's `{kind.name}`"


def _unit(value: JsonValue) -> str:
    unit = {str: "character", list: "item", dict: "member"}[type(value)]  # type: ignore[index]
    return (
        unit if isinstance(value, str | list | dict) and len(value) == 1 else f"{unit}s"
    )


def _twice(value: JsonValue) -> str:
    seen: set[str] = set()
    for item in _list(value):
        text = _canonical(item)
        if text in seen:
            return f"the array holds {excerpt(item)} twice"
        seen.add(text)
    return "the array holds an item twice"


def _canonical(value: JsonValue) -> str:
    """Return a text that is the same for values that JSON Schema takes for equal."""
    match value:
        case dict():
            return f"{{{sorted((k, _canonical(v)) for k, v in value.items())}}}"
        case list():
            return f"[{[_canonical(item) for item in value]}]"
        case int() | Decimal() if not isinstance(value, bool):
            return str(Decimal(value).normalize())
        case _:
            return repr(value)
