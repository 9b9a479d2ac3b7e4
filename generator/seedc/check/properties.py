"""Say what a property was meant to be that its schema does not know."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from seedc.check.violation import Violation, at
from seedc.model.json_value import JsonObject, JsonValue, Pointer
from seedc.text.look_alike import look_alike, odd_letter
from seedc.text.near import did_you_mean, one_of
from seedc.text.only_near import only_near


def properties_of(schema: JsonObject, start: JsonValue) -> frozenset[str]:
    """Return the properties that a part of a schema knows, in all its alternatives."""
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
            parts = here.get(keyword)
            stack += parts if isinstance(parts, list) else []
    return frozenset(found)


def unknown(
    pointer: Pointer, key: str, known: frozenset[str], there: frozenset[str]
) -> Violation:
    """Describe a property that is not known.

    Args:
        pointer: The object that has it.
        key: It.
        known: The properties that the schema knows.
        there: The properties that the object has.
    """
    absent = sorted(known - there)
    hint = _same_looks(key, absent) or did_you_mean(key, absent)
    if hint is None and absent:
        hint = f"known and not used here: {one_of(absent)}"
    meant = only_near(key, known)
    # Of several keys that can have meant the same, a person decides for one.
    rivals = (k for k in there if k != key and k not in known)
    if meant is not None and (
        meant in there or any(only_near(k, known) == meant for k in rivals)
    ):
        meant = None
    return Violation(
        "unknown-property",
        f"unknown property `{key}`",
        (*pointer, key),
        at_key=True,
        help=hint,
        meant=meant,
    )


def _same_looks(key: str, absent: Sequence[str]) -> str | None:
    alike = look_alike(key, absent)
    return alike and f"did you mean `{alike}`? {odd_letter(key)}"


def paired(found: Sequence[Violation]) -> list[Violation]:
    """Make one of two: the only unknown property of an object, and the only missing.

    Where another name is near the unknown one, these are two mistakes.
    """
    unknown_ = _by_object(
        (v.pointer[:-1], v) for v in found if v.code == "unknown-property"
    )
    missing = _by_object((v.pointer, v) for v in found if v.missing is not None)
    twins: dict[Violation, Violation] = {}
    for where, (key, *others) in unknown_.items():
        (lack, *more) = missing.get(where, [key])
        if lack is not key and not others and not more and not _is_near(key):
            hint = f"`{lack.missing}` is missing here: rename it?"
            twins[key] = replace(key, help=hint)
            twins[lack] = twins[key]
    return list(dict.fromkeys(twins.get(violation, violation) for violation in found))


def _by_object(
    found: Iterable[tuple[Pointer, Violation]],
) -> dict[Pointer, list[Violation]]:
    grouped: dict[Pointer, list[Violation]] = {}
    for pointer, violation in found:
        grouped.setdefault(pointer, []).append(violation)
    return grouped


def _is_near(violation: Violation) -> bool:
    return (violation.help or "").startswith("did you mean")
