"""Replace files all together, under a journal.

    1. the new content goes into files of `.seedc/` in the output folder
    2. the journal names them all, in one atomic step: from here on the new state wins
    3. each takes the place of the old file, and stale files are removed
    4. the journal goes, and then the folder

A run that dies before 2 leaves the old state, one that dies after it a journal, which
the next run completes. A file is never half written.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from seedc.folder_lock import flocked
from seedc.write.compare import Comparison
from seedc.write.paths import WORK, inside, pending_journal


def replace(out: Path, comparison: Comparison) -> None:
    """Bring the output folder to the state that a build made.

    Args:
        out: The output folder, which the caller has locked and completed.
        comparison: What to change in it.

    Raises:
        OSError: A file cannot be written; the old state stays, or the next run
            completes the new one.
    """
    if comparison.is_fresh:
        return
    try:
        _stage(out, comparison)
    except OSError as error:  # a full disk, say
        _discard(out)
        error.filename = error.filename or str(out)
        raise
    complete(out)


def complete(out: Path) -> None:
    """Complete what an interrupted run left behind in a folder that is locked.

    Raises:
        OSError: A file cannot be replaced or removed; the next run tries again.
        WorldError: A path leads elsewhere, as through a symbolic link.
    """
    inside(out, WORK)
    made, stale = _planned(out)
    for number, path in enumerate(made):
        _move(out / WORK / str(number), inside(out, path))
    for path in stale:
        _remove(inside(out, path), out.resolve())
    _discard(out)


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the output folder against other builds; wait for one that runs.

    The lock is on the folder itself, so that nothing is left behind, and the kernel
    lets go of it when its holder dies.
    """
    with suppress(FileExistsError):
        out.mkdir(parents=True)
    with flocked(out, shared=False):
        yield


@contextmanager
def held_still(out: Path) -> Iterator[None]:
    """Keep builds from changing the output folder while it is read."""
    if not out.is_dir():
        yield
        return
    with flocked(out, shared=True):
        yield


def _stage(out: Path, comparison: Comparison) -> None:
    files = (*comparison.new, *comparison.changed)
    (out / WORK).mkdir()
    for number, file in enumerate(files):
        (out / WORK / str(number)).write_bytes(file.content)
    planned = {"files": [f.path for f in files], "stale": list(comparison.stale)}
    draft = out / WORK / "draft"
    draft.write_text(json.dumps(planned, indent=2), "utf-8")
    draft.replace(pending_journal(out))


def _planned(out: Path) -> tuple[list[str], list[str]]:
    """Return what the journal says: the files to move and those to remove.

    A journal that is lost or damaged says nothing: the build that follows compares
    every file anyway.
    """
    try:
        planned = json.loads(pending_journal(out).read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return [], []
    match planned:
        case {"files": [*files], "stale": [*stale]}:
            return [str(path) for path in files], [str(path) for path in stale]
        case _:
            return [], []


def _move(staged: Path, path: Path) -> None:
    if staged.exists():  # else an earlier try has moved it
        path.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(path)


def _remove(path: Path, out: Path) -> None:
    """Remove a file, and the folders that it leaves empty."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == out:
            return
        try:
            folder.rmdir()
        except FileNotFoundError:  # an earlier try has removed it
            continue
        except OSError:  # it holds other files
            return


def _discard(out: Path) -> None:
    # In this order: a journal without its files would be believed to be done.
    pending_journal(out).unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        shutil.rmtree(out / WORK)
