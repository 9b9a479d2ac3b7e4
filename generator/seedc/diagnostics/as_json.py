"""Problems as JSON for programs; `docs/report.schema.json` describes it."""

from seedc import __version__
from seedc.diagnostics.order import by_severity, file_count
from seedc.diagnostics.pages import address
from seedc.diagnostics.plain_json import plain_json
from seedc.diagnostics.report import Report
from seedc.diagnostics.visible import encodable, visible
from seedc.model.diagnostic import Diagnostic, Edit, Fix, Note
from seedc.model.json_value import JsonObject, JsonValue
from seedc.model.source import Place

_VERSION = 1
"""Goes up when a program that reads the form before would be misled."""


def as_json(report: Report) -> str:
    """Return the problems that were chosen as a JSON document, one problem a line."""
    summary: JsonObject = {
        **{f"{name}s": n for name, n in by_severity(report.problems).items()},
        "files": file_count(report.problems),
        "not_shown": len(report.problems) - len(report.choice.shown),
    }
    problems = ",\n".join(plain_json(_problem(p)) for p in report.choice.shown)
    return (
        f'{{"version": {_VERSION}, "seedc": "{__version__}",\n'
        f'"summary": {plain_json(summary)},\n'
        f'"problems": [\n{problems}\n]}}\n'
    )


def _problem(problem: Diagnostic) -> JsonObject:
    notes: list[JsonValue] = [_note(note) for note in problem.notes]
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": visible(problem.message),
        "place": _place(problem.place),
        "notes": notes,
        "help": None if problem.help is None else visible(problem.help),
        "fix": None if problem.fix is None else _fix(problem.fix),
        "url": address(problem.code),
    }


def _note(note: Note) -> JsonObject:
    return {"message": visible(note.message), "place": _place(note.place)}


def _place(place: Place) -> JsonObject | None:
    """Return a place; None for the project as a whole, no line for a whole file."""
    if not place.path:
        return None
    known = bool(place.line)
    return {
        "path": encodable(place.path),
        "line": place.line if known else None,
        "column": place.column if known else None,
        "end_column": place.column + place.length if known else None,
    }


def _fix(fix: Fix) -> JsonObject:
    edits: list[JsonValue] = [_edit(edit) for edit in fix.edits]
    return {"message": visible(fix.message), "edits": edits}


def _edit(edit: Edit) -> JsonObject:
    return {
        "path": encodable(edit.path),
        "start": edit.start,
        "end": edit.end,
        "text": edit.text,
    }
