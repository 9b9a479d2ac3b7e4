"""List a folder of sources, and say what is wrong with the names in it."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.source import Place


def leaves_project(root: Path, path: str) -> bool:
    """Say whether a path of the project leads out of it, by way of a link."""
    # Of links that lead in a circle, opening the file tells; `Path.resolve` fails.
    leads = Path(os.path.realpath(root / path))
    return not leads.is_relative_to(root.resolve())


def listing(root: Path, path: str) -> Iterator[Path | Diagnostic]:
    """Yield what stands in a folder by name, and what is wrong with the names.

    What begins with a dot is passed over.

    Args:
        root: The project's root.
        path: Path of the folder from the root.

    Raises:
        OSError: The folder cannot be listed.
    """
    if leaves_project(root, path):
        yield _outside(path)
        return
    first: dict[str, str] = {}
    for entry in sorted((root / path).iterdir()):
        if entry.name.startswith("."):
            continue
        here = f"{path}/{entry.name}"
        if not _is_text(entry.name):
            yield _not_text(here)
            continue
        other = first.setdefault(_elsewhere(entry.name), here)
        if other != here:
            yield _same_elsewhere(here, other)
        yield entry


def _is_text(name: str) -> bool:
    # Python has halves of surrogate pairs for the bytes that are no UTF-8.
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _elsewhere(name: str) -> str:
    """Return what a name is to a file system without case or normal forms."""
    return unicodedata.normalize("NFC", name).casefold()


def _outside(path: str) -> Diagnostic:
    return Diagnostic(
        "outside-project",
        "the folder is a link that leaves the project",
        Place(path),
        help="put the folder itself here",
    )


def _not_text(path: str) -> Diagnostic:
    message = "the name of the file is not UTF-8"
    return Diagnostic("invalid-encoding", message, Place(path), help="rename it")


def _same_elsewhere(path: str, other: str) -> Diagnostic:
    return Diagnostic(
        "name-collision",
        "two files have names that are one on Windows and macOS",
        Place(path),
        notes=(Note("the other one", Place(other)),),
        help="rename one of them; there, only one would be checked out",
    )
