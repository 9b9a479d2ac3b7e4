"""A folder that the project file names and that is not there."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.model.source import Place
from seedc.pipeline import compile_project, read_project

_SCHEMA = """{
  "type": "object", "x-table": {}, "required": ["id"],
  "properties": {"id": {"type": "string"}}
}"""
_SEED = '{"version": "1.0.0", "updated_at": "2026-01-13T00:00:00Z", "data": []}'


@pytest.mark.parametrize("missing", ["schemas", "seeds"])
def test_a_missing_folder(tmp_path: Path, missing: str) -> None:
    """A missing folder is one problem, and what the other one holds is no other."""
    (tmp_path / "seedc.toml").write_text('[project]\nname = "game"\n')
    files = {"schemas": ("a.schema.json", _SCHEMA), "seeds": ("a.json", _SEED)}
    for folder, (name, text) in files.items():
        if folder != missing:
            (tmp_path / folder).mkdir()
            (tmp_path / folder / name).write_text(text)
    project = read_project(tmp_path)
    assert isinstance(project, Project)
    expected = Diagnostic(
        "missing-folder",
        f"the folder `{missing}/` does not exist",
        Place("seedc.toml"),
        help=f"make it, or set `{missing}` in the table `[project]` of seedc.toml",
    )
    assert compile_project(project).problems == (expected,)


def test_a_misspelt_folder(tmp_path: Path) -> None:
    """Where the project file names the folder, that is the place."""
    text = '[project]\nname = "game"\nseeds = "sedes"\n'
    (tmp_path / "seedc.toml").write_text(text)
    (tmp_path / "schemas").mkdir()
    project = read_project(tmp_path)
    assert isinstance(project, Project)
    (problem,) = compile_project(project).problems
    assert problem.place == Place("seedc.toml", 3, 1, 5)
