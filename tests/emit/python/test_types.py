"""Packages pass the type checkers at their strictest, and so does their user."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from seedc.emit.python import emit
from seedc.model.project import PythonOptions
from tests.emit.python.case import CASES, GOLDEN
from tests.emit.python.projects import PROJECTS, compiled_project
from tests.support.node import Node, node

__all__ = ["node"]

ROOT = Path(__file__).parents[3]
CONSUMER = GOLDEN / "consumer.py"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay all packages, and the user of one, where nothing else is."""
    root = tmp_path_factory.mktemp("checked")
    golden = root / GOLDEN.relative_to(ROOT)
    for case in CASES:
        shutil.copytree(GOLDEN / case, golden / case, ignore=_ignored)
    shutil.copy(CONSUMER, golden)
    for name in PROJECTS:
        for strict in (False, True):
            options = PythonOptions(f"{name}_{'strict' if strict else 'lax'}", strict)
            for file in emit(compiled_project(name).catalog, options):
                path = root / file.path.removeprefix("python/")
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(file.content)
    return root


def test_packages_and_their_user_pass_mypy(folder: Path) -> None:
    """`mypy --strict` finds nothing."""
    options = ["--strict", "--config-file=", "--cache-dir=/dev/null"]
    bases = ["--namespace-packages", "--explicit-package-bases"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *bases, "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("Success: no issues found"), done.stdout
    assert f"in {_modules(folder)} source files" in done.stdout


@pytest.mark.node
def test_packages_and_their_user_pass_pyright(node: Node, folder: Path) -> None:
    """Pyright in its mode `strict` finds nothing."""
    # An absolute path in `include` is passed over without a word.
    settings = {"include": ["."], "typeCheckingMode": "strict"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    options = ["--stats", "--pythonpath", sys.executable]
    done = node.start(node.script("pyright"), *options, cwd=folder)
    assert "0 errors, 0 warnings" in done.stdout, done.stdout
    checked = re.search(r"Total files checked: (\d+)", done.stdout)
    assert checked is not None
    assert int(checked[1]) == _modules(folder)


def _modules(folder: Path) -> int:
    """Count the modules there; each package has four, and one has a user."""
    found = sum(1 for _ in folder.rglob("*.py"))
    assert found == 4 * (len(CASES) + 2 * len(PROJECTS)) + 1
    return found


_ignored = shutil.ignore_patterns("__pycache__")
