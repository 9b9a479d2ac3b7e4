"""No record nests arrays and objects more deeply than every target can follow."""

from collections.abc import Iterator

from seedc.model.column_type import Json
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import Batch
from seedc.model.shape import AnyShape, Named, Shape, parts_of
from seedc.model.source import Source
from seedc.model.table import Table
from seedc.text.json_depth import MOST_LEVELS, nests_too_deeply
from seedc.text.json_place import value_place


def may_nest(table: Table) -> bool:
    """Say whether the schema of a table leaves open how deep a value is."""
    json = (c.shape for c in table.columns if isinstance(c.type, Json))
    return any(_is_open(shape) for shape in json)


def _is_open(shape: Shape) -> bool:
    return isinstance(shape, AnyShape | Named) or any(map(_is_open, parts_of(shape)))


def shallow_records(batch: Batch, source: Source) -> Iterator[tuple[int, Diagnostic]]:
    """Yield the records of a batch, by position, that are nested too deeply."""
    for at in _with_many_brackets(batch, source):
        if nests_too_deeply(batch.records[at]):
            yield at, too_deep(source, batch.offsets[at])


def too_deep(source: Source, offset: int) -> Diagnostic:
    """Describe a record that starts at an offset of its file."""
    return Diagnostic(
        "nesting-too-deep",
        "the record is nested too deeply",
        value_place(source, offset, ()),
        help=f"keep to {MOST_LEVELS} levels",
    )


def _with_many_brackets(batch: Batch, source: Source) -> Iterator[int]:
    # Counting them in the text is far faster than to walk every record.
    text, starts = source.text, batch.offsets
    for at in range(len(starts) - 1):
        span = starts[at], starts[at + 1]
        if text.count("[", *span) + text.count("{", *span) > MOST_LEVELS:
            yield at
    yield from (len(starts) - 1,) if starts else ()
