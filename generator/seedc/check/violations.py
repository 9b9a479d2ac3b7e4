"""Say in words which keyword of a JSON Schema a value breaks.

The texts of the validator change between its releases and speak of schemas; ours
are made from the kind of the error and speak of the value.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from jsonschema_rs import ValidationError
from jsonschema_rs import ValidationErrorKind as Kind

from seedc.check.properties import properties_of, unknown
from seedc.check.scalars import of_scalar
from seedc.check.unions import of_union
from seedc.check.violation import Violation, at
from seedc.check.ways import way_to
from seedc.model.json_value import JsonObject, JsonValue, Pointer

_MOST = 1000
"""Violations in one value; whoever has more will see the others after these."""


def violations(
    errors: Iterable[ValidationError], root: JsonValue, schema: JsonObject
) -> list[Violation]:
    """Return the violations that a value's errors amount to, one for each mistake.

    Args:
        errors: What the validator found.
        root: The value that was validated.
        schema: The schema it was validated against.
    """
    return _described(list(islice(errors, _MOST)), root, schema)[:_MOST]


def _described(
    errors: Sequence[ValidationError], root: JsonValue, schema: JsonObject
) -> list[Violation]:
    found: list[Violation] = []
    for error in errors:
        if isinstance(error.kind, Kind.UnevaluatedProperties):
            others = [e for e in errors if not isinstance(e.kind, type(error.kind))]
            found += _unevaluated(error, others, root, schema)
        else:
            found += _describe(error, root, schema)
    return _without_twins(_gravest(found))


def _gravest(found: Sequence[Violation]) -> list[Violation]:
    """Leave out what else is said of a value of a wrong type, or of none allowed."""
    told: dict[Pointer, str] = {}
    for code in ("not-in-enum", "wrong-type"):
        told |= {v.pointer: code for v in found if v.code == code and not v.at_key}
    return [v for v in found if v.at_key or v.code == told.get(v.pointer, v.code)]


def _without_twins(found: list[Violation]) -> list[Violation]:
    """Leave out missing properties that are there but misspelt."""
    misspelt = {
        (v.pointer[:-1], (v.help or "").partition("?")[0])
        for v in found
        if v.code == "unknown-property"
    }
    return [
        v
        for v in dict.fromkeys(found)
        if v.missing is None
        or (v.pointer, f"did you mean `{v.missing}`") not in misspelt
    ]


def _describe(
    error: ValidationError, root: JsonValue, schema: JsonObject
) -> Iterable[Violation]:
    pointer = way_to(error, root)
    value = at(root, pointer)
    match error.kind:
        case Kind.AdditionalProperties(keys):
            return _unknown(error, keys, root, schema)
        case Kind.Required(key):
            message = f"missing property `{key}`"
            return [Violation("missing-property", message, pointer, missing=key)]
        case Kind.OneOfNotValid() | Kind.AnyOf():
            return of_union(error, root, schema, _described)
        case Kind.PropertyNames(inner):
            return [_bad_key(pointer, inner)]
        # What the validator calls `additionalProperties` without `properties`.
        case Kind.FalseSchema() if isinstance(value, dict) and _is_closed(error):
            return _unknown(error, value, root, schema)
        case kind:
            return [of_scalar(kind, value, pointer)]


def _is_closed(error: ValidationError) -> bool:
    return error.schema_path[-1:] == ["additionalProperties"]


def _unknown(
    error: ValidationError, keys: Iterable[str], root: JsonValue, schema: JsonObject
) -> Iterator[Violation]:
    pointer = way_to(error, root)
    known = properties_of(schema, at(schema, tuple(error.schema_path[:-1])))
    value = at(root, pointer)
    there = frozenset(value if isinstance(value, dict) else ())
    return (unknown(pointer, key, known, there) for key in keys)


def _unevaluated(
    error: ValidationError,
    others: Sequence[ValidationError],
    root: JsonValue,
    schema: JsonObject,
) -> Iterable[Violation]:
    """Describe what no part of a schema takes.

    A part that the object breaks does not take its properties either, and then only
    those are too many that no part knows.
    """
    assert isinstance(error.kind, Kind.UnevaluatedProperties)  # noqa: S101, see above
    pointer = way_to(error, root)
    keys: Iterable[str] = error.kind.unexpected
    if any(way_to(e, root)[: len(pointer)] == pointer for e in others):
        known = properties_of(schema, at(schema, tuple(error.schema_path[:-1])))
        keys = [key for key in keys if key not in known]
    return _unknown(error, keys, root, schema)


def _bad_key(pointer: Pointer, inner: ValidationError) -> Violation:
    key = str(inner.instance)
    reason = of_scalar(inner.kind, key, ())
    message = f"invalid key: {reason.message}"
    return Violation(reason.code, message, (*pointer, key), at_key=True)
