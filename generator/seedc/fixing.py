"""Repair a project: check it, apply the fixes of what was found, and check again.

A fix often uncovers what could not be seen before it, as behind a trailing comma.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from seedc.diagnostics.order import in_order
from seedc.edit.files import discard_drafts
from seedc.edit.repair import Repair, repair
from seedc.folder_lock import flocked
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.pipeline import compile_project, read_project
from seedc.read.project_file import PROJECT_FILE

_MOST_ROUNDS = 100


def fix_project(root: Path) -> tuple[Repair, ...]:
    """Apply every fix to the files of a project, and return what was done, in order.

    Args:
        root: The project's root.

    Raises:
        WorldError: A file may not be written, or changed meanwhile; see `repair`.
        OSError: A file cannot be read or written.
    """
    with flocked(root, shared=False):
        discard_drafts(root, _folders(root))
        return tuple(_rounds(root))


def would_fix(root: Path) -> tuple[Repair, ...]:
    """Return what `fix_project` would do, which changes nothing.

    Raises:
        OSError: A file cannot be read, or there is no room for a copy.
    """
    with tempfile.TemporaryDirectory(prefix="seedc-") as folder:
        copy = Path(folder)
        shutil.copyfile(root / PROJECT_FILE, copy / PROJECT_FILE)
        in_project_file = tuple(_rounds(copy))
        _copy_sources(root, copy)
        return in_project_file + tuple(_rounds(copy))


def _rounds(root: Path) -> Iterator[Repair]:
    for _ in range(_MOST_ROUNDS):
        done = repair(root, in_order(_problems(root)))
        if not done:
            return
        yield from done


def _problems(root: Path) -> Iterable[Diagnostic]:
    project = read_project(root)
    if not isinstance(project, Project):
        return project
    return compile_project(project, run_rules=False).problems  # these have no fixes


def _copy_sources(root: Path, copy: Path) -> None:
    for folder in _folders(copy):
        if (root / folder).is_dir():
            shutil.copytree(
                root / folder, copy / folder, symlinks=True, dirs_exist_ok=True
            )
            _resolve_links(root, copy, folder)


def _resolve_links(root: Path, copy: Path, folder: str) -> None:
    """Put the files themselves in place of links that stay in the project."""
    for link in (copy / folder).rglob("*"):
        leads = Path(os.path.realpath(root / link.relative_to(copy)))
        inside = leads.is_relative_to(os.path.realpath(root))
        if link.is_symlink() and inside and leads.is_file():
            link.unlink()
            shutil.copyfile(leads, link)


def _folders(root: Path) -> tuple[str, ...]:
    """Return the folders of a project's sources, as far as its file names them."""
    project = read_project(root)
    if not isinstance(project, Project):
        return ()
    return project.seeds, project.schemas, project.rules
