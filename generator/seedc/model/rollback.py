"""What a rollback would change in a database; a plain value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

from seedc.model.plan import Plan


@final
@dataclass(frozen=True, slots=True)
class Rollback:
    """What a rollback would change.

    Attributes:
        past: The run that it undoes.
        restores: The run whose state it goes back to; None: that before the first.
        plan: What happens to the rows.
        stays: The rows that somebody changed since, by table, as key texts.
    """

    past: int
    restores: int | None
    plan: Plan
    stays: Mapping[str, tuple[str, ...]]


@final
@dataclass(frozen=True, slots=True)
class RollbackOptions:
    """What the caller of a rollback decides.

    Attributes:
        target: Whose rows: a project as the ledger knows it.
        lock_timeout: Longest wait for a lock, as a Postgres interval.
        statement_timeout: Longest statement, likewise.
        actor: Who runs it, or None.
        strict: Whether rows that somebody changed since stop it.
        expected: Fingerprint that its plan must have, or None.
    """

    target: str
    lock_timeout: str
    statement_timeout: str
    actor: str | None = None
    strict: bool = False
    expected: str | None = None
