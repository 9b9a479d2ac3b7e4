"""Source files once they are read."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.source import Source


@final
@dataclass(frozen=True, slots=True)
class SchemaDocument:
    """A schema file.

    Attributes:
        source: The file.
        start: Offset of the top-level object.
        stem: The file's name without `.schema.json`.
        value: The schema, or the library of definitions.
    """

    source: Source
    start: int
    stem: str
    value: JsonObject


@final
@dataclass(frozen=True, slots=True)
class SeedFile:
    """Where a seed file stands and which table it is for."""

    path: str
    table: str


@final
@dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive records of one seed file.

    Attributes:
        records: The parsed records; anything at all until they are checked.
        offsets: Where each record starts in the file's text.
    """

    records: list[JsonValue]
    offsets: "array[int]"


@final
@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands around the records; unchecked.

    Attributes:
        source: The file.
        start: Offset of the top-level object.
        members: Its members but `data`, as parsed.
        has_data: Whether `data` is there and is an array.
    """

    source: Source
    start: int
    members: JsonObject
    has_data: bool


@final
@dataclass(frozen=True, slots=True)
class Records:
    """Where the records of one table stand, over all its files, in read order.

    Attributes:
        files: Each file with the number of the first record in it.
        offsets: Where each record starts in the text of its file.
    """

    files: Sequence[tuple[int, Source]]
    offsets: "array[int]"


@final
@dataclass(frozen=True, slots=True)
class ProjectDocument:
    """The project file, unchecked.

    Attributes:
        source: The file.
        values: What it says, as JSON.
    """

    source: Source
    values: JsonObject
