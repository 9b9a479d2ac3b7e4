"""Packages of catalogs, imported from a folder."""

import importlib.util
import sys
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Protocol, Self, cast

from seedc.emit.python import emit
from seedc.model.catalog import Catalog
from seedc.model.project import PythonOptions

_NUMBER = count()


class Record(Protocol):
    """What tests call of a record."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read JSON exactly."""

    @classmethod
    def model_validate(cls, obj: object) -> Self:
        """Check what JSON was read as."""

    @classmethod
    def model_validate_json(cls, json_data: str) -> Self:
        """Read JSON as Pydantic does."""

    def to_json(self) -> str:
        """Write JSON exactly."""


def load_records(folder: Path, catalog: Catalog, options: PythonOptions) -> ModuleType:
    """Write a package, and import its module of records under a name of its own."""
    for file in emit(catalog, options):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    package, name = folder / "python" / options.package, f"loaded_{next(_NUMBER)}"
    _load(package / "__init__.py", name)
    return _load(package / "records.py", f"{name}.records")


def record(module: ModuleType, name: str) -> type[Record]:
    """Return a class of a module."""
    return cast("type[Record]", getattr(module, name))


def _load(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded
