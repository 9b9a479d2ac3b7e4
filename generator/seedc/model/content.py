"""What the seed files of a project say, all in all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import final

from seedc.model.catalog import Rows
from seedc.model.lifecycle import Lifecycle


@final
@dataclass(frozen=True, slots=True)
class Content:
    """What the seed files of a project say.

    Attributes:
        rows: The rows of all tables.
        lifecycle: What became of rows that are no more, of tables that say it.
        versions: The version of each seed file, by its path in the seeds folder.
    """

    rows: Rows
    lifecycle: Mapping[str, Lifecycle] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
