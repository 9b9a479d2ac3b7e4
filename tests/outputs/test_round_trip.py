"""A record is the same in the seed file, the database, Python and JavaScript."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pydantic import BaseModel

from seedc.model.json_value import JsonObject, JsonValue
from seedc.sandbox.server import Server
from tests.outputs.batch import Batch
from tests.outputs.database import Models, loaded, models_of
from tests.outputs.same import plain
from tests.outputs.seeds import seeds, without_nothing


@pytest.fixture
def python_path(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the packages be imported, and forget them afterwards."""
    monkeypatch.syspath_prepend(batch.root / "python")
    before = {*sys.modules}
    yield
    for name in {*sys.modules} - before:
        if name.partition(".")[0] in batch.names:
            del sys.modules[name]


@pytest.mark.postgres
@pytest.mark.usefixtures("python_path")
def test_rows_are_what_the_seeds_say(batch: Batch, embedded_server: Server) -> None:
    """JSON, Postgres, SQLAlchemy, Pydantic, JSON: nothing is lost on the way."""
    wrong = [
        w for name in batch.names for w in _differences(batch, name, embedded_server)
    ]
    assert not wrong, "\n\n".join(wrong)


def _differences(batch: Batch, name: str, server: Server) -> Iterator[str]:
    tables = batch.tables(name)
    try:
        models = models_of(name, tables)
        with loaded(server, batch.project(name) / "out") as session:
            for table in (t for t in tables if not t.get("parent")):
                stored = [*models.records(session, table)]
                yield from _of_table(batch.project(name), models, table, stored)
    except Exception as error:  # noqa: BLE001 - all that is wrong is shown at once
        yield f"{name}: {type(error).__name__}: {str(error)[:600]}"


def _of_table(
    project: Path, models: Models, table: JsonObject, stored: list[JsonObject]
) -> Iterator[str]:
    record = _record_class(project.name, str(table["class_name"]))
    written = seeds(project, str(table["name"]))
    for given in written:
        if (back := _through(record, given)) != plain(given):
            yield f"{project.name}: {table['name']}: {given} became {back}"
    expected = [
        plain(without_nothing(given, table, models.tables)) for given in written
    ]
    found = [_through(record, values) for values in stored]
    for one, other in zip(_sorted(expected), _sorted(found), strict=True):
        if one != other:
            yield f"{project.name}: {table['name']}:\n  {one}\n  {other}"


def _record_class(package: str, name: str) -> type[BaseModel]:
    module = importlib.import_module(f"{package}.records")
    return cast("type[BaseModel]", getattr(module, name))


def _through(record: type[BaseModel], values: JsonObject) -> JsonValue:
    """Return values after they were a record."""
    made = record.model_validate(values)
    return plain(made.model_dump(by_alias=True, exclude_unset=True))


def _sorted(records: list[JsonValue]) -> list[JsonValue]:
    return sorted(
        records, key=lambda record: json.dumps(record, default=str, sort_keys=True)
    )
