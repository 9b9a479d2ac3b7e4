"""What an apply would change in a database; a plain value, made by `apply.look`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, final

Action: TypeAlias = Literal[
    "insert", "update", "delete", "retire", "rename", "keep", "adopt", "forget"
]
"""What happens to a row.

The last three change only what seedc knows: `keep` lets go of a row that stays,
`adopt` takes on a row that already is what the seeds say, and `forget` drops the
memory of a row that somebody else has deleted.
"""

Allowance: TypeAlias = Literal["adopt", "removals", "downgrade", "divergence", "fork"]
"""A refusal that the user may override."""


@final
@dataclass(frozen=True, slots=True)
class ColumnChange:
    """A column of an updated row: its old and its new value, as Postgres writes them.

    None is NULL.
    """

    column: str
    old: str | None
    new: str | None


@final
@dataclass(frozen=True, slots=True)
class RowChange:
    """What happens to one row.

    Attributes:
        action: What happens.
        key: Its primary key, a text for each column.
        new_key: Its next primary key, if it is renamed.
        columns: What changes in it; empty but for updates.
    """

    action: Action
    key: tuple[str, ...]
    new_key: tuple[str, ...] | None = None
    columns: tuple[ColumnChange, ...] = ()


@final
@dataclass(frozen=True, slots=True)
class TablePlan:
    """What happens to one table.

    Attributes:
        table: Its name in SQL, without the schema.
        counts: Rows by what happens to them; without zeros.
        unchanged: Seeded rows that are as the seeds say.
        rows: The changes one by one, in key order; None where they were not asked for.
    """

    table: str
    counts: Mapping[Action, int]
    unchanged: int
    rows: tuple[RowChange, ...] | None = None


@final
@dataclass(frozen=True, slots=True)
class Impact:
    """Rows of another table that refer to rows that go or get another key.

    Attributes:
        table: The seeded table.
        action: What happens to its rows.
        referrer: The other table, with its schema.
        constraint: The foreign key.
        rule: What the foreign key does: `cascade`, `set null`, `set default`,
            `no action` or `restrict`; `re-pointed` where the rows are led to the
            replacement instead.
        rows: How many rows refer to them; 0 if this role may not count them.
        refused: Whether that stops the plan.
    """

    table: str
    action: Action
    referrer: str
    constraint: str
    rule: str
    rows: int
    refused: bool


@final
@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a plan must not be applied.

    Attributes:
        code: Its name, in kebab-case.
        table: The table, if it is about one.
        message: What is wrong, in a sentence without a period.
        keys: Some of the rows that it is about, as text.
        total: How many rows it is about; 0 if it is not about rows.
        allow: What overrides it, or None.
    """

    code: str
    table: str | None
    message: str
    keys: tuple[str, ...] = ()
    total: int = 0
    allow: Allowance | None = None


@final
@dataclass(frozen=True, slots=True)
class Plan:
    """What an apply would change in a database.

    Attributes:
        target: Whose rows: the project as the ledger knows it.
        database: The database, for people; without a password.
        head: Number of the ledger's last run that succeeded; None if there is none.
        versions: Version of each seed file now and then; None where there is none.
        digest: SHA-256 of the compiled rows now (None if unknown) and then.
        tables: The tables that change, in the order of the catalog.
        unchanged: How many rows of all tables are as the seeds say.
        impacts: Foreign rows that are affected.
        refusals: Why it must not be applied; empty if it may.
        fingerprint: SHA-256 of all of this: the same plan has the same one.
        allowed: The refusals that the caller overrode.
    """

    target: str
    database: str
    head: int | None
    versions: Mapping[str, tuple[str | None, str | None]]
    digest: tuple[str | None, str]
    tables: tuple[TablePlan, ...]
    unchanged: int
    impacts: tuple[Impact, ...]
    refusals: tuple[Refusal, ...]
    fingerprint: str
    allowed: tuple[Allowance, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        same = all(now == then for now, then in self.versions.values())
        return same and not self.tables and not self.refusals


@final
@dataclass(frozen=True, slots=True)
class Options:
    """What the caller of a plan or an apply decides.

    Attributes:
        allow: The refusals that are overridden.
        actor: Who runs it, or None.
        expected: Fingerprint that the plan must have, or None.
        trust_ledger: Whether a release that the ledger says is there is not compared.
        with_rows: Whether the plan lists each row.
    """

    allow: frozenset[Allowance] = frozenset()
    actor: str | None = None
    expected: str | None = None
    trust_ledger: bool = False
    with_rows: bool = False


@final
@dataclass(frozen=True, slots=True)
class Outcome:
    """What an apply did.

    Attributes:
        plan: What it found, under the lock.
        run: Number of the run in the ledger; None if nothing was written, as there was
            nothing to do or the plan has refusals.
        seconds: How long it took, from connection to commit.
    """

    plan: Plan
    run: int | None
    seconds: float
