"""Makes, checks and deletes the folders of a home."""

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seedc.model.errors import WorldError
from seedc.sandbox.home import Home

PRIVATE = 0o700
PASSABLE = 0o711  # root's home: the server's user passes through, root alone writes


@contextmanager
def file_system() -> Iterator[None]:
    """Turn what the operating system refuses into a `WorldError`."""
    try:
        yield
    except OSError as error:
        raise WorldError(str(error)) from error


def prepare(home: Home) -> None:
    """Make the home, or check that what is there is ours and private.

    A folder that is not is refused, never repaired: someone else made it.
    """
    if home.account is None:
        _make_hidden(home.folder.parent)
    make_own(home.folder, PRIVATE if home.account is None else PASSABLE)
    make_served(home.sockets, home)


def make_own(folder: Path, mode: int) -> None:
    """Make `folder` with `mode`, or check that it is ours and no wider."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode)
    _check(folder, mode, os.geteuid())
    folder.chmod(mode)  # mkdir took the umask off


def make_served(folder: Path, home: Home) -> None:
    """Make a private folder for the server's user, or check that it is so."""
    if home.account is None:
        make_own(folder, PRIVATE)
        return
    with contextlib.suppress(FileExistsError):
        folder.mkdir(PRIVATE)
    # Its parent is writable by root alone, so nobody can have put it there.
    os.chown(folder, home.account.uid, home.account.gid, follow_symlinks=False)
    _check(folder, PRIVATE, home.account.uid)


def delete(path: Path) -> None:
    """Delete a file or a folder with all that is in it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _make_hidden(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    with contextlib.suppress(FileExistsError), (folder / ".gitignore").open("x") as new:
        new.write("*\n")


def _check(folder: Path, mode: int, owner: int) -> None:
    found = folder.lstat()
    too_wide = stat.S_IMODE(found.st_mode) & 0o777 & ~mode
    if stat.S_ISDIR(found.st_mode) and found.st_uid == owner and not too_wide:
        return
    message = f"`{folder}` is not a folder of user {owner} with mode {mode:o}"
    raise WorldError(
        message,
        hint="it was not made by seedc, or was changed since; remove it",
    )
