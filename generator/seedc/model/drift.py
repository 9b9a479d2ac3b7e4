"""How a live database differs from what was applied last, and from the seeds."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, final, get_args

from seedc.model.plan import ColumnChange

Kind: TypeAlias = Literal[
    "edited", "deleted", "conflict", "differs", "unknown", "pending", "already"
]
"""What happened to a row.

    edited    somebody changed it; the file says what was applied last
    deleted   somebody deleted it; the file has it
    conflict  somebody changed it, and the file says something else by now
    differs   live and file differ; what was applied last cannot be compared
    unknown   the file has its key, and the seeds did not write it
    pending   the file changed, and is not deployed
    already   it is as the file says, though that was not deployed
"""

KINDS: tuple[Kind, ...] = get_args(Kind)

DRIFT = frozenset[Kind](["edited", "deleted", "conflict"])
"""What somebody did to production."""


@final
@dataclass(frozen=True, slots=True)
class DriftedRow:
    """A row that differs.

    Attributes:
        kind: What happened to it.
        action: What an apply would do with it, such as `update`.
        key: Its primary key, a text for each column.
        new_key: Its next primary key, if it is renamed.
        columns: What is live, as old, and what the file says, as new.
    """

    kind: Kind
    action: str
    key: tuple[str, ...]
    new_key: tuple[str, ...] | None
    columns: tuple[ColumnChange, ...]


@final
@dataclass(frozen=True, slots=True)
class DriftedTable:
    """A table with rows that differ.

    Attributes:
        table: Its name in SQL, without the schema.
        comparable: Whether the seeds own the columns that they did then.
        rows: The rows, in key order.
    """

    table: str
    comparable: bool
    rows: tuple[DriftedRow, ...]


@final
@dataclass(frozen=True, slots=True)
class Drift:
    """How a live database differs.

    Attributes:
        target: Whose rows: the project as the ledger knows it.
        database: The database, for people; without a password.
        head: Number of the ledger's last run that succeeded; None if there is none.
        tables: The tables with rows that differ, in the order of the catalog.
        unchanged: How many rows are as applied and as the files say.
    """

    target: str
    database: str
    head: int | None
    tables: tuple[DriftedTable, ...]
    unchanged: int

    @property
    def has_drifted(self) -> bool:
        """Whether somebody changed what the seeds wrote."""
        return any(row.kind in DRIFT for table in self.tables for row in table.rows)
