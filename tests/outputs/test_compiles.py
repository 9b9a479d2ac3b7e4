"""What the compilers of the two languages say of the outputs of random projects."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.outputs.batch import COUNT, Batch
from tests.support.node import Node

_SHARE_REFUSED = 0.15
"""Most projects that may be refused: of random names some meet."""
_STRICT = {
    "noEmit": True,
    "strict": True,
    "target": "es2022",
    "module": "nodenext",
    "types": [],
    "skipLibCheck": False,
    "allowImportingTsExtensions": True,
    "declaration": True,
    "isolatedDeclarations": True,
    "erasableSyntaxOnly": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "verbatimModuleSyntax": True,
}
_PYRIGHT_MEMORY = "--max-old-space-size=8192"


def test_few_are_refused(batch: Batch) -> None:
    """A project is refused for a reason that it gives, and most are not."""
    codes = Counter(p.split("[")[1].split("]")[0] for p in batch.refused.values())
    assert codes.keys() <= {"name-collision"}, batch.refused
    assert codes.total() <= _SHARE_REFUSED * COUNT, batch.refused
    assert len(batch.names) == COUNT - codes.total()


def test_python_passes_mypy(batch: Batch) -> None:
    """`mypy --strict` finds nothing in the packages."""
    folder = batch.root / "python"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", *batch.names],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(folder), "MYPY_CACHE_DIR": os.devnull},
    )
    files = len([*folder.rglob("*.py")])
    expected = f"Success: no issues found in {files} source files\n"
    assert done.stdout == expected, done.stdout + done.stderr


@pytest.mark.node
def test_python_passes_pyright(batch: Batch, node: Node) -> None:
    """Pyright in its mode `strict` finds nothing in the packages."""
    folder = batch.root / "python"
    config = batch.root / "pyrightconfig.json"
    settings = {"include": ["python"], "extraPaths": ["python"]}
    config.write_text(json.dumps({**settings, "typeCheckingMode": "strict"}))
    options = ["--outputjson", "--pythonpath", sys.executable, "--project", str(config)]
    pyright = node.script("pyright")
    done = node.start(_PYRIGHT_MEMORY, pyright, *options, cwd=folder)
    report = json.loads(done.stdout)
    found = [f"{d['file']}: {d['message']}" for d in report["generalDiagnostics"]]
    assert not found, "\n".join(found)
    assert report["summary"]["filesAnalyzed"] == len([*folder.rglob("*.py")])


@pytest.mark.node
@pytest.mark.parametrize("compiler", ["tsc", "tsc7"])
def test_typescript_compiles(batch: Batch, node: Node, compiler: str) -> None:
    """TypeScript compiles under every strict option, in 5.9 and in 7."""
    folder = batch.root / "typescript"
    config = folder / f"{compiler}.json"
    config.write_text(json.dumps({"compilerOptions": _STRICT, "include": ["*/*.ts"]}))
    listed = ["--project", str(config), "--listFilesOnly"]
    found = node.run(node.script(compiler), *listed, cwd=folder).splitlines()
    assert {*map(Path, found)} >= {*folder.rglob("*.ts")}
    node.run(node.script(compiler), "--project", config, cwd=folder)
