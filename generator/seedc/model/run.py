"""A run as the ledger has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, final


@final
@dataclass(frozen=True, slots=True)
class Run:
    """What changed seeded rows, or failed to.

    Attributes:
        number: Its number.
        target: Whose rows.
        kind: What it was.
        outcome: How it ended; a failed one changed nothing.
        previous: The run whose state it found; None: there was none.
        restores: The run whose state a rollback went back to, likewise.
        started_at: When, in UTC: `2026-01-13 09:30:00`.
        seconds: How long it took.
        actor: Who ran it, as the caller said.
        role: As whom the database knew them.
        commit: The Git commit of what is there since, if it is known.
        tool: The seedc that ran.
        digest: SHA-256 of the compiled rows, if it is known.
        fingerprint: Fingerprint of the plan, if there was one.
        versions: The version of each seed file.
        before: The version of each seed file in the run before.
        hashes: The content of each table.
        changes: How many rows of each table, by what was done to them.
        allowed: The refusals that were overridden.
        error: Why it failed.
    """

    number: int
    target: str
    kind: Literal["apply", "rollback"]
    outcome: Literal["done", "failed"]
    previous: int | None
    restores: int | None
    started_at: str
    seconds: str
    actor: str | None
    role: str
    commit: str | None
    tool: str
    digest: str | None
    fingerprint: str | None
    versions: Mapping[str, str]
    before: Mapping[str, str]
    hashes: Mapping[str, str]
    changes: Mapping[str, Mapping[str, int]]
    allowed: tuple[str, ...]
    error: str | None

    @property
    def changed_versions(self) -> dict[str, tuple[str | None, str | None]]:
        """The versions that are not those of the run before: then and now."""
        if self.outcome == "failed":
            return {}
        files = sorted({*self.before, *self.versions})
        pairs = {f: (self.before.get(f), self.versions.get(f)) for f in files}
        return {file: pair for file, pair in pairs.items() if pair[0] != pair[1]}
