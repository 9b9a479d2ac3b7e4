"""Text of a source file, and places in it."""

from dataclasses import dataclass
from typing import final


@final
@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read.

    Attributes:
        path: Path from the project's root, with `/`.
        text: The decoded content, without a byte order mark.
    """

    path: str
    text: str


@final
@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of one line in a source file.

    Attributes:
        path: Path from the project's root, with `/`.
        line: Line, from 1; 0 means the file as a whole.
        column: Column, from 1, in characters as editors count them.
        length: How many characters the span covers; at least 1.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1
