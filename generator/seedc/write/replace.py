"""Replace files all together, under a journal.

    1. the new content goes into files of `.seedc/` in the output folder
    2. the journal names them all, in one atomic step: from here on the new state wins
    3. each takes the place of the old file, and stale files are removed
    4. the journal goes

A run that dies before 2 leaves the old state, one that dies after it a journal, which
the next run completes. A file is never half written.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seedc.write.compare import Comparison, inside

_WORK = ".seedc"
_JOURNAL = "journal.json"


def replace(out: Path, comparison: Comparison) -> None:
    """Bring the output folder to the state that a build made.

    Args:
        out: The output folder; made if it does not exist.
        comparison: What to change in it.

    Raises:
        OSError: A file cannot be written; the old state stays, or the next run
            completes the new one.
    """
    if comparison.is_fresh:
        return
    work = out / _WORK
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    files = (*comparison.new, *comparison.changed)
    for number, file in enumerate(files):
        (work / str(number)).write_bytes(file.content)
    journal = {"files": [f.path for f in files], "stale": list(comparison.stale)}
    _write_atomically(work / _JOURNAL, json.dumps(journal, indent=2))
    complete(out)


def complete(out: Path) -> bool:
    """Complete what an interrupted run left behind.

    Returns:
        Whether there was anything to complete.
    """
    work = out / _WORK
    if not work.is_dir():
        return False
    journal = work / _JOURNAL
    if journal.is_file():
        planned = json.loads(journal.read_text("utf-8"))
        for number, path in enumerate(planned["files"]):
            _move(work / str(number), inside(out, path))
        for path in planned["stale"]:
            _remove(out, inside(out, path))
        journal.unlink()
    shutil.rmtree(work)
    return True


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the output folder against other builds; wait for one that runs.

    The lock is on the folder itself, so that nothing is left behind, and the kernel
    lets go of it when its holder dies.
    """
    out.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl  # noqa: PLC0415, there is none on Windows
    except ImportError:
        yield
        return
    handle = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _move(staged: Path, path: Path) -> None:
    if staged.exists():  # else an earlier try has moved it
        path.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(path)


def _remove(out: Path, path: Path) -> None:
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == out.resolve() or any(folder.iterdir()):
            return
        folder.rmdir()


def _write_atomically(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, "utf-8")
    part.replace(path)
