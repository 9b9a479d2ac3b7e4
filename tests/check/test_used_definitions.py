"""Every definition is used by the schema of a table, by whatever way."""

from pathlib import Path

import pytest

from seedc.model.diagnostic import Severity
from tests.check.items import library
from tests.check.shown import shown
from tests.check.small import small

CODE = "unused-definition"
TEXT = {"type": "string"}
LIBRARY = "schemas/common.schema.json"


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#/$defs/Used"},
        {"type": "array", "items": {"$ref": "#/$defs/Used"}},
        {"anyOf": [{"$ref": "#/$defs/Used"}, {"type": "null"}]},
        {"type": "object", "propertyNames": {"$ref": "#/$defs/Used"}},
        {"$ref": "#/$defs/Used/$defs/Inner"},
    ],
)
def test_a_definition_is_used(tmp_path: Path, schema: object) -> None:
    """Whatever leads to it, or into it, uses it."""
    used: dict[str, object] = {"Used": TEXT}
    if "Inner" in str(schema):
        used = {"Used": TEXT | {"$defs": {"Inner": TEXT}}}
    assert small(tmp_path, {"a": schema}, defs=used) == []


def test_nothing_leads_to_it(tmp_path: Path) -> None:
    """It is a warning, which stops nobody."""
    problems = small(tmp_path, {}, defs={"Old": TEXT})
    assert shown(tmp_path, problems) == [(CODE, '"Old"', "no table refers to `Old`")]
    assert problems[0].severity is Severity.WARNING


def test_the_first_of_several_is_told(tmp_path: Path) -> None:
    """What only an unused definition uses goes with it; of a circle one is told."""
    defs = {
        "Leaf": TEXT,
        "Old": {"type": "array", "items": {"$ref": "#/$defs/Leaf"}},
        "Ring": {"type": "object", "properties": {"a": {"$ref": "#/$defs/Gnir"}}},
        "Gnir": {"type": "object", "properties": {"b": {"$ref": "#/$defs/Ring"}}},
    }
    problems = small(tmp_path, {}, defs=defs)
    assert [text for _, text, _ in shown(tmp_path, problems)] == ['"Old"', '"Ring"']


def test_a_file_that_nothing_refers_to(tmp_path: Path) -> None:
    """A whole library is told once, and not each of its definitions."""
    files = {LIBRARY: library({"A": TEXT, "B": TEXT})}
    problems = small(tmp_path, {}, files=files)
    assert shown(tmp_path, problems) == [(CODE, "{", "no table refers to this file")]


def test_a_definition_of_a_library(tmp_path: Path) -> None:
    """Of a library in use, what is not used is told."""
    files = {LIBRARY: library({"A": TEXT, "B": TEXT})}
    used = {"a": {"$ref": "common.schema.json#/$defs/A"}}
    problems = small(tmp_path, used, files=files)
    assert shown(tmp_path, problems) == [(CODE, '"B"', "no table refers to `B`")]


def test_a_file_that_cannot_be_read_may_refer_to_it(tmp_path: Path) -> None:
    """While a file is broken, nobody knows what is unused."""
    files = {LIBRARY: library({"A": TEXT}), "schemas/odd.schema.json": "{"}
    problems = small(tmp_path, {}, files=files)
    assert [p.code for p in problems] == ["invalid-json"]


def test_a_property_of_the_name_of_the_keyword(tmp_path: Path) -> None:
    """`$defs` is a name like any other where properties stand."""
    list_ = {"type": "array", "items": TEXT}
    odd = {"type": "object", "properties": {"$defs": list_}}
    assert small(tmp_path, {"a": odd}) == []
