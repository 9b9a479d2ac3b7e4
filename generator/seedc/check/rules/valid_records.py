"""Every record is valid against the schema of its table, formats asserted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, final

import jsonschema_rs

from seedc.check.rules.shallow_records import too_deep
from seedc.check.violation import Violation, violations
from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.source import Source
from seedc.model.table import Owner, Table
from seedc.text.json_place import key_place, value_place

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


@final
@dataclass(frozen=True, slots=True)
class RecordSchema:
    """The compiled schema of a table's records.

    Attributes:
        schema: The schema.
        record: Validator of one record.
        batch: Validator of an array of records; far faster where all are valid.
        live: Properties that belong to the live system.
    """

    schema: JsonObject
    record: "Draft202012Validator"
    batch: "Draft202012Validator"
    live: frozenset[str]


def compile_schema(table: Table) -> RecordSchema:
    """Compile the schema of a table's records."""
    schema = table.record_schema
    definitions = schema.get("$defs", {})
    items = {k: v for k, v in schema.items() if k != "$defs"}
    batch: JsonObject = {"type": "array", "items": items, "$defs": definitions}
    return RecordSchema(
        schema,
        _validator(schema),
        _validator(batch),
        frozenset(c.key for c in table.columns if c.owner is Owner.LIVE and c.key),
    )


def _validator(schema: JsonObject) -> "Draft202012Validator":
    return jsonschema_rs.Draft202012Validator(
        schema, validate_formats=True, ignore_unknown_formats=False
    )


def valid_record(
    compiled: RecordSchema, record: JsonValue, source: Source, offset: int
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a record that starts at an offset of its file."""
    try:
        errors = list(compiled.record.iter_errors(record))
    except ValueError:
        yield too_deep(source, offset)
        return
    for violation in violations(errors, record, compiled.schema):
        yield _diagnostic(_live(violation, compiled), source, offset)


def _live(violation: Violation, compiled: RecordSchema) -> Violation:
    key = violation.pointer[-1] if violation.pointer else ""
    if violation.code != "unknown-property" or key not in compiled.live:
        return violation
    message = f"`{key}` belongs to the live system and may not stand in a seed"
    return replace(violation, code="live-property", message=message, help="remove it")


def _diagnostic(violation: Violation, source: Source, offset: int) -> Diagnostic:
    place = key_place if violation.at_key else value_place
    return Diagnostic(
        violation.code,
        violation.message,
        place(source, offset, violation.pointer),
        help=violation.help,
    )
