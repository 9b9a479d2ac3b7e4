"""Find, read and compile the project that a command is about."""

import os
from pathlib import Path

from seedc.cli.reporter import Reporter
from seedc.model.errors import UsageError
from seedc.model.project import Project
from seedc.pipeline import read_project
from seedc.read.project_file import PROJECT_FILE, find_root

_BASELINE = "seedc-baseline.json"
"""Where the baseline is, from the project's root, unless told otherwise."""


def project_root(folder: Path) -> Path:
    """Return the root of the project around a folder.

    Raises:
        UsageError: There is none.
    """
    root = find_root(folder)
    if root is None:
        message = f"there is no {PROJECT_FILE} in {folder} or any folder above it"
        raise UsageError(message, hint="run seedc inside a project, or name it with -C")
    return root


def find_project(folder: Path, reporter: Reporter) -> Project | None:
    """Return the project around a folder; report what is wrong with its file.

    Raises:
        UsageError: There is none.
    """
    root = project_root(folder)
    project = read_project(root)
    if isinstance(project, Project):
        return project
    reporter.show(root, project)
    return None


def baseline_path(project: Project, given: str | None, *, needed: bool) -> str | None:
    """Return the path of the baseline from the project's root, if there is to be one.

    Args:
        project: The project.
        given: What the command line says: a path from the current folder, or nothing
            for the usual place, or None.
        needed: Whether there has to be one.

    Raises:
        UsageError: It is out of the project.
    """
    if not given:
        asked = needed or given is not None
        return project.baseline or (_BASELINE if asked else None)
    way = os.path.relpath(os.path.realpath(given), os.path.realpath(project.root))
    if way.startswith(os.pardir) or Path(way).is_absolute():
        message = f"the baseline `{given}` is not in the project"
        raise UsageError(message, hint=f"keep it beside seedc.toml: {_BASELINE}")
    return Path(way).as_posix()
