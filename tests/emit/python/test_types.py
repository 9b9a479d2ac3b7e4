"""Packages pass the type checkers at their strictest, and so does their user."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.emit.python.case import CASES, GOLDEN

CONSUMER = Path(__file__).with_name("golden") / "consumer.py"
FILES = [*(str(GOLDEN / case) for case in CASES), str(CONSUMER)]


def run(*command: str) -> str:
    """Run a checker where the packages lie; return what it says."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=GOLDEN,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(GOLDEN)},
    )
    return done.stdout + done.stderr


def test_packages_and_their_user_pass_mypy() -> None:
    """`mypy --strict` finds nothing."""
    said = run("mypy", "--strict", "--config-file=", "--cache-dir=/dev/null", *FILES)
    assert said.startswith("Success: no issues found")


def test_packages_and_their_user_pass_pyright() -> None:
    """Pyright finds nothing."""
    pytest.importorskip("pyright")
    said = run("pyright", "--pythonpath", sys.executable, *FILES)
    assert "0 errors, 0 warnings" in said
