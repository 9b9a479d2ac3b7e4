"""What `seedc.toml` says, with every default filled in."""

from decimal import Decimal
from pathlib import Path

from seedc.model.project import Cache, Deploy, Project
from tests.support.projects import MINIMAL, project_in, write_project


def _project(root: Path, text: str) -> Project:
    project = project_in(write_project(root, {"seedc.toml": f"{MINIMAL}\n{text}"}))
    assert isinstance(project, Project)
    return project


def test_limits_that_are_not_given(tmp_path: Path) -> None:
    """Without these tables a project has the documented limits."""
    project = _project(tmp_path, "")
    expected = Deploy("5s", "60s", 50, Decimal("0.2")), Cache("24h")
    assert (project.deploy, project.cache) == expected


def test_limits(tmp_path: Path) -> None:
    """Limits are kept exactly, and each for itself."""
    text = '[deploy]\nmax_removed = 0\nmax_removed_share = 0.1\n[cache]\nttl = "7d"\n'
    project = _project(tmp_path, text)
    expected = Deploy("5s", "60s", 0, Decimal("0.1")), Cache("7d")
    assert (project.deploy, project.cache) == expected
