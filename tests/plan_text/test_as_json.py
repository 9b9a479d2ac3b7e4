"""Plans as JSON have the form that the documentation gives."""

import json

import jsonschema  # type: ignore[import-untyped]
import pytest

from seedc import __version__
from seedc.model.plan import Plan
from seedc.plan_text.as_json import as_json
from tests.plan_text.cases import CASES, FINGERPRINT, HOSTILE, INJECTION, VALUES
from tests.support.command import ROOT

FORM = json.loads((ROOT / "docs/plan.schema.json").read_text("utf-8"))
EACH_CASE = pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))


@EACH_CASE
def test_every_plan_has_the_documented_form(case: Plan) -> None:
    """What programs read is what `docs/plan.schema.json` describes."""
    jsonschema.Draft202012Validator(FORM).validate(json.loads(as_json(case)))


def test_the_documented_form_is_a_schema() -> None:
    """A misspelt type in it would let anything through."""
    jsonschema.Draft202012Validator.check_schema(FORM)


@EACH_CASE
def test_a_plan_is_plain_ascii(case: Plan) -> None:
    """No encoding and no terminal makes something else of it."""
    text = as_json(case)
    assert text.isascii()
    assert all(line.isprintable() for line in text.split("\n"))
    assert "##[" not in text


def test_a_plan_holds_all_of_it() -> None:
    """Nothing that people are told is kept from programs, and nothing is rounded."""
    found = json.loads(as_json(VALUES))
    assert (found["format"], found["seedc"]) == (1, __version__)
    assert (found["fingerprint"], found["head"]) == (FINGERPRINT, 41)
    (items,) = found["tables"]
    assert (items["counts"], items["unchanged"]) == ({"update": 3}, 0)
    for shown, row in zip(items["rows"], VALUES.tables[0].rows or (), strict=True):
        assert shown["key"] == list(row.key)
        assert shown["columns"] == {
            change.column: {"old": change.old, "new": change.new}
            for change in row.columns
        }


def test_values_come_back_as_they_are() -> None:
    """However odd a text is, a program gets it, but for halves of surrogate pairs."""
    rows = json.loads(as_json(INJECTION))["tables"][0]["rows"]
    keys = [row["key"][0] for row in rows if row["action"] == "insert"]
    assert keys == [text.replace("\ud800", "\\ud800") for text in HOSTILE]
