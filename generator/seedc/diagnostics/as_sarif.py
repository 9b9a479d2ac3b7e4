"""Problems as SARIF 2.1.0, the format of OASIS for what checkers find.

A code scanning service shows its results beside the lines, and follows each from one
commit to the next by its fingerprint.
"""

import os
from collections.abc import Sequence
from urllib.parse import quote

from seedc import __version__
from seedc.diagnostics.codes import CODES
from seedc.diagnostics.explain import explain
from seedc.diagnostics.fingerprint import fingerprints
from seedc.diagnostics.plain_json import plain_json
from seedc.diagnostics.region import Region, region_of, region_of_edit
from seedc.diagnostics.report import Report, headline
from seedc.diagnostics.visible import visible
from seedc.model.diagnostic import Diagnostic, Edit, Fix, Note
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.source import Place

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)


def as_sarif(report: Report) -> str:
    """Return the problems that were chosen as a SARIF log, one result a line."""
    shown = report.choice.shown
    rules = sorted({problem.code for problem in shown})
    prints = fingerprints(shown, report.sources)
    results = ",\n".join(
        plain_json(_result(problem, rules.index(problem.code), mark, report))
        for problem, mark in zip(shown, prints, strict=True)
    )
    name: JsonObject = {"name": "seedc", "version": __version__}
    driver: JsonObject = {**name, "rules": [_rule(code) for code in rules]}
    return (
        f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{\n'
        f'"tool": {plain_json({"driver": driver})},\n'
        f'"columnKind": "utf16CodeUnits",\n'
        f'"invocations": {plain_json([_invocation(report)])},\n'
        f'"results": [\n{results}\n]}}]}}\n'
    )


def _rule(code: str) -> JsonObject:
    known, page = CODES.get(code), explain(code)
    if known is None or page is None:  # a defect of ours that hides nothing
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.meaning},
        "help": {"text": page, "markdown": f"# {page}"},
        "defaultConfiguration": {"level": known.severity.value},
    }


def _invocation(report: Report) -> JsonObject:
    done: JsonObject = {"executionSuccessful": True}
    if len(report.choice.shown) < len(report.problems):
        said: JsonObject = {"level": "note", "message": {"text": headline(report)}}
        done["toolExecutionNotifications"] = [said]
    return done


def _result(problem: Diagnostic, rule: int, mark: str, report: Report) -> JsonObject:
    help_ = "" if problem.help is None else f"\nhelp: {visible(problem.help)}"
    result: JsonObject = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": f"{visible(problem.message)}{help_}"},
        "locations": _locations(problem.place, report),
        # Of all names, the only one under which GitHub looks for a fingerprint.
        "partialFingerprints": {"primaryLocationLineHash": mark},
    }
    if problem.notes:
        related = [_related(i, note, report) for i, note in enumerate(problem.notes)]
        result["relatedLocations"] = [*related]
    fix = None if problem.fix is None else _fix(problem.fix, report)
    return result if fix is None else {**result, "fixes": [fix]}


def _locations(place: Place, report: Report) -> list[JsonValue]:
    return [_location(place, report)] if place.path else []


def _related(number: int, note: Note, report: Report) -> JsonObject:
    message: JsonObject = {"text": visible(note.message)}
    return {"id": number, "message": message, **_location(note.place, report)}


def _location(place: Place, report: Report) -> JsonObject:
    physical: JsonObject = {"artifactLocation": _artifact(place.path, report)}
    region = region_of(place, report.sources)
    if region is not None:
        physical["region"] = _region(region)
    return {"physicalLocation": physical}


def _artifact(path: str, report: Report) -> JsonObject:
    # Of a file name that is not UTF-8, quoting keeps the bytes.
    return {"uri": quote(os.fsencode(f"{report.folder}{path}"))}


def _region(region: Region) -> JsonObject:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _fix(fix: Fix, report: Report) -> JsonObject | None:
    """Return a fix; None if a file that it changes is not as it was read."""
    regions = [region_of_edit(edit, report.sources) for edit in fix.edits]
    known = [region for region in regions if region is not None]
    if len(known) < len(regions):
        return None
    paths = list(dict.fromkeys(edit.path for edit in fix.edits))
    pairs = list(zip(fix.edits, known, strict=True))
    changes = [
        _change(path, [pair for pair in pairs if pair[0].path == path], report)
        for path in paths
    ]
    return {
        "description": {"text": visible(fix.message)},
        "artifactChanges": [*changes],
    }


def _change(
    path: str, edits: Sequence[tuple[Edit, Region]], report: Report
) -> JsonObject:
    replacements: list[JsonValue] = [
        {"deletedRegion": _region(region), "insertedContent": {"text": edit.text}}
        for edit, region in edits
    ]
    return {"artifactLocation": _artifact(path, report), "replacements": replacements}
