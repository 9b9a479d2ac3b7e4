"""Problems as commands to GitHub Actions, which shows them beside the lines.

::error file=seeds/items.json,line=7,endLine=7,col=13,endColumn=20,title=...::two ...

GitHub shows ten errors and ten warnings of a step, so the most telling come first.
Escapes are those of `@actions/core`, which GitHub documents for such commands.
"""

from collections.abc import Iterator

from seedc.diagnostics.region import region_of
from seedc.diagnostics.report import Report
from seedc.diagnostics.visible import sentence, visible
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.source import Place

_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})

_LISTED_NOTES = 20


def as_github(report: Report) -> str:
    """Return the problems that were chosen as workflow commands, one a line."""
    return "".join(f"{_command(p, report)}\n" for p in report.choice.by_worth)


def _command(problem: Diagnostic, report: Report) -> str:
    properties = {
        **_properties(problem.place, report),
        "title": f"seedc: {problem.code}",
    }
    given = ",".join(
        f"{key}={visible(str(value)).translate(_IN_PROPERTY)}"
        for key, value in properties.items()
    )
    text = "\n".join(map(sentence, _lines(problem)))
    return f"::{problem.severity} {given}::{text.translate(_IN_DATA)}"


def _properties(place: Place, report: Report) -> dict[str, str | int]:
    if not place.path:
        return {}
    file = {"file": f"{report.folder}{place.path}"}
    region = region_of(place, report.sources)
    if region is None:
        return {**file}
    return {
        **file,
        "line": region.line,
        "endLine": region.end_line,
        "col": region.column,
        "endColumn": region.end_column,
    }


def _lines(problem: Diagnostic) -> Iterator[str]:
    yield problem.message
    yield from map(_note, problem.notes[:_LISTED_NOTES])
    if (unlisted := len(problem.notes) - _LISTED_NOTES) > 0:
        yield f"... and {unlisted:,} more places"
    if problem.help is not None:
        yield f"help: {problem.help}"
    if problem.fix is not None:
        yield f"fix: {problem.fix.message} (seedc check --fix)"


def _note(note: Note) -> str:
    place = note.place
    at = f":{place.line}:{place.column}" if place.line else ""
    return f"{place.path}{at}: {note.message}"
