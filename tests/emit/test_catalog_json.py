"""Laws of the printed catalog."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from seedc.emit.catalog_json import catalog_json
from seedc.model.catalog import Catalog
from tests.support.command import ROOT
from tests.support.projects import Files, catalog_of, compiled, schema, seed

FILES: Files = {
    "schemas/items.schema.json": schema(
        {
            "price": {"type": "number", "minimum": 1.10, "multipleOf": 0.05},
        }
    ),
    "seeds/items.json": seed({"id": "a-unique-sword", "price": 20.15}),
}


def sample() -> Catalog:
    """Return the catalog of the sample."""
    return compiled(ROOT).catalog


def test_every_table_and_column() -> None:
    """The catalog has every table with every column, in their order."""
    catalog = sample()
    printed = json.loads(catalog_json(catalog))
    assert [
        (t["name"], [c["name"] for c in t["columns"]]) for t in printed["tables"]
    ] == [
        (table.name, [column.name for column in table.columns])
        for table in catalog.tables
    ]


def test_no_rows(tmp_path: Path) -> None:
    """The catalog says nothing of rows: it changes only where a schema does."""
    before = catalog_json(catalog_of(tmp_path, FILES))
    files = {**FILES, "seeds/items.json": seed({"id": "another"}, {"id": "third"})}
    assert before == catalog_json(catalog_of(tmp_path, files))
    assert "a-unique-sword" not in before


def test_no_machine(tmp_path: Path) -> None:
    """The catalog is the same wherever the project is, and names no place there."""
    one = catalog_json(catalog_of(tmp_path / "one", FILES))
    other = catalog_json(catalog_of(tmp_path / "other", FILES))
    assert one == other
    assert str(tmp_path) not in one


def test_no_hashes() -> None:
    """The catalog has no hashes, which no two branches could merge."""
    assert re.findall(r"\b[0-9a-f]{32,}\b", catalog_json(sample())) == []


def test_no_places() -> None:
    """The catalog does not change when a line moves in a schema file."""
    assert {"pointer", "line", "offset"} & set(
        keys(json.loads(catalog_json(sample())))
    ) == set()


def test_numbers(tmp_path: Path) -> None:
    """Numbers are printed as numbers, exactly."""
    text = catalog_json(catalog_of(tmp_path, FILES))
    assert '"minimum": 1.1,' in text


def keys(value: object) -> Iterator[str]:
    """Yield the keys of all objects in a value."""
    if isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from keys(each)
    elif isinstance(value, list):
        for each in value:
            yield from keys(each)
