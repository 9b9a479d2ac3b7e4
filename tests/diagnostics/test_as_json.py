"""Problems as JSON have the form that the documentation gives."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from seedc import __version__
from seedc.model.diagnostic import Diagnostic
from seedc.model.source import Place
from tests.diagnostics.cases import (
    ALIKE,
    CASES,
    DUPLICATE,
    INJECTION,
    ITEMS,
    MANY,
    MISSPELT,
    SEED,
    UNREAD,
    Case,
)
from tests.diagnostics.reports import written
from tests.support.command import ROOT

FORM = json.loads((ROOT / "docs/report.schema.json").read_text("utf-8"))
EACH_CASE = pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))


@EACH_CASE
def test_every_report_has_the_documented_form(case: Case) -> None:
    """What programs read is what `docs/report.schema.json` describes."""
    text = written(case.problems, case.source, "json")
    jsonschema.Draft202012Validator(FORM).validate(json.loads(text))


def test_the_documented_form_is_a_schema() -> None:
    """A misspelt type in it would let anything through."""
    jsonschema.Draft202012Validator.check_schema(FORM)


@EACH_CASE
def test_a_report_is_plain_ascii(case: Case) -> None:
    """No encoding and no terminal makes something else of it."""
    text = written(case.problems, case.source, "json")
    assert text.isascii()
    assert all(line.isprintable() for line in text.split("\n"))


def test_a_report_holds_all_of_a_problem() -> None:
    """Nothing that people are told is kept from programs."""
    text = written([DUPLICATE, MISSPELT], Case((), SEED).source, "json")
    place = {"path": ITEMS, "line": 10, "column": 13, "end_column": 20}
    duplicate = {
        "code": "duplicate-primary-key",
        "severity": "error",
        "message": DUPLICATE.message,
        "place": place,
        "notes": [{"message": "first used here", "place": {**place, "line": 4}}],
        "help": "give one of them another value",
        "fix": None,
        "url": "docs/problems/duplicate-primary-key.md",
    }
    misspelt = {
        "code": "unknown-property",
        "severity": "error",
        "message": "unknown property `prise`",
        "place": {"path": ITEMS, "line": 5, "column": 23, "end_column": 30},
        "notes": [],
        "help": "did you mean `price`?",
        "fix": {
            "message": "rename `prise` to `price`",
            "edits": [{"path": ITEMS, "start": 90, "end": 97, "text": '"price"'}],
        },
        "url": "docs/problems/unknown-property.md",
    }
    assert json.loads(text) == {
        "version": 1,
        "seedc": __version__,
        "summary": {"errors": 2, "warnings": 0, "files": 1, "not_shown": 0},
        "problems": [misspelt, duplicate],
    }


def test_a_file_and_the_project_have_places_without_a_line() -> None:
    """Programs need not know that 0 stands for none."""
    project = Diagnostic("name-collision", "twice", Place(""))
    problems = json.loads(written([UNREAD, project], lambda _: None, "json"))
    file = {"path": "seeds/notes.txt", "line": None, "column": None, "end_column": None}
    assert [p["place"] for p in problems["problems"]] == [None, file]


def test_all_problems_are_in_it_unless_told_otherwise() -> None:
    """Only people are spared the thousandth of a kind."""
    source = Case((), MANY).source
    found = json.loads(written(ALIKE, source, "json", most=None))
    assert (len(found["problems"]), found["summary"]["not_shown"]) == (1335, 0)
    found = json.loads(written(ALIKE, source, "json", most=10))
    assert (len(found["problems"]), found["summary"]["not_shown"]) == (10, 1325)
    assert found["summary"]["errors"] == 1335


def test_messages_are_as_safe_to_show_as_in_text() -> None:
    """Whoever prints what programs read is not injected into either."""
    (problem,) = json.loads(written([INJECTION], lambda _: None, "json"))["problems"]
    shown = [problem["message"], problem["help"], problem["notes"][0]["message"]]
    assert all(text.isprintable() for text in shown)
    assert problem["place"]["path"] == INJECTION.place.path


def test_a_path_that_is_no_unicode_is_one_in_the_report() -> None:
    """A strict reader of JSON refuses half a surrogate pair."""
    odd = replace(UNREAD, place=Place("seeds/\udcff.txt"))
    text = written([odd], lambda _: None, "json")
    assert json.loads(text)["problems"][0]["place"]["path"] == "seeds/\\udcff.txt"


def test_the_schema_stands_where_the_documentation_says() -> None:
    """The page about reports leads to it."""
    page = (Path(ROOT) / "docs/diagnostics.md").read_text("utf-8")
    assert "(report.schema.json)" in page
