"""Check a batch of records: the laws that look at one record alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast, final

from seedc.check.rules.fitting_values import may_misfit, misfits
from seedc.check.rules.shallow_records import may_nest, shallow_records
from seedc.check.rules.storable_text import storable_text
from seedc.check.rules.valid_records import (
    RecordSchema,
    compile_schema,
    valid_record,
)
from seedc.check.shared import Found
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Batch
from seedc.model.json_value import JsonObject, JsonValue, Pointer
from seedc.model.source import Source
from seedc.model.table import Column, Owner, Table
from seedc.text.json_place import value_place

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


@final
@dataclass(frozen=True, slots=True)
class RecordLaws:
    """What one table's records are held against, compiled once.

    Attributes:
        table: The table.
        children: Its child tables.
        schema: The compiled JSON Schema.
        doubtful: Its columns whose values may be valid and yet not fit.
        nests: Whether its records may be of any depth.
    """

    table: Table
    children: tuple[Table, ...]
    schema: RecordSchema
    doubtful: tuple[Column, ...]
    nests: bool


@final
@dataclass(frozen=True, slots=True)
class Checked:
    """A batch, sorted into records that can become rows and those that cannot.

    Attributes:
        good: The positions in the batch of the records without a problem.
        problems: The problems of the others.
    """

    good: Sequence[int]
    problems: tuple[Found, ...]


def record_laws(table: Table, children: tuple[Table, ...]) -> RecordLaws:
    """Compile what a table's records are held against."""
    doubtful = tuple(c for c in _written(table) if may_misfit(c))
    nests = any(may_nest(each) for each in (table, *children))
    schema = compile_schema(table, children)
    return RecordLaws(table, children, schema, doubtful, nests)


def check_batch(
    laws: RecordLaws, batch: Batch, source: Source, *, odd_text: bool
) -> Checked:
    """Check the records of a batch, each for itself.

    Args:
        laws: What they are held against.
        batch: The records.
        source: The file they stand in.
        odd_text: Whether the file may hold text that cannot be stored.
    """
    problems: dict[int, list[Found]] = {}
    for at, problem in _shape_problems(laws, batch, source, odd_text=odd_text):
        problems.setdefault(at, []).append(problem)
    good = [i for i in range(len(batch.records)) if i not in problems]
    for at, problem in _fit_problems(laws, batch, good, source):
        problems.setdefault(at, []).append(problem)
    kept = [i for i in good if i not in problems] if problems else good
    return Checked(kept, tuple(p for at in sorted(problems) for p in problems[at]))


_Numbered: TypeAlias = Iterator[tuple[int, Found]]


def _shape_problems(
    laws: RecordLaws, batch: Batch, source: Source, *, odd_text: bool
) -> _Numbered:
    deep = dict(shallow_records(batch, source)) if laws.nests else {}
    yield from ((at, Found(problem)) for at, problem in deep.items())
    if not odd_text and _is_valid(laws.schema.batch, batch.records):
        return
    for at, record in enumerate(batch.records):
        if at in deep or (not odd_text and _is_valid(laws.schema.record, record)):
            continue
        offset = batch.offsets[at]
        texts = storable_text(record, source, offset) if odd_text else ()
        # The validator cannot take text that is no Unicode.
        found = [*map(Found, texts)] or valid_record(
            laws.schema, record, source, offset
        )
        yield from ((at, problem) for problem in found)


def _is_valid(validator: "Draft202012Validator", value: JsonValue) -> bool:
    try:
        return validator.is_valid(value)
    except ValueError:  # nested more deeply than the validator goes
        return False


def _fit_problems(
    laws: RecordLaws, batch: Batch, good: Sequence[int], source: Source
) -> _Numbered:
    records = cast("list[JsonObject]", [batch.records[i] for i in good])
    for column in laws.doubtful:
        key = column.key or ""
        values = [record.get(key) for record in records]
        for at, reason in misfits(column.type, values):
            yield (
                good[at],
                _misfit(source, batch.offsets[good[at]], (key,), reason),
            )
    for child in laws.children:
        yield from _item_problems(child, batch, good, source)


def _item_problems(
    child: Table, batch: Batch, good: Sequence[int], source: Source
) -> _Numbered:
    parent = child.parent
    if parent is None:
        return
    for i in good:
        record = cast("JsonObject", batch.records[i])
        items = cast("list[JsonValue]", record.get(parent.key) or [])
        for column in _written(child) if items else ():
            for at, reason in misfits(column.type, _members(items, column)):
                own: Pointer = (column.key,) if column.key else ()
                path = (parent.key, at, *own)
                yield i, _misfit(source, batch.offsets[i], path, reason)


def _members(items: list[JsonValue], column: Column) -> list[JsonValue]:
    if column.key is None:
        return items
    return [i.get(column.key) if isinstance(i, dict) else None for i in items]


def _written(table: Table) -> list[Column]:
    scalar = table.parent is not None and table.parent.scalar
    own = table.columns[-1:] if scalar else table.columns
    return [
        c for c in own if (c.key is not None or scalar) and c.owner is not Owner.LIVE
    ]


def _misfit(source: Source, offset: int, pointer: Pointer, reason: str) -> Found:
    place = value_place(source, offset, pointer)
    return Found(Diagnostic("value-does-not-fit", reason, place))
