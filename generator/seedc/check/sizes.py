"""Say in words by how much a value is too large, too small, or otherwise wrong."""

from decimal import Decimal

from jsonschema_rs import ValidationErrorKind as Kind

from seedc.check.violation import Violation
from seedc.model.json_value import JsonValue, Pointer
from seedc.text.excerpt import excerpt


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


def of_size(kind: Kind, value: JsonValue, pointer: Pointer) -> Violation:
    """Describe a value that breaks a keyword about its size, or any rare one."""
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
            return _twice(value, pointer)
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


def _twice(value: JsonValue, pointer: Pointer) -> Violation:
    seen: set[str] = set()
    for i, item in enumerate(value if isinstance(value, list) else ()):
        text = canonical(item)
        if text in seen:
            message = f"the array holds {excerpt(item)} twice"
            return Violation("duplicate-item", message, (*pointer, i))
        seen.add(text)
    return Violation("duplicate-item", "the array holds an item twice", pointer)


def canonical(value: JsonValue) -> str:
    """Return a text that is the same for values that JSON Schema takes for equal."""
    match value:
        case dict():
            return f"{{{sorted((k, canonical(v)) for k, v in value.items())}}}"
        case list():
            return f"[{[canonical(item) for item in value]}]"
        case int() | Decimal() if not isinstance(value, bool):
            return str(Decimal(value).normalize())
        case _:
            return repr(value)
