"""Hide problems that are known, exactly those, and let what is known only shrink.

A problem is known by its file, its code and the text that it is about, so that neither
lines that move nor edits elsewhere make it a new one. Of the text only a hash is kept:
it may be long, or a secret.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.diagnostics.codes import CODES
from seedc.diagnostics.order import in_order
from seedc.diagnostics.record_codes import RECORDS
from seedc.diagnostics.report import Sources
from seedc.diagnostics.row_codes import ROWS
from seedc.diagnostics.value_codes import VALUES
from seedc.model.baseline import Baseline, BaselineFile, Known
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.source import Place, Source
from seedc.text.position import line_text

_OF_RECORDS = frozenset(
    code.name for family in (RECORDS, VALUES, ROWS) for code in family.codes
)
# A secret must go, and rules are run only where every row is right.
_NEVER = frozenset({"broken-rule", "rule-too-slow", "secret-value", "stale-baseline"})
_NAMES = re.compile("`[^`]*`")
_SHORT = 200
_AROUND = 60
_MOST_NOTES = 20


def may_be_known(problem: Diagnostic) -> bool:
    """Say whether a problem may be hidden: one that hides no others.

    What is wrong with a file, a schema or the project keeps seedc from looking at what
    depends on it, where new problems would then be missed.
    """
    code = CODES.get(problem.code)
    if code is None or code.name in _NEVER:
        return False
    return code.name in _OF_RECORDS or not code.fixed


@final
@dataclass(frozen=True, slots=True)
class Compared:
    """Problems, held against those that are known.

    Attributes:
        new: Those that are not known, in order.
        known: The others, as a baseline.
        gone: What is known and is no more.
    """

    new: tuple[Diagnostic, ...]
    known: Baseline
    gone: Baseline


def compare(
    problems: Iterable[Diagnostic], baseline: Baseline | None, sources: Sources
) -> Compared:
    """Compare problems with those that are known.

    Of more problems alike than are known the last are new. One that tells of several
    places is new if it is at any of them.

    Args:
        problems: The problems.
        baseline: What is known; None if whatever may be known is.
        sources: The files that the problems are in.
    """
    new: list[Diagnostic] = []
    known: Counter[Known] = Counter()
    for problem in in_order(problems):
        entries = _entries(problem, sources) if may_be_known(problem) else Counter()
        free = entries if baseline is None else _free(entries, baseline, known)
        known.update(free)
        if not entries or free < entries:
            new.append(problem)
    gone = Counter(baseline or {})
    gone.subtract(known)
    return Compared(tuple(new), +known, +gone)


def stale(file: BaselineFile, gone: Baseline) -> Diagnostic | None:
    """Return the problem that a baseline holds what is gone, if it does."""
    places = sorted(file.places[entry] for entry in gone)
    if not places:
        return None
    count = sum(gone.values())
    what = "problem that is" if count == 1 else "problems that are"
    return Diagnostic(
        "stale-baseline",
        f"the baseline holds {count:,} {what} gone",
        places[0],
        notes=tuple(Note("and this", place) for place in places[1 : _MOST_NOTES + 1]),
        help="run `seedc check --write-baseline`, which takes out what is gone",
    )


def baseline_text(baseline: Baseline) -> str:
    """Return the baseline as a file: sorted, a line for each problem."""
    lines = [
        f"    {json.dumps(_line(entry, count), ensure_ascii=False)}"
        for entry, count in sorted(baseline.items())
    ]
    listed = ",\n".join(lines)
    problems = f"[\n{listed}\n  ]" if lines else "[]"
    return f'{{\n  "version": 1,\n  "problems": {problems}\n}}\n'


_Line: TypeAlias = dict[str, str | int]


def _line(entry: Known, count: int) -> _Line:
    line: _Line = {"file": entry.path, "code": entry.code, "mark": entry.mark}
    return {**line, "count": count} if count > 1 else line


def _free(
    entries: Counter[Known], baseline: Baseline, known: Counter[Known]
) -> Counter[Known]:
    """Return what the baseline holds of some entries beside those used so far."""
    left = {entry: baseline.get(entry, 0) - known[entry] for entry in entries}
    return entries & Counter(left)


def _entries(problem: Diagnostic, sources: Sources) -> Counter[Known]:
    places = (problem.place, *problem.alike)
    return Counter(_entry(problem, place, sources) for place in places)


def _entry(problem: Diagnostic, place: Place, sources: Sources) -> Known:
    source = sources(place.path) if place.line else None
    text = "" if source is None else _about(source, place)
    # Of what is missing or unkept the text says nothing; of a message the names stay
    # when its words change.
    about = "\n".join((text, *_NAMES.findall(problem.message)))
    mark = hashlib.blake2b(about.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return Known(place.path, problem.code, mark)


def _about(source: Source, place: Place) -> str:
    """Return what a problem is about: its span, and the line around it.

    Spaces and a comma at the end do not count, nor what is far away in a long line. A
    line that only opens something is like any other; the next one says what it is.
    """
    try:
        line = line_text(source, place.line)
        if not line.strip(" \t\r{[,"):
            line += line_text(source, place.line + 1)
    except IndexError:  # the file was cut off after it was checked
        return ""
    start, end = place.column - 1, place.column - 1 + place.length
    cut = len(line) > _SHORT
    near = line[max(0, start - _AROUND) : end + _AROUND] if cut else line
    around = "".join(near.split()).removesuffix(",")
    return f"{line[start:end]}\n{around}"
