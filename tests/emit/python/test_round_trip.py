"""Each seed record is valid, and is written again as it was read."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, time
from decimal import Decimal
from functools import cache
from types import ModuleType
from typing import TypeAlias
from uuid import UUID

import pytest
from pydantic import ValidationError

from seedc.model.project import PythonOptions
from tests.emit.python.loaded import Record, load_records, record
from tests.emit.python.projects import PROJECTS, compiled_project, seed_texts

WHOLE = {"good_reference_to_unique": "code", "good_scalars": "int"}
"""Members that are integers and have a fraction of zeros (`7.0`) in a case."""
FLOATS = {"good_scalars": "double"}
"""Members that are binary floats in a case, of which the value stays."""


LAX, STRICT = False, True
Load: TypeAlias = Callable[[str, bool], ModuleType]


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Load:
    """Import the records of a project, in strict mode or not."""

    @cache
    def loaded(name: str, strict: bool) -> ModuleType:  # noqa: FBT001, a mode
        catalog = compiled_project(name).catalog
        options = PythonOptions("package", strict)
        return load_records(tmp_path_factory.mktemp(name), catalog, options)

    return loaded


def records(name: str, module: ModuleType) -> Iterator[tuple[type[Record], str]]:
    """Yield all records of a project, each with its class."""
    for table in compiled_project(name).catalog.tables:
        if table.parent is None:
            for text in seed_texts(name, table):
                yield record(module, table.class_name), text


def read(text: str) -> dict[str, object]:
    """Read JSON with exact numbers."""
    value = json.loads(text, parse_float=Decimal)
    assert isinstance(value, dict)
    return value


def same(given: object, written: object) -> bool:
    """Say whether JSON is the same, each digit of its numbers included.

    Of moments and UUIDs the value is the same, of which seedc knows one form.
    """
    if type(given) is not type(written):
        return False
    match given, written:
        case dict(), dict():
            return given.keys() == written.keys() and all(
                same(given[key], written[key]) for key in given
            )
        case list(), list():
            return len(given) == len(written) and all(map(same, given, written))
        case str(), str():
            return given == written or _value(given) == _value(written)
        case _:
            return str(given) == str(written)


def _value(text: str) -> object:
    for kind in (datetime.fromisoformat, time.fromisoformat, UUID):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


@pytest.mark.parametrize("name", PROJECTS)
def test_records_come_back_as_they_were(name: str, load: Load) -> None:
    """Keys, what is absent, what is null and all digits are as in the file."""
    for class_, text in records(name, load(name, LAX)):
        given, written = read(text), read(class_.from_json(text).to_json())
        for key in {WHOLE.get(name, ""), FLOATS.get(name, "")} & given.keys():
            assert given[key] == pytest.approx(written[key])
            written[key] = given[key]
        assert same(given, written), text


@pytest.mark.parametrize("name", PROJECTS)
def test_records_are_valid_however_they_are_read(name: str, load: Load) -> None:
    """Pydantic's own way to read JSON takes them too."""
    for class_, text in records(name, load(name, LAX)):
        assert class_.model_validate_json(text).to_json()


@pytest.mark.parametrize("name", PROJECTS)
def test_strict_records_are_valid_however_they_are_read(name: str, load: Load) -> None:
    """Strict mode takes the same records; only `7.0` is no integer there."""
    for (class_, text), (loose, _) in zip(
        records(name, load(name, STRICT)), records(name, load(name, LAX)), strict=True
    ):
        if isinstance(read(text).get(WHOLE.get(name, "")), Decimal):
            with pytest.raises(ValidationError, match="valid integer"):
                class_.from_json(text)
            continue
        assert class_.model_validate_json(text).to_json()
        assert class_.from_json(text).to_json() == loose.from_json(text).to_json()


def test_there_are_records_of_all_projects() -> None:
    """The tests above do not pass for want of records."""
    found = [name for name in PROJECTS if any(_texts(name))]
    assert {"sample", "sales_signals", "raid_loot", "good_scalars"} <= {*found}
    assert sum(1 for name in PROJECTS for _ in _texts(name)) > 1000


def _texts(name: str) -> Iterator[str]:
    for table in compiled_project(name).catalog.tables:
        if table.parent is None:
            yield from seed_texts(name, table)
