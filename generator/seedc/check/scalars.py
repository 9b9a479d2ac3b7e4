"""Say in words which keyword a value breaks, by itself."""

from collections.abc import Sequence
from typing import cast

from jsonschema_rs import ValidationErrorKind as Kind

from seedc.check.sizes import found, of_size
from seedc.check.violation import Violation
from seedc.model.json_value import JsonValue, Pointer
from seedc.text.excerpt import excerpt
from seedc.text.near import nearest, one_of
from seedc.text.only_near import only_near

_ARTICLES = {
    "integer": "an integer",
    "array": "an array",
    "object": "an object",
    "null": "null",
}


def not_among(
    value: JsonValue, options: Sequence[JsonValue], pointer: Pointer
) -> Violation:
    """Describe a value that is none of some others."""
    texts = [o for o in options if isinstance(o, str)]
    near = nearest(value, texts) if isinstance(value, str) else None
    message = f"{excerpt(value)} is not one of the allowed values"
    hint = f'did you mean "{near}"?' if near else _allowed(options)
    meant = only_near(value, texts) if isinstance(value, str) else None
    return Violation("not-in-enum", message, pointer, help=hint, meant=meant)


def _allowed(options: Sequence[JsonValue]) -> str:
    return f"allowed: {one_of([excerpt(option) for option in options])}"


def of_scalar(kind: Kind, value: JsonValue, pointer: Pointer) -> Violation:
    """Describe a value that breaks a keyword."""
    match kind:
        case Kind.Type(types):
            return wrong_type(types, value, pointer)
        case Kind.Enum(options):
            return not_among(value, cast("list[JsonValue]", options), pointer)
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
            return of_size(kind, value, pointer)


def wrong_type(types: Sequence[str], value: JsonValue, pointer: Pointer) -> Violation:
    """Describe a value that has none of some JSON types."""
    expected = " or ".join(_ARTICLES.get(t, f"a {t}") for t in types)
    message = f"expected {expected}, found {found(value)}"
    return Violation("wrong-type", message, pointer)


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
