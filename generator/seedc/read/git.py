"""Asks Git which commit the sources are, so that the ledger can tell.

What differs from its commit gets `-dirty` after its name, as in `git describe --dirty`:
whoever reads the ledger knows that the commit alone does not say what was applied.
"""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from seedc.model.release import NO_HISTORY, History

DIRTY = "-dirty"
MOST = 20_000
"""Commits of a history that is asked for; a longer one counts as unknown."""

_SECONDS = 20.0
# A hook of Git has these, and they may be those of another repository.
_OTHERS = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)
# Nothing is written and no program of the repository is run to watch its files.
_COMMAND = ("git", "--no-optional-locks", "--literal-pathspecs")
_SETTINGS = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=true")
_STRANGE = "dubious ownership"


def history_of(
    folder: Path, sources: Sequence[str], tell: Callable[[str], None]
) -> History:
    """Return the commit of sources, and all commits before it.

    Ancestors of a shallow clone, or too many, are unknown. Out of a repository, before
    its first commit or without Git there is no history.

    Args:
        folder: Folder of the project.
        sources: Paths from there to what the seeds are made of.
        tell: Called with a line if Git does not say what it could.
    """
    found = _asked(folder, tell, "rev-parse", "--is-shallow-repository", "HEAD")
    if found is None:
        return NO_HISTORY
    shallow, commit = found.split()
    changed = _asked(
        folder,
        tell,
        "status",
        "--porcelain",
        "--untracked-files=normal",
        "--",
        *sources,
    )
    if changed is None:
        return NO_HISTORY
    ancestors = () if shallow == "true" else _ancestors(folder, tell)
    return History(commit + DIRTY * bool(changed), ancestors)


def _ancestors(folder: Path, tell: Callable[[str], None]) -> tuple[str, ...]:
    listed = _asked(folder, tell, "rev-list", f"--max-count={MOST + 1}", "HEAD") or ""
    commits = tuple(listed.split())
    return commits if len(commits) <= MOST else ()


def _asked(folder: Path, tell: Callable[[str], None], *question: str) -> str | None:
    """Return what Git answers; None if it knows nothing."""
    try:
        done = subprocess.run(  # noqa: S603, no shell, and our own arguments
            [*_COMMAND, *_SETTINGS, *question],
            check=False,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
        )
    except OSError:  # there is no Git
        return None
    except subprocess.TimeoutExpired:
        tell("Git does not answer: the commit of the seeds stays unknown")
        return None
    if _STRANGE in done.stderr:
        tell(
            "the commit of the seeds stays unknown, as their repository belongs to"
            f" another user: git config --global --add safe.directory {folder}"
        )
    return None if done.returncode else done.stdout


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OTHERS}
    return {**kept, "LC_ALL": "C"}
