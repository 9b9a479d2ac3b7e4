"""Places as programs count them: lines from 1, columns in units of UTF-16."""

from dataclasses import dataclass
from typing import final

from seedc.diagnostics.report import Sources
from seedc.model.diagnostic import Edit
from seedc.model.source import Place, Source
from seedc.text.position import place_at
from seedc.text.utf16 import utf16_column


@final
@dataclass(frozen=True, slots=True)
class Region:
    """A span of a file; the end is behind its last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def region_of(place: Place, sources: Sources) -> Region | None:
    """Return the region of a place; None if it is a whole file or the project."""
    if not place.line:
        return None
    source = sources(place.path)
    start = _column(source, place.line, place.column)
    end = _column(source, place.line, place.column + place.length)
    return Region(place.line, start, place.line, end)


def region_of_edit(edit: Edit, sources: Sources) -> Region | None:
    """Return the region that an edit replaces; None if its file is not as it was."""
    source = sources(edit.path)
    if source is None or source.text[edit.start : edit.end] != edit.before:
        return None
    start, end = place_at(source, edit.start), place_at(source, edit.end)
    return Region(
        start.line,
        _column(source, start.line, start.column),
        end.line,
        _column(source, end.line, end.column),
    )


def _column(source: Source | None, line: int, column: int) -> int:
    try:
        return utf16_column(source, line, column) if source else column
    except IndexError:  # the file was cut off after it was checked
        return column
