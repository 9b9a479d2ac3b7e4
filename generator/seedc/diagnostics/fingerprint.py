"""Know a problem again after lines were added or taken away elsewhere in its file."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from seedc.diagnostics.report import Sources
from seedc.model.diagnostic import Diagnostic
from seedc.text.position import line_text

_LONGEST = 1000
"""Characters of a line that count: a minified file is one line."""


def fingerprints(problems: Sequence[Diagnostic], sources: Sources) -> list[str]:
    """Return a fingerprint for each problem, all of them different.

    It is made of code, path, message and the text of the line; of several problems
    that agree in these, each has its number.
    """
    seen: Counter[str] = Counter()
    found = []
    for problem in problems:
        mark = _hash(problem, sources)
        seen[mark] += 1
        found.append(f"{mark}:{seen[mark]}")
    return found


def _hash(problem: Diagnostic, sources: Sources) -> str:
    parts = (problem.code, problem.place.path, problem.message, _line(problem, sources))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _line(problem: Diagnostic, sources: Sources) -> str:
    source = sources(problem.place.path) if problem.place.line else None
    if source is None:
        return ""
    try:
        return line_text(source, problem.place.line, _LONGEST).strip()
    except IndexError:  # the file was cut off after it was checked
        return ""
