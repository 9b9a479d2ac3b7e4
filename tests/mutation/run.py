"""Compile mutants: one copy of each project, changed and put back."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import final

from seedc.diagnostics.order import in_order
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project as CompiledProject
from seedc.pipeline import compile_project
from tests.mutation.mutant import Changes, Link, Mutant, Where
from tests.mutation.project import PROJECT, Project
from tests.support.projects import project_in

_PARTS = (PROJECT, "schemas", "seeds", "rules", "templates")


@final
class Workshop:
    """Copies of projects below a folder, one of each."""

    def __init__(self, folder: Path) -> None:
        """Keep the copies in a folder."""
        self._folder = folder

    def problems(self, project: Project, mutant: Mutant) -> list[Diagnostic]:
        """Return what is wrong with a mutant of a project."""
        root = self._copy(project)
        with _in_place(root, mutant.changes, self._folder / "elsewhere"):
            return _problems(root)

    def _copy(self, project: Project) -> Path:
        target = self._folder / project.name
        if not target.exists():
            target.mkdir(parents=True)
            for part in (project.root / name for name in _PARTS):
                if part.is_dir():
                    shutil.copytree(part, target / part.name)
                elif part.exists():
                    shutil.copyfile(part, target / part.name)
        return target


def _problems(root: Path) -> list[Diagnostic]:
    """Return what is wrong with a project; its rules are read, and not run."""
    project = project_in(root)
    if not isinstance(project, CompiledProject):
        return in_order(project)
    return in_order(compile_project(project, run_rules=False).problems)


@contextmanager
def _in_place(root: Path, changes: Changes, elsewhere: Path) -> Iterator[None]:
    kept = {p: (root / p).read_bytes() for p in changes if (root / p).exists()}
    folders = {f for path in changes for f in (root / path).parents if not f.exists()}
    try:
        for path, content in changes.items():
            _write(root / path, content, elsewhere)
        yield
    finally:
        for path in changes:
            (root / path).unlink(missing_ok=True)
        for folder in sorted(folders, reverse=True):
            folder.rmdir()
        for path, content in kept.items():
            (root / path).write_bytes(content)


def _write(file: Path, content: bytes | Link | None, elsewhere: Path) -> None:
    match content:
        case None:
            file.unlink()
        case Link():
            elsewhere.write_bytes(file.read_bytes())
            file.unlink()
            file.symlink_to(elsewhere)
        case _:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def is_right(problem: Diagnostic, mutant: Mutant) -> bool:
    """Say whether a problem is the one that a mutant must give."""
    return problem.code == mutant.code and any(
        _stands(problem, place) for place in mutant.places
    )


def _stands(problem: Diagnostic, where: Where) -> bool:
    place = problem.place
    if (place.path, place.line) != (where.path, where.line):
        return False
    return not where.first or where.first <= place.column <= where.last
