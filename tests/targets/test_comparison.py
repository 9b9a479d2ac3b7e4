"""`docs/comparison.md` shows what seedc makes today (`benchmarks/comparison.py`)."""

import ast
import re
import shutil
from pathlib import Path

import pytest

from seedc.model.project import Project
from seedc.pipeline import build
from tests.support.command import ROOT
from tests.support.projects import compiled, project_in

BLOCK = re.compile(r"<!-- of (out/\S+) -->\n\n```\w+\n(.*?)\n```", re.DOTALL)
SHOWN = dict(BLOCK.findall((ROOT / "docs" / "comparison.md").read_text("utf-8")))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Compile the project of the comparison."""
    root = tmp_path_factory.mktemp("comparison") / "game"
    shutil.copytree(ROOT / "benchmarks" / "comparison", root)
    project, result = project_in(root), compiled(root)
    assert isinstance(project, Project)
    files = build(project, result).new
    return {f"out/{file.path}": file.content.decode() for file in files}


@pytest.mark.parametrize("path", SHOWN)
def test_a_block_is_what_seedc_makes(made: dict[str, str], path: str) -> None:
    """A block is the end of its file, and before it are the header and imports."""
    head, shown, tail = made[path].partition(SHOWN[path])
    assert shown
    assert tail == "\n"
    assert _is_head(head, Path(path).suffix)


def _is_head(text: str, suffix: str) -> bool:
    if suffix == ".py":
        statements = ast.parse(text).body[1:]
        return all(isinstance(s, (ast.Import, ast.ImportFrom)) for s in statements)
    left = re.sub(r"import [^;]*;|//[^\n]*", "", text)
    return not left.strip()
