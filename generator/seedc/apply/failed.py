"""Keep in the ledger that a run failed."""

import json

from seedc.database.connect import connect
from seedc.database.refused import RefusedError
from seedc.database.statements import ask
from seedc.model.errors import WorldError
from seedc.model.plan import Options
from seedc.model.release import Release
from seedc.model.rollback import RollbackOptions
from seedc.script.script import TOOL
from seedc.text.secrets import redact

_INSERT = """
INSERT INTO seedc.runs (
  target, kind, outcome, started_at, seconds, actor, git_commit, tool, digest, versions,
  hashes, changes, allowed, error
)
VALUES (
  $1, $2, 'failed', now() - make_interval(secs => $3::double precision),
  $3::numeric, $4, $5, $6, $7, $8::jsonb, '{}', '{}',
  ARRAY(SELECT json_array_elements_text($9::json)), $10
)
"""


def record_failure(
    release: Release, url: str, options: Options, error: WorldError, seconds: float
) -> None:
    """Write that a run failed, in a transaction of its own, if there is a ledger.

    Args:
        release: What it would have brought.
        url: The database.
        options: What the caller decided.
        error: Why it failed.
        seconds: How long it took.

    Raises:
        RefusedError: The database takes no such row.
        WorldError: The database cannot be reached.
    """
    said = (
        options.actor,
        release.history.commit,
        release.tool,
        release.digest,
        json.dumps(dict(release.versions)),
        json.dumps(sorted(options.allow)),
        _words(error),
    )
    _record(url, release.target, "apply", f"{seconds:.3f}", *said)


def record_failed_rollback(
    url: str, options: RollbackOptions, error: WorldError, seconds: float
) -> None:
    """Write that a rollback failed; see `record_failure`.

    Args:
        url: The database.
        options: What the caller decided.
        error: Why it failed.
        seconds: How long it took.
    """
    said = (options.actor, None, TOOL, None, "{}", "[]", _words(error))
    _record(url, options.target, "rollback", f"{seconds:.3f}", *said)


def _words(error: WorldError) -> str:
    code = error.sqlstate if isinstance(error, RefusedError) else None
    return redact(f"{code}: {error.message}" if code else error.message)


def _record(url: str, *said: str | None) -> None:
    with connect(url) as connection:
        if ask(connection, "SELECT to_regclass('seedc.runs')").rows != ((None,),):
            ask(connection, _INSERT, *said)
