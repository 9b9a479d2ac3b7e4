"""Places of values and keys in JSON sources, by pointer."""

from seedc.model.document import Records, SchemaDocument
from seedc.model.json_value import Pointer
from seedc.model.source import Place, Source
from seedc.text.json_string import string_offset
from seedc.text.json_walk import key_span, value_span
from seedc.text.position import place_at


def value_place(source: Source, start: int, pointer: Pointer) -> Place:
    """Return the place of a value.

    Args:
        source: The file.
        start: Offset of the value that the pointer starts from.
        pointer: Way from there; the deepest part that exists is what is found.
    """
    span = value_span(source.text, start, pointer)
    # Of an array or object only the bracket is meant: the rest may be long.
    end = span.start + 1 if source.text[span.start] in "[{" else span.end
    return place_at(source, span.start, end)


def key_place(source: Source, start: int, pointer: Pointer) -> Place:
    """Return the place of the key that a pointer ends with."""
    span = key_span(source.text, start, pointer)
    return place_at(source, span.start, span.end)


def schema_value(document: SchemaDocument, pointer: Pointer) -> Place:
    """Return the place of a value in a schema file."""
    return value_place(document.source, document.start, pointer)


def schema_part(
    document: SchemaDocument, pointer: Pointer, part: tuple[int, int]
) -> Place:
    """Return the place of a part of a string, by the characters of its value."""
    text = document.source.text
    start = value_span(text, document.start, pointer).start
    first, last = (string_offset(text, start, index) for index in part)
    return place_at(document.source, first, max(first + 1, last))


def schema_key(document: SchemaDocument, pointer: Pointer) -> Place:
    """Return the place of a key in a schema file."""
    return key_place(document.source, document.start, pointer)


def record_value(records: Records, number: int, pointer: Pointer) -> Place:
    """Return the place of a value in a record, by the record's number."""
    return value_place(*record_start(records, number), pointer)


def record_start(records: Records, number: int) -> tuple[Source, int]:
    """Return the file of a record, and the offset at which the record starts."""
    file = next(s for first, s in reversed(records.files) if first <= number)
    return file, records.offsets[number]
