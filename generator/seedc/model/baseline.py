"""Problems that a project had before it was held to its laws."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.model.source import Place


@final
@dataclass(frozen=True, slots=True, order=True)
class Known:
    """What is kept of a problem: the same after lines moved and words changed.

    Attributes:
        path: The file that it is in.
        code: Its code.
        mark: Stands for the text that it is about, which is not kept.
    """

    path: str
    code: str
    mark: str


Baseline: TypeAlias = Mapping[Known, int]
"""How often each problem is known."""


@final
@dataclass(frozen=True, slots=True)
class BaselineFile:
    """A baseline file.

    Attributes:
        path: Path from the project's root.
        known: What it holds.
        places: Where each entry stands in it.
    """

    path: str
    known: Baseline
    places: Mapping[Known, Place]
