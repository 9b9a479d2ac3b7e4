"""Packages pass the type checkers at their strictest, and so does their user."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.emit.python.case import CASES, GOLDEN
from tests.support.node import Node, node

__all__ = ["node"]

CONSUMER = Path(__file__).with_name("golden") / "consumer.py"
FILES = [*(str(GOLDEN / case) for case in CASES), str(CONSUMER)]


def test_packages_and_their_user_pass_mypy() -> None:
    """`mypy --strict` finds nothing."""
    options = ["--strict", "--config-file=", "--cache-dir=/dev/null"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *FILES],
        cwd=GOLDEN,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(GOLDEN)},
    )
    assert done.stdout.startswith("Success: no issues found"), done.stdout


@pytest.mark.node
def test_packages_and_their_user_pass_pyright(node: Node, tmp_path: Path) -> None:
    """Pyright in its mode `strict` finds nothing."""
    settings = {"include": [str(GOLDEN)], "typeCheckingMode": "strict"}
    config = tmp_path / "pyrightconfig.json"
    config.write_text(json.dumps(settings | {"extraPaths": [str(GOLDEN)]}))
    python = ["--pythonpath", sys.executable]
    done = node.start(node.script("pyright"), "--project", config, *python, cwd=GOLDEN)
    assert "0 errors, 0 warnings" in done.stdout, done.stdout
