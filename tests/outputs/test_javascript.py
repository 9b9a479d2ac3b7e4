"""What Node reads from the data of random projects is what their seeds say."""

import json
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from seedc.model.json_value import JsonObject, JsonValue
from tests.outputs.batch import Batch
from tests.outputs.same import plain
from tests.outputs.seeds import columns_of, lists_of, seeds, without_nothing
from tests.support.node import Node

pytestmark = pytest.mark.node

Texts = frozenset[str]
"""Kinds of numbers, `numeric` and `bigint`, that are texts in TypeScript."""

_SAFE = 2**53 - 1
_SCRIPT = """\
import { readFileSync } from "node:fs";
const exact = (_, value) => typeof value === "bigint" ? { bigint: `${value}` } : value;
for (const path of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const rows = Object.values(await import(path)).find(Array.isArray);
  console.log(JSON.stringify(rows, exact));
}
"""


def test_data_is_what_the_seeds_say(batch: Batch, node: Node) -> None:
    """Every record that clients may see is there, and no number has changed."""
    modules = [*_modules(batch)]
    assert modules, "no project has data"
    script, asked = batch.root / "read.mjs", batch.root / "asked.json"
    script.write_text(_SCRIPT)
    asked.write_text(json.dumps([path.as_uri() for _, _, path in modules]))
    lines = node.run(script, asked, cwd=batch.root).rstrip("\n").split("\n")
    for (project, table, path), line in zip(modules, lines, strict=True):
        expected, found = [*_visible(batch, project, table)], json.loads(line)
        assert len(expected) == len(found), path
        texts = _texts(batch.project(project))
        for record in expected:
            same = any(_same(record, other, texts) for other in found)
            assert same, f"{path}: {record}"


def _texts(project: Path) -> Texts:
    options = tomllib.loads((project / "seedc.toml").read_text("utf-8"))
    return frozenset(options["targets"]["typescript"]["types"])


def _modules(batch: Batch) -> Iterator[tuple[str, str, Path]]:
    """Yield the modules of data: their project, table and path."""
    for path in sorted((batch.root / "typescript").glob("*/*.data.js")):
        project = path.parent.name
        names = {str(t["name"]) for t in batch.tables(project)}
        stem = path.name.removesuffix(".data.js")
        (table,) = names & {stem, stem.removesuffix("_table")}
        yield project, table, path


def _visible(batch: Batch, project: str, name: str) -> Iterator[JsonObject]:
    """Yield the records of a seed file without what only servers may see."""
    tables = batch.tables(project)
    (table,) = (t for t in tables if t["name"] == name)
    for record in seeds(batch.project(project), name):
        seen = _public(without_nothing(record, table, tables), table)
        for child in lists_of(table, tables):
            key = str(cast("JsonObject", child["parent"])["key"])
            items = seen.get(key)
            if isinstance(items, list):
                seen[key] = [
                    _public(item, child) if isinstance(item, dict) else item
                    for item in items
                ]
        yield seen


def _public(record: JsonObject, table: JsonObject) -> JsonObject:
    hidden = {column["key"] for column in columns_of(table) if not column["public"]}
    return {key: value for key, value in record.items() if key not in hidden}


def _same(given: JsonValue, found: JsonValue, texts: Texts) -> bool:
    """Say whether JavaScript has a value.

    Args:
        given: The value of the seed file.
        found: What JavaScript made of its own; a bigint as `{"bigint": "1"}`.
        texts: Kinds of numbers that are texts there.
    """
    match given, found:
        case dict(), dict():
            keys = given.keys() == found.keys()
            return keys and all(_same(given[k], found[k], texts) for k in given)
        case list(), list():
            pairs = zip(given, found, strict=False)
            same = all(_same(a, b, texts) for a, b in pairs)
            return same and len(given) == len(found)
        case str(), str():
            return plain(given) == plain(found)
        case bool() | None, _:
            return given is found
        case int() | Decimal(), _:
            return _same_number(given, found, texts)
        case _:
            return False


def _same_number(given: int | Decimal, found: JsonValue, texts: Texts) -> bool:
    match found:
        case {"bigint": str() as digits}:
            return "bigint" not in texts and int(digits) == given
        case str() if texts:
            return plain(Decimal(found)) == plain(given)
        case bool():
            return False
        case int() | float():
            exact = isinstance(given, Decimal) or abs(given) <= _SAFE
            return exact and float(given) == float(found)
        case _:
            return False
