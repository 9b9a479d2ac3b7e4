"""What type checkers say of wrong use: one file in `wrong/` for each mistake."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import final

import pytest

from tests.emit.python.case import GOLDEN
from tests.support.node import Node, node

__all__ = ["node"]

WRONG = Path(__file__).parent / "wrong"
HEADER = re.compile(r"^# (mypy|pyright) says ([\w-]+): (.+)$", re.MULTILINE)
MYPY = f"""\
[mypy]
strict = true
plugins = pydantic.mypy
mypy_path = {GOLDEN}

[pydantic-mypy]
init_typed = true
"""
PYRIGHT = {
    "include": ["wrong"],
    "extraPaths": [str(GOLDEN)],
    # In its mode `strict`, what is made of an unknown attribute is a problem again.
    "typeCheckingMode": "standard",
    "reportUnnecessaryComparison": "error",
}


@final
@dataclass(frozen=True, slots=True)
class Problem:
    """What a type checker finds, or should.

    Attributes:
        file: Name of the file.
        rule: Its rule.
        text: What it says, or a part of it.
    """

    file: str
    rule: str
    text: str


def test_mypy_finds_wrong_use(tmp_path: Path) -> None:
    """Each mistake is the problem that its file's head tells, and no other."""
    shutil.copytree(WRONG, tmp_path / "wrong")
    (tmp_path / "mypy.ini").write_text(MYPY)
    options = ["--output=json", "--config-file=mypy.ini", "--cache-dir=/dev/null"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "wrong"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    compare(
        "mypy",
        [Problem(Path(p["file"]).name, p["code"], p["message"]) for p in found],
    )


@pytest.mark.node
def test_pyright_finds_wrong_use(node: Node, tmp_path: Path) -> None:
    """Each mistake is the problem that its file's head tells, and no other."""
    shutil.copytree(WRONG, tmp_path / "wrong")
    config = tmp_path / "pyrightconfig.json"
    config.write_text(json.dumps(PYRIGHT))
    options = ["--outputjson", "--pythonpath", sys.executable, "--project", str(config)]
    done = node.start(node.script("pyright"), *options, cwd=tmp_path)
    found = json.loads(done.stdout)["generalDiagnostics"]
    compare(
        "pyright",
        [Problem(Path(p["file"]).name, p["rule"], p["message"]) for p in found],
    )


def compare(checker: str, found: list[Problem]) -> None:
    """Hold what a checker finds against what the files say that it does."""
    expected = [
        Problem(path.name, rule, text)
        for path in sorted(WRONG.glob("*.py"))
        for who, rule, text in HEADER.findall(path.read_text())
        if who == checker
    ]
    found = sorted(found, key=lambda problem: problem.file)
    assert [p.file for p in found] == [p.file for p in expected], found
    pairs = zip(found, expected, strict=True)
    assert not [
        (one, wanted)
        for one, wanted in pairs
        if one.rule != wanted.rule or wanted.text not in one.text
    ]
