"""Find, read and compile the project that a command is about."""

from pathlib import Path

from seedc.cli.terminal import show_problems
from seedc.diagnostics.severity import severity_problems
from seedc.model.errors import UsageError
from seedc.model.project import Project
from seedc.model.source import Place
from seedc.pipeline import read_project
from seedc.read.project_file import PROJECT_FILE, find_root


def find_project(folder: Path) -> Project | None:
    """Return the project around a folder; print what is wrong with its file.

    Raises:
        UsageError: There is none.
    """
    root = find_root(folder)
    if root is None:
        message = f"there is no {PROJECT_FILE} in {folder} or any folder above it"
        raise UsageError(message, hint="run seedc inside a project, or name it with -C")
    project = read_project(root)
    problems = (
        severity_problems(project.severity, Place(PROJECT_FILE, 1, 1))
        if isinstance(project, Project)
        else project
    )
    show_problems(root, problems)
    return project if isinstance(project, Project) and not problems else None
