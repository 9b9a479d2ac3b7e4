"""What is made of public schemas compiles, is imported, and loads into Postgres."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from seedc.database.statements import execute
from seedc.sandbox.connect import connected
from seedc.sandbox.server import Server
from tests.public.published import PUBLISHED
from tests.public.verdict import Verdict, verdict
from tests.support.node import Node, node
from tests.support.scratch import scratch_database
from tests.targets.test_compiles import STRICT

__all__ = ["node"]

pytestmark = pytest.mark.node

_IMPORT = """
import importlib, sys
from sqlalchemy.orm import configure_mappers
for name in sys.argv[1:]:
    importlib.import_module(f"{name}.models")
    importlib.import_module(f"{name}.records")
configure_mappers()
"""


@pytest.fixture(scope="module")
def compiling(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    """Compile all schemas; those that are not refused."""
    root = tmp_path_factory.mktemp("public")
    verdicts = [
        verdict(published, root / str(i), f"public_{i}")
        for i, published in enumerate(PUBLISHED)
    ]
    return [found for found in verdicts if not found.problems]


def test_typescript_compiles(
    compiling: list[Verdict], node: Node, tmp_path: Path
) -> None:
    """`tsc --strict` finds nothing."""
    for number, found in enumerate(compiling):
        _write(found, "typescript/", tmp_path / str(number))
    options = {"compilerOptions": STRICT, "include": ["*/*.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(options))
    node.run(node.tsc, "--project", tmp_path, cwd=tmp_path)


def test_python_passes_mypy_and_is_imported(
    compiling: list[Verdict], tmp_path: Path
) -> None:
    """`mypy --strict` finds nothing, and all modules can be imported at once."""
    for found in compiling:
        _write(found, "python/", tmp_path)
    packages = sorted(path.name for path in tmp_path.iterdir())
    options = ["--strict", "--config-file=", "--cache-dir=/dev/null"]
    named = [argument for package in packages for argument in ("-p", package)]
    checked = _python(tmp_path, "-m", "mypy", *options, *named)
    assert checked.stdout.startswith("Success: no issues found"), checked.stdout
    imported = _python(tmp_path, "-W", "error", "-c", _IMPORT, *packages)
    assert imported.returncode == 0, imported.stderr


@pytest.mark.postgres
def test_postgres_loads_it(compiling: list[Verdict], embedded_server: Server) -> None:
    """`schema.sql` and `seed.sql` run."""
    for found in compiling:
        with (
            scratch_database(embedded_server) as name,
            connected(embedded_server, name) as connection,
        ):
            for script in ("schema", "seed"):
                execute(connection, found.files[f"postgres/{script}.sql"])


def _write(found: Verdict, folder: str, target: Path) -> None:
    for path, content in found.files.items():
        if path.startswith(folder):
            file = target / path.removeprefix(folder)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def _python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(folder)},
    )
