"""Many random projects, compiled once for all tests.

projects/p0000/   the sources, and `out/`
python/p0000/     its Python package
typescript/p0000/ its TypeScript package
refused.json      what was wrong with those that were refused
"""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.diagnostics.order import in_order
from seedc.model.diagnostic import Severity
from seedc.model.json_value import JsonObject
from seedc.model.project import Project
from seedc.pipeline import compile_project, write
from tests.outputs.projects import draw_project
from tests.support.projects import problem_lines, project_in, write_project

COUNT = int(os.environ.get("SEEDC_PROJECTS", "50"))
SEED = os.environ.get("SEEDC_PROJECTS_SEED", "seedc")


@final
@dataclass(frozen=True, slots=True)
class Batch:
    """Projects that were compiled.

    Attributes:
        root: The folder that holds them.
    """

    root: Path

    @property
    def refused(self) -> dict[str, str]:
        """The first problem of each project that was refused."""
        found = json.loads((self.root / "refused.json").read_text("utf-8"))
        assert isinstance(found, dict)
        return found

    @property
    def names(self) -> list[str]:
        """Names of the projects that compiled."""
        return sorted(path.name for path in (self.root / "python").glob("p*"))

    def project(self, name: str) -> Path:
        """Return the folder of a project."""
        return self.root / "projects" / name

    def tables(self, name: str) -> list[JsonObject]:
        """Return the tables of a project, as its catalog says."""
        text = (self.project(name) / "out/catalog.json").read_text("utf-8")
        tables = json.loads(text)["tables"]
        assert isinstance(tables, list)
        return tables


def make(root: Path) -> Batch:
    """Draw and compile projects."""
    for folder in ("projects", "python", "typescript"):
        (root / folder).mkdir(parents=True)
    refused = dict(_refused(root))
    text = json.dumps(refused, indent=1)
    (root / "refused.json").write_text(text, encoding="utf-8")
    return Batch(root)


def _refused(root: Path) -> Iterator[tuple[str, str]]:
    """Make the projects, and yield the name and the problem of those refused."""
    for number in range(COUNT):
        drawn = draw_project(SEED, number)
        folder = write_project(root / "projects" / drawn.name, drawn.files)
        try:
            problem = _built(folder)
        except Exception as error:  # noqa: BLE001 - all of them are shown at the end
            problem = f"crash[{type(error).__name__}]: {error}"
        if problem is None:
            for kind, source in (
                ("python", f"python/{drawn.name}"),
                ("typescript",) * 2,
            ):
                shutil.copytree(folder / "out" / source, root / kind / drawn.name)
        else:
            yield drawn.name, problem


def _built(folder: Path) -> str | None:
    """Build a project; the first problem if it is refused."""
    project = project_in(folder)
    assert isinstance(project, Project), project
    compiled = compile_project(project)
    errors = [p for p in compiled.problems if p.severity is Severity.ERROR]
    if errors:
        return problem_lines(in_order(errors)[:1])
    write(project, compiled)
    return None
