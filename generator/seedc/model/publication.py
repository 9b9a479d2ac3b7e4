"""What a cache holds, and what was written to it; plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import final


@final
@dataclass(frozen=True, slots=True)
class TableVersion:
    """What of a table a cache holds.

    Attributes:
        run: Number of the run in the ledger that changed it last; 0 if none did.
        hash: SHA-256 of what the seeds wrote and of the form that clients see it in.
        rows: How many records there are.
        versions: The version of each of its seed files, by its path in their folder.
    """

    run: int
    hash: str
    rows: int
    versions: Mapping[str, str]


@final
@dataclass(frozen=True, slots=True)
class Version:
    """What a cache holds.

    Attributes:
        run: Number of the last run in the ledger that it follows.
        hash: SHA-256 of the hashes of all tables.
        tables: The tables, by name.
    """

    run: int
    hash: str
    tables: Mapping[str, TableVersion]


@final
@dataclass(frozen=True, slots=True)
class Published:
    """What was written to a cache.

    Attributes:
        run: Number of the run in the ledger that it follows now.
        tables: How many records each table has that was written.
        removed: Tables that were in the cache and do not belong there any more.
    """

    run: int
    tables: Mapping[str, int] = field(default_factory=dict)
    removed: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many records were written."""
        return sum(self.tables.values())
