"""What stands around the data of a seed file is complete, known and well-formed.

The keys in `renames` and `removed` have the types of the primary key. They
need not be valid against the record's schema: a key may have been renamed because it no
longer was (`fitting_keys` says whether it fits the columns).
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import jsonschema_rs

from seedc.check.repair import Checked, fix_of
from seedc.check.rules.storable_text import storable_text
from seedc.check.violation import Violation
from seedc.check.violations import violations
from seedc.dialect.column_type import json_types_held
from seedc.dialect.envelope import envelope_schema, key_schema
from seedc.model.diagnostic import Diagnostic, Fix
from seedc.model.document import Envelope
from seedc.model.json_value import JsonObject, Pointer
from seedc.model.table import Table
from seedc.text.json_depth import MOST_LEVELS, nests_too_deeply
from seedc.text.json_place import key_place, value_place

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

_HELP = {
    "version": 'write a semantic version such as "1.4.0"',
    "updated_at": 'write a moment with its zone such as "2026-01-13T00:00:00Z"',
}

_A_KEY: Pointer = ("renames", 0, "from")
"""Where a key stands, for example."""

_Types: TypeAlias = tuple[tuple[str, ...], ...]
"""The JSON types that each column of a primary key takes."""


@cache
def _schema(types: _Types) -> JsonObject:
    return envelope_schema(record=True, key=key_schema(types))


@cache
def _validator(types: _Types) -> "Draft202012Validator":
    return jsonschema_rs.Draft202012Validator(_schema(types), validate_formats=True)


def valid_envelope(envelope: Envelope, table: Table) -> Iterator[Diagnostic]:
    """Yield what is wrong with the envelope of a seed file.

    Args:
        envelope: The envelope.
        table: The table of the file.
    """
    value: JsonObject = dict(envelope.members)
    if envelope.has_data:
        value["data"] = []
    source, start = envelope.source, envelope.start
    if nests_too_deeply(value):
        message = "the envelope is nested too deeply"
        hint = f"keep to {MOST_LEVELS} levels"
        place = value_place(source, start, ())
        yield Diagnostic("nesting-too-deep", message, place, help=hint)
        return
    if unstorable := list(storable_text(value, source, start)):
        yield from unstorable
        return
    types = tuple(json_types_held(c.type) for c in table.key_columns)
    validator = _validator(types)
    checked = Checked(value, source, start, validator)
    for violation in violations(validator.iter_errors(value), value, _schema(types)):
        fix = fix_of(violation, checked)
        yield _diagnostic(violation, envelope, fix, _hint(violation, table))


def _diagnostic(
    violation: Violation, envelope: Envelope, fix: Fix | None, hint: str | None
) -> Diagnostic:
    place = key_place if violation.at_key else value_place
    key = str(violation.pointer[0]) if violation.pointer else ""
    code, message = violation.code, violation.message
    if code == "unknown-property":
        code, message = "unknown-key", f"unknown key `{violation.pointer[-1]}`"
    elif code == "pattern-mismatch" and key == "version":
        code, message = "wrong-format", message.partition(" does not ")[0]
        message += " is no semantic version"
    return Diagnostic(
        code,
        message,
        place(envelope.source, envelope.start, violation.pointer),
        help=hint,
        fix=fix,
    )


def _hint(violation: Violation, table: Table) -> str | None:
    pointer = violation.pointer
    hint = _HELP.get(str(pointer[0]) if pointer else "", violation.help)
    if hint is None and len(pointer) == len(_A_KEY) and len(table.primary_key) > 1:
        return f"write [{', '.join(table.primary_key)}]"
    return hint
