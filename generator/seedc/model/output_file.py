"""A generated file, still in memory."""

from dataclasses import dataclass
from typing import final


@final
@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file that a build makes.

    Attributes:
        path: Path from the output folder, with `/`.
        content: Its bytes: UTF-8, LF, final newline.
    """

    path: str
    content: bytes
