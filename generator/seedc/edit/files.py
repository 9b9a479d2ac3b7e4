"""Replace one file by its new content, so that it is never half written."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.model.errors import WorldError

_DRAFT = ".seedc-draft"
"""The new content of a file, in the file's own folder; one at a time."""


@final
@dataclass(frozen=True, slots=True)
class Original:
    """A file that is to be replaced.

    Attributes:
        path: Path from the project's root, with `/`.
        file: Where it is, without links.
        content: What it holds.
        status: Its owner and mode.
    """

    path: str
    file: Path
    content: bytes
    status: os.stat_result


def read_original(root: Path, path: str) -> Original:
    """Read a file of the project that is to be replaced.

    Raises:
        WorldError: It leads out of the project, is no file, or may not be written.
        OSError: It cannot be read.
    """
    file = Path(os.path.realpath(root / path))
    if not _stays(root, file):
        message = f"{path}: the file is a link that leaves the project"
        raise WorldError(message, hint="put the file itself there")
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        message = f"{path}: this is no regular file"
        raise WorldError(message, hint="put a file there")
    # Its folder may allow to replace it all the same, and root may do anything.
    if not status.st_mode & 0o222 or not os.access(file, os.W_OK):
        message = f"{path}: the file is read-only, so that nothing was changed"
        raise WorldError(message, hint="make it writable, or mend it by hand")
    return Original(path, file, file.read_bytes(), status)


def replace(original: Original, content: bytes) -> None:
    """Give a file new content in one step; its mode and owner stay.

    Raises:
        WorldError: It is no longer what was read.
        OSError: The new content cannot be written; the file stays as it was.
    """
    _put(original.file, content, original)


def write(root: Path, path: str, content: bytes) -> None:
    """Write a file of the project, in one step, whether it is there or not.

    Raises:
        WorldError: It leads out of the project, is no file, or may not be written.
        OSError: It cannot be written; what was there stays as it was.
    """
    try:
        original = read_original(root, path)
    except FileNotFoundError:
        _put(root / path, content, None)
    else:
        _put(original.file, content, original)


def discard_drafts(root: Path, folders: Iterable[str]) -> None:
    """Remove what runs that were killed left in folders of a project, and below."""
    for folder in folders:
        if _stays(root, root / folder):
            for draft in (root / folder).rglob(_DRAFT):
                if not draft.is_dir():  # nobody's but a person's
                    draft.unlink(missing_ok=True)


def changed(path: str) -> WorldError:
    """Return the error for a file that somebody else has changed meanwhile."""
    message = f"{path}: the file changed while it was checked, and was left alone"
    return WorldError(message, hint="run the command again")


def _stays(root: Path, path: Path) -> bool:
    """Say whether a path leads to what is in the project."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _put(file: Path, content: bytes, original: Original | None) -> None:
    draft = file.with_name(_DRAFT)
    try:
        _write(draft, content, original.status if original else None)
        if original:
            _expect(original)
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync(file.parent)


def _expect(original: Original) -> None:
    if original.file.read_bytes() != original.content:
        raise changed(original.path)


def _write(draft: Path, content: bytes, status: os.stat_result | None) -> None:
    draft.unlink(missing_ok=True)  # of a run that was killed; never through a link
    with draft.open("xb") as stream:
        if status is not None:
            with suppress(OSError, AttributeError):  # not ours to give; Windows
                os.fchown(stream.fileno(), status.st_uid, status.st_gid)
            draft.chmod(stat.S_IMODE(status.st_mode))
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    """Let the new name survive a loss of power, where folders can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
