"""What stands around the data of a seed file is complete, known and well-formed."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import jsonschema_rs

from seedc.check.repair import Checked, fix_of
from seedc.check.rules.storable_text import storable_text
from seedc.check.violation import Violation
from seedc.check.violations import violations
from seedc.dialect.envelope import envelope_schema
from seedc.model.diagnostic import Diagnostic, Fix
from seedc.model.document import Envelope
from seedc.model.json_value import JsonObject
from seedc.text.json_depth import MOST_LEVELS, nests_too_deeply
from seedc.text.json_place import key_place, value_place

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

ENVELOPE = envelope_schema(record=True)

_HELP = {
    "version": 'write a semantic version such as "1.4.0"',
    "updated_at": 'write a moment with its zone such as "2026-01-13T00:00:00Z"',
}


@cache
def _validator() -> "Draft202012Validator":
    return jsonschema_rs.Draft202012Validator(ENVELOPE, validate_formats=True)


def valid_envelope(envelope: Envelope) -> Iterator[Diagnostic]:
    """Yield what is wrong with the envelope of a seed file."""
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
    checked = Checked(value, source, start, _validator())
    for violation in violations(_validator().iter_errors(value), value, ENVELOPE):
        yield _diagnostic(violation, envelope, fix_of(violation, checked))


def _diagnostic(
    violation: Violation, envelope: Envelope, fix: Fix | None
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
        help=_HELP.get(key, violation.help),
        fix=fix,
    )
