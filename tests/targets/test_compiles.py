"""What the pages about targets show compiles, as strictly as compilers can check."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.node import Node, node
from tests.targets.pages import PACKAGE, outputs
from tests.targets.shapes import SHAPES

__all__ = ["node"]

STRICT = {
    "noEmit": True,
    "strict": True,
    "target": "es2022",
    "module": "nodenext",
    "types": [],
    "declaration": True,
    "isolatedDeclarations": True,
    "allowImportingTsExtensions": True,
    "exactOptionalPropertyTypes": True,
    "verbatimModuleSyntax": True,
}


@pytest.mark.node
def test_the_modules_compile(node: Node, tmp_path: Path) -> None:
    """`tsc --strict` finds nothing in a package of any shape."""
    for case in SHAPES:
        _write(case, "typescript", tmp_path / case)
    options = {"compilerOptions": STRICT, "include": ["*/*.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(options))
    node.run(node.tsc, "--project", tmp_path, cwd=tmp_path)


def test_the_packages_pass_mypy(tmp_path: Path) -> None:
    """`mypy --strict` finds nothing in a package of any shape."""
    for case in SHAPES:
        _write(case, f"python/{PACKAGE}", tmp_path / f"{case}_data")
    options = ["--strict", "--config-file=", "--cache-dir=/dev/null"]
    packages = [argument for case in SHAPES for argument in ("-p", f"{case}_data")]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *packages],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(tmp_path)},
    )
    assert done.stdout.startswith("Success: no issues found"), done.stdout


def _write(case: str, folder: str, target: Path) -> None:
    target.mkdir()
    for path, text in outputs(case).items():
        if path.startswith(f"{folder}/"):
            (target / path.removeprefix(f"{folder}/")).write_text(text, "utf-8")
