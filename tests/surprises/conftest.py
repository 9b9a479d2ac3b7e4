"""Fixtures: the projects of all families, compiled once for all workers."""

import fcntl
import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from seedc.model.project import Project
from seedc.pipeline import compile_project, write
from tests.outputs.batch import Batch
from tests.support.node import node
from tests.support.projects import Files, problem_lines, project_in, write_project
from tests.surprises import members, tabled, texts, values
from tests.surprises.projects import with_targets

__all__ = ["node"]

PROJECTS: Mapping[str, Files] = {
    **members.PROJECTS,
    **values.PROJECTS,
    **tabled.PROJECTS,
    **texts.PROJECTS,
}


@pytest.fixture(scope="session")
def batch(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Batch:
    """Compile the projects."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    root = shared / "surprises"
    with (shared / "surprises.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "refused.json").exists():
            refused = dict(_refused(root))
            (root / "refused.json").write_text(json.dumps(refused), encoding="utf-8")
    return Batch(root)


def _refused(root: Path) -> Iterator[tuple[str, str]]:
    """Compile all projects, and yield those that do not compile with the reason."""
    for name, files in PROJECTS.items():
        folder = write_project(root / "projects" / name, with_targets(name, files))
        project = project_in(folder)
        assert isinstance(project, Project), project
        compiled = compile_project(project)
        if compiled.rows is None:
            yield name, problem_lines(list(compiled.problems))
            continue
        write(project, compiled)
        shutil.copytree(folder / "out/python" / name, root / "python" / name)
        shutil.copytree(folder / "out/typescript", root / "typescript" / name)
