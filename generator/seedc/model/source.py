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
        column: Column, from 1, in characters: code points of Unicode, as the status
            bar of VS Code, rustc and ruff count them, a tab being one. Formats whose
            readers count in UTF-16 convert it (`seedc.text.utf16`).
        length: How many characters the span covers; at least 1.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1
