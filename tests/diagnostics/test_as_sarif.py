"""Problems as SARIF are valid, and are known again from one commit to the next."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias, cast

import jsonschema  # type: ignore[import-untyped]
import pytest

from seedc.diagnostics.explain import explain
from seedc.diagnostics.formats import FORMATS, report_on
from seedc.model.diagnostic import Diagnostic, Edit, Fix
from seedc.model.source import Place, Source
from tests.diagnostics.cases import (
    ALIKE,
    CASES,
    DUPLICATE,
    ITEMS,
    MANY,
    MISSPELT,
    SEED,
    UNREAD,
    WRONG,
    Case,
)
from tests.diagnostics.reports import written

PUBLISHED = Path(__file__).parent / "published/sarif-schema-2.1.0.json"
VALIDATOR = jsonschema.Draft4Validator(
    json.loads(PUBLISHED.read_text("utf-8")),
    format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER,
)
SOURCE = Case((), SEED).source

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | None"


def _run(text: str) -> dict[str, Json]:
    """Return the one run of a log, which is valid."""
    log = json.loads(text)
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    return cast("dict[str, Json]", run)


def _at(value: Json, *way: str | int) -> Json:
    for step in way:
        value = value[step]  # type: ignore[index]
    return value


def _results(text: str) -> list[Json]:
    return cast("list[Json]", _run(text)["results"])


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_every_log_is_valid_and_plain_ascii(case: Case) -> None:
    """Whatever is in a problem, the published schema accepts its log."""
    text = written(case.problems, case.source, "sarif")
    assert len(_results(text)) == len(case.problems)
    assert text.isascii()


def test_the_schema_refuses_what_is_no_log() -> None:
    """What holds the logs to the standard does hold."""
    log = json.loads(written([WRONG], SOURCE, "sarif"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(log)


def test_a_clean_project_has_a_log_without_results() -> None:
    """A service that gets an empty log closes what was open."""
    assert _results(written([], SOURCE, "sarif")) == []


def test_a_result_holds_all_of_a_problem() -> None:
    """Level, words, places and help are there."""
    (result,) = _results(written([DUPLICATE], SOURCE, "sarif"))
    region = {"startLine": 10, "startColumn": 13, "endLine": 10, "endColumn": 20}
    there = {"artifactLocation": {"uri": ITEMS}}
    related = {
        "physicalLocation": {
            **there,
            "region": {**region, "startLine": 4, "endLine": 4},
        }
    }
    expected = {
        "ruleId": "duplicate-primary-key",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": f"{DUPLICATE.message}\nhelp: {DUPLICATE.help}"},
        "locations": [{"physicalLocation": {**there, "region": region}}],
        "relatedLocations": [
            {"id": 0, "message": {"text": "first used here"}, **related}
        ],
    }
    assert isinstance(result, dict)
    assert {k: v for k, v in result.items() if k != "partialFingerprints"} == expected


def test_each_code_that_is_found_is_a_rule_with_its_page() -> None:
    """A service shows the page beside the result."""
    run = _run(written([WRONG, DUPLICATE, UNREAD], SOURCE, "sarif"))
    rules = cast("list[Json]", _at(run, "tool", "driver", "rules"))
    names = ["duplicate-primary-key", "unexpected-file", "wrong-type"]
    assert [_at(rule, "id") for rule in rules] == names
    assert [_at(rule, "help", "text") for rule in rules] == [*map(explain, names)]
    levels = [_at(rule, "defaultConfiguration", "level") for rule in rules]
    assert levels == ["error", "warning", "error"]
    indexes = [
        _at(result, "ruleIndex") for result in cast("list[Json]", run["results"])
    ]
    assert [names[cast("int", i)] for i in indexes] == [names[2], names[0], names[1]]


def test_columns_are_in_the_unit_that_the_log_names() -> None:
    """An emoji is two units of UTF-16, and a wide letter one."""
    text = '{ "🚀剣": "12" }'
    problem = Diagnostic("wrong-type", "no", Place(ITEMS, 1, 9, 4))
    run = _run(written([problem], lambda path: Source(path, text), "sarif"))
    assert run["columnKind"] == "utf16CodeUnits"
    region = _at(run, "results", 0, "locations", 0, "physicalLocation", "region")
    assert _at(region, "startColumn") == 10
    assert _at(region, "endColumn") == 14


def test_a_fix_is_the_region_that_goes_and_the_text_that_comes() -> None:
    """A service can offer the repair; it is the one that seedc would make."""
    at = SEED.index('"price"')
    edit = Edit(ITEMS, at, at + 7, '"cost"', '"price"')
    problem = replace(MISSPELT, fix=Fix("rename it", (edit,)))
    (result,) = _results(written([problem], SOURCE, "sarif"))
    region = {"startLine": 5, "startColumn": 23, "endLine": 5, "endColumn": 30}
    replacement = {"deletedRegion": region, "insertedContent": {"text": '"cost"'}}
    change = {"artifactLocation": {"uri": ITEMS}, "replacements": [replacement]}
    fix = {"description": {"text": "rename it"}, "artifactChanges": [change]}
    assert _at(result, "fixes") == [fix]


def test_a_fix_of_a_file_that_changed_is_left_out() -> None:
    """Another text at that place is not to be replaced."""
    (result,) = _results(written([MISSPELT], SOURCE, "sarif"))
    assert isinstance(result, dict)
    assert "fixes" not in result


def test_a_path_is_a_uri_from_the_root_of_the_repository() -> None:
    """Spaces, letters of any script and odd bytes are quoted."""
    form = FORMATS["sarif"]
    problem = replace(UNREAD, place=Place("seeds/a b%剣\udcff.txt"))
    report = report_on([problem], form, None, lambda _: None)
    (result,) = _results(form.write(replace(report, folder="game/")))
    uri = _at(result, "locations", 0, "physicalLocation", "artifactLocation", "uri")
    assert uri == "game/seeds/a%20b%25%E5%89%A3%FF.txt"


def _marks(problems: list[Diagnostic], text: str) -> list[Json]:
    results = _results(written(problems, lambda p: Source(p, text), "sarif"))
    way = ("partialFingerprints", "primaryLocationLineHash")
    return [_at(result, *way) for result in results]


def test_a_fingerprint_survives_lines_that_come_and_go_elsewhere() -> None:
    """A result is not new because something stands above it."""
    wrong = [WRONG, DUPLICATE]
    moved = [replace(p, place=replace(p.place, line=p.place.line + 7)) for p in wrong]
    assert _marks(moved, "\n" * 7 + SEED) == _marks(wrong, SEED)


def test_fingerprints_differ_where_problems_do() -> None:
    """Also of the same words on equal lines."""
    twice = [WRONG, replace(WRONG, place=replace(WRONG.place, line=6))]
    others = [replace(WRONG, message="x"), replace(WRONG, code="wrong-format")]
    text = SEED.replace('{ "id": "bow" }', '{ "id": "shield", "price": "12" }')
    marks = _marks([*twice, *others], text)
    assert len({*map(str, marks)}) == 4


def test_a_log_says_if_not_all_is_in_it() -> None:
    """A limit that was asked for is no secret."""
    run = _run(written(ALIKE, Case((), MANY).source, "sarif", most=10))
    said = _at(
        run, "invocations", 0, "toolExecutionNotifications", 0, "message", "text"
    )
    expected = "found 1,335 errors in 1 file; 10 shown, --max-problems 0 shows all"
    assert (said, len(cast("list[Json]", run["results"]))) == (expected, 10)
