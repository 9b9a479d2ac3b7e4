"""Laws of the editor schemas."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import cast

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from seedc.emit.editor import editor_schemas
from seedc.model.json_value import JsonObject
from tests.support.command import ROOT
from tests.support.projects import compiled, schema, seed, write_project

Schemas = Mapping[str, JsonObject]


def editor_schemas_of(root: Path) -> dict[str, JsonObject]:
    """Compile a project, and return its editor schemas by file name."""
    result = compiled(root)
    assert result.rows is not None
    files = editor_schemas(result.catalog, result.rows)
    return {
        file.path.removeprefix("editor/"): json.loads(file.content) for file in files
    }


@pytest.fixture(scope="module")
def sample() -> Schemas:
    """Return the editor schemas of the sample."""
    return editor_schemas_of(ROOT)


def seed_files() -> list[Path]:
    """Return the seed files of the sample."""
    return sorted((ROOT / "seeds").rglob("*.json"))


def errors(given: JsonObject, value: object) -> list[str]:
    """Return what a schema has against a value, formats included, as editors do."""
    checker = Draft202012Validator.FORMAT_CHECKER
    validator = Draft202012Validator(given, format_checker=checker)
    return [error.message for error in validator.iter_errors(value)]


def test_schemas(sample: Schemas) -> None:
    """Every editor schema is one, and every `$ref` in it leads somewhere."""
    metaschema = cast("JsonObject", Draft202012Validator.META_SCHEMA)
    for name, given in sample.items():
        assert errors(metaschema, given) == [], name
        definitions = given.get("$defs", {})
        assert isinstance(definitions, dict)
        known = {f"#/$defs/{key}" for key in definitions}
        assert set(references(given)) <= known, name


def references(value: object) -> Iterator[str]:
    """Yield every `$ref` in a schema."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


@pytest.mark.parametrize("file", seed_files(), ids=lambda path: path.name)
def test_sample(sample: Schemas, file: Path) -> None:
    """Every seed file names its editor schema, and has nothing against it."""
    content = json.loads(file.read_bytes())
    schema_file = (file.parent / content["$schema"]).resolve()
    assert schema_file.parent == ROOT / "out" / "editor"
    assert errors(sample[schema_file.name], content) == []


def test_no_own_keywords(sample: Schemas) -> None:
    """Editors are not troubled with keywords that they do not know."""
    text = json.dumps(sample)
    assert '"x-' not in text


def test_dangling_id(sample: Schemas) -> None:
    """An id that does not exist is refused, and the ids that do are listed."""
    content = json.loads((ROOT / "seeds/enemies.json").read_bytes())
    dropping = next(record for record in content["data"] if record["drops"])
    dropping["drops"][0]["item_id"] = "swrod"
    (said,) = errors(sample["enemies.schema.json"], content)
    assert said.startswith("'swrod' is not one of ['")
    items = json.loads((ROOT / "seeds/items.json").read_bytes())["data"]
    assert all(repr(item["id"]) in said for item in items)


@pytest.mark.parametrize(
    "change",
    [
        {"version": "1.0"},
        {"version": None},
        {"updated_at": "yesterday"},
        {"updated_at": "2026-01-13T00:00:00"},
        {"dta": []},
        {"renames": [{"from": "a"}]},
        {"removed": [{"key": "a"}]},
        {"data": {}},
        {"data": [{"id": "sword", "nme": "Sword"}]},
        {"data": [{}]},
    ],
)
def test_wrong_envelope(tmp_path: Path, change: JsonObject) -> None:
    """What a check refuses in an envelope or a record, an editor refuses too."""
    files = {"schemas/items.schema.json": schema({}), "seeds/items.json": seed()}
    given = editor_schemas_of(write_project(tmp_path, files))["items.schema.json"]
    right = json.loads(seed({"id": "sword"}))
    right["renames"] = [{"from": "swrod", "to": "sword"}]
    right["removed"] = [{"key": "axe", "replacement": None}]
    assert errors(given, right) == []
    wrong = {k: v for k, v in {**right, **change}.items() if v is not None}
    assert errors(given, wrong) != []


REFERENCES: dict[str, JsonObject] = {
    "plain": {"type": "string", "x-references": "items.id"},
    "nullable": {"type": ["string", "null"], "x-references": "items.id"},
    "shared": {"$ref": "#/$defs/Name", "x-references": "items.id"},
    "either": {"type": "string", "x-references": ["items.id", "spells.id"]},
    "many": {
        "type": "array",
        "items": {"type": "string", "x-references": "items.id"},
    },
    "odd": {"type": "integer", "x-references": "items.the nº/~"},
    "moment": {"type": "string", "format": "date-time", "x-references": "items.made"},
}


@pytest.fixture
def odd(tmp_path: Path) -> JsonObject:
    """Return the editor schema of a table with references of every kind."""
    unique = [["the_n"], ["made"]]
    items = {
        "the nº/~": {"type": "integer", "x-column": {"name": "the_n"}},
        "made": {"type": "string", "format": "date-time"},
    }
    files = {
        "schemas/items.schema.json": schema(items, x_table={"unique": unique}),
        "schemas/spells.schema.json": schema({}),
        "schemas/uses.schema.json": schema(
            REFERENCES, **{"$defs": {"Name": {"type": ["string", "null"]}}}
        ),
        "seeds/items.json": seed(
            {"id": "sword", "the nº/~": 7, "made": "2026-01-13T01:00:00+01:00"}
        ),
        "seeds/spells.json": seed({"id": "frost"}),
        "seeds/uses.json": seed({"id": "one"}),
    }
    return editor_schemas_of(write_project(tmp_path, files))["uses.schema.json"]


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("plain", ["sword"], ["frost", 1]),
        ("nullable", ["sword", None], ["frost", 1]),
        ("shared", ["sword", None], ["frost", 1]),
        ("either", ["sword", "frost"], ["fire", 1]),
        ("many", [[], ["sword"]], [["frost"], ["sword", "frost"]]),
        ("odd", [7], [8, "7"]),
        ("moment", ["2026-01-13T01:00:00+01:00"], ["yesterday"]),
    ],
)
def test_references(
    odd: JsonObject, name: str, right: list[object], wrong: list[object]
) -> None:
    """A reference takes the ids of its targets, and null where there may be none."""
    envelope = json.loads(seed())
    for value in right:
        content = deepcopy({**envelope, "data": [{"id": "one", name: value}]})
        assert errors(odd, content) == []
    for value in wrong:
        content = deepcopy({**envelope, "data": [{"id": "one", name: value}]})
        assert errors(odd, content) != []
