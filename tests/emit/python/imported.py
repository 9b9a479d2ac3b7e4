"""Import the models of a catalog, made for one test."""

import importlib.util
import sys
from itertools import count
from pathlib import Path
from types import ModuleType

import sqlalchemy as sa

from seedc.emit.python.custom import custom_of, with_attributes
from seedc.emit.python.enums import enums_of, print_enums
from seedc.emit.python.models import print_models
from seedc.emit.renamed import renamed
from seedc.model.catalog import Catalog
from seedc.model.project import PythonOptions

_NUMBERS = count()


def models_text(
    given: Catalog, options: PythonOptions, schema: str = "public"
) -> dict[str, str]:
    """Return the texts of `enums.py` and `models.py`, by name."""
    custom = custom_of(options)
    catalog = with_attributes(renamed(given, options.names), custom)
    enums = enums_of(catalog)
    models = print_models(catalog, enums, custom, schema, '"""Models."""')
    return {"enums": print_enums(enums, '"""Enumerations."""'), "models": models}


def metadata_of(given: Catalog, folder: Path, schema: str = "public") -> sa.MetaData:
    """Write the models of a catalog into a folder, and import their metadata."""
    models = models_of(given, folder, PythonOptions("any"), schema)
    base = getattr(models, "ModelBase", None) or models.Base
    assert isinstance(base.metadata, sa.MetaData)
    return base.metadata


def models_of(
    given: Catalog, folder: Path, options: PythonOptions, schema: str = "public"
) -> ModuleType:
    """Write the models of a catalog into a folder, and import them."""
    package = f"models_made_for_a_test_{next(_NUMBERS)}"
    texts = models_text(given, options, schema)
    for name, text in {"__init__": "", **texts}.items():
        path = folder / package / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for name in ("__init__", *texts):
        _load(folder / package / f"{name}.py", f"{package}.{name}")
    return sys.modules[f"{package}.models"]


def _load(path: Path, name: str) -> None:
    spec = importlib.util.spec_from_file_location(name.removesuffix(".__init__"), path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded
    spec.loader.exec_module(loaded)
