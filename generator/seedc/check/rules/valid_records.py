"""Every record is valid against the schema of its table, formats asserted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, final

import jsonschema_rs

from seedc.check.properties import paired
from seedc.check.repair import Checked, fix_of
from seedc.check.rules.shallow_records import too_deep
from seedc.check.shared import Found
from seedc.check.violation import Violation
from seedc.check.violations import violations
from seedc.model.diagnostic import Diagnostic, Fix
from seedc.model.json_value import JsonObject, JsonValue, Pointer
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
        keys: Ways, but for positions in lists, to values that are in a key of a row.
    """

    schema: JsonObject
    record: "Draft202012Validator"
    batch: "Draft202012Validator"
    live: frozenset[str]
    keys: frozenset[Pointer]


def compile_schema(table: Table, children: Sequence[Table] = ()) -> RecordSchema:
    """Compile the schema of a table's records.

    Args:
        table: The table.
        children: Its child tables.
    """
    schema = table.record_schema
    definitions = schema.get("$defs", {})
    items = {k: v for k, v in schema.items() if k != "$defs"}
    batch: JsonObject = {"type": "array", "items": items, "$defs": definitions}
    return RecordSchema(
        schema,
        _validator(schema),
        _validator(batch),
        frozenset(c.key for c in table.columns if c.owner is Owner.LIVE and c.key),
        frozenset(way for each in (table, *children) for way in _key_ways(each)),
    )


def _key_ways(table: Table) -> Iterator[Pointer]:
    named = {*table.primary_key, *(n for key in table.unique_keys for n in key.columns)}
    way = (table.parent.key,) if table.parent else ()
    for column in table.columns:
        if column.name in named and column.key is not None:
            yield (*way, column.key)


def _validator(schema: JsonObject) -> "Draft202012Validator":
    return jsonschema_rs.Draft202012Validator(
        schema, validate_formats=True, ignore_unknown_formats=False
    )


def valid_record(
    compiled: RecordSchema, record: JsonValue, source: Source, offset: int
) -> Iterator[Found]:
    """Yield what is wrong with a record that starts at an offset of its file."""
    try:
        errors = list(compiled.record.iter_errors(record))
    except ValueError:
        yield Found(too_deep(source, offset))
        return
    checked = Checked(record, source, offset, compiled.record)
    found = violations(errors, record, compiled.schema)
    for told in paired([_live(violation, compiled) for violation in found]):
        fix = None if _is_in_key(told, compiled) else fix_of(told, checked)
        yield Found(_diagnostic(told, source, offset, fix), _is_of_record(told))


def _is_of_record(violation: Violation) -> bool:
    """Say whether the record itself lacks a property, or has one too many."""
    if violation.missing is not None:
        return not violation.pointer
    return violation.code == "unknown-property" and len(violation.pointer) == 1


def _is_in_key(violation: Violation, compiled: RecordSchema) -> bool:
    """Say whether a value is part of a key, where another may have it already."""
    way = tuple(step for step in violation.pointer if isinstance(step, str))
    return not violation.at_key and way in compiled.keys


def _live(violation: Violation, compiled: RecordSchema) -> Violation:
    key = violation.pointer[-1] if violation.pointer else ""
    if violation.code != "unknown-property" or key not in compiled.live:
        return violation
    message = f"`{key}` belongs to the live system and may not stand in a seed"
    told = replace(violation, code="live-property", message=message, meant=None)
    return replace(told, help="remove it")


def _diagnostic(
    violation: Violation, source: Source, offset: int, fix: Fix | None
) -> Diagnostic:
    place = key_place if violation.at_key else value_place
    return Diagnostic(
        violation.code,
        violation.message,
        place(source, offset, violation.pointer),
        help=violation.help,
        fix=fix,
    )
