"""Laws of the whole package."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from seedc.emit.python import emit
from seedc.model.catalog import Catalog
from seedc.model.column_type import Json
from seedc.model.project import PythonOptions
from seedc.model.shape import AnyShape, ArrayShape, Field, ObjectShape
from tests.emit.python.builders import TEXT, catalog, column, optional, table

ROOT = Path(__file__).parents[3]

SETTINGS = """
[tool.black]
line-length = 40
skip-string-normalization = true
[tool.isort]
force_single_line = true
[tool.ruff]
line-length = 40
[tool.datamodel-codegen]
snake-case-field = true
"""

PRINT = """
import hashlib
from tests.emit.python.case import CASES, files_of
for case in CASES:
    for path, content in files_of(case).items():
        print(path, hashlib.sha256(content).hexdigest())
"""


def anything() -> Catalog:
    """Return a catalog of values that may be anything."""
    box = ObjectShape("Box", (Field("a", TEXT, required=False),), extra=AnyShape())
    columns = (
        column("id"),
        column("anything", AnyShape(), Json()),
        optional(column("list", ArrayShape(AnyShape()), Json())),
        optional(column("box", box, Json())),
        optional(column("loose", ObjectShape("Loose", (), extra=AnyShape()), Json())),
    )
    return catalog("any", table("things", "Thing", *columns))


def load(folder: Path, package: str, module: str) -> ModuleType:
    """Import a module of a package that lies in a folder."""
    _load(folder / "python" / package / "__init__.py", package)
    return _load(folder / "python" / package / f"{module}.py", f"{package}.{module}")


def _load(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def write(given: Catalog, folder: Path, package: str) -> None:
    """Write a catalog's package into a folder."""
    for file in emit(given, PythonOptions(package)):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


@pytest.mark.parametrize("module", ["models", "records"])
def test_values_may_be_anything(tmp_path: Path, module: str) -> None:
    """A shape that says nothing is Any, in both modules."""
    write(anything(), tmp_path, "made_of_anything")
    loaded = load(tmp_path, "made_of_anything", module)
    assert loaded.Thing.__name__ == "Thing"
    text = (tmp_path / f"python/made_of_anything/{module}.py").read_text()
    assert "Any" in text


def test_a_catalog_may_be_empty(tmp_path: Path) -> None:
    """No tables make a package all the same."""
    write(catalog("nothing"), tmp_path, "made_of_nothing")
    for module in ("enums", "models", "records"):
        load(tmp_path, "made_of_nothing", module)


def test_the_same_catalog_makes_the_same_bytes(tmp_path: Path) -> None:
    """Neither a run's hash order nor the folder that it stands in leaves a trace."""
    (tmp_path / "pyproject.toml").write_text(SETTINGS)
    assert _hashes("0", ROOT) == _hashes("4711", tmp_path)


def _hashes(seed: str, folder: Path) -> str:
    path = os.pathsep.join([str(ROOT / "generator"), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", PRINT],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
