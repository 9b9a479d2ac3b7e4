"""Apply the fixes of problems to the files that they are in.

A file is read once more and has to hold what the fixes speak of, or nothing is
changed; then each takes the place of the old one, whole.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import final

from seedc.edit.files import Original, changed, read_original, replace
from seedc.model.diagnostic import Diagnostic, Edit, Fix
from seedc.model.source import Source


@final
@dataclass(frozen=True, slots=True)
class Repair:
    """A problem that was repaired.

    Attributes:
        problem: The problem.
        fix: What was done.
        before: The files of its edits as they were, by path.
    """

    problem: Diagnostic
    fix: Fix
    before: Mapping[str, Source]


def repair(root: Path, problems: Sequence[Diagnostic]) -> tuple[Repair, ...]:
    """Apply the fixes of problems, and return those that were repaired.

    Of fixes that touch the same text the first is applied: the others may no longer
    be right, which the next check tells.

    Args:
        root: The project's root, which the caller has locked.
        problems: The problems, of which only some have fixes.

    Raises:
        WorldError: A file changed since it was checked, may not be written, or leads
            out of the project. Nothing was changed.
        OSError: A file cannot be written. Files before it may have been changed, each
            to its end.
    """
    paths = {e.path for p in problems if p.fix is not None for e in p.fix.edits}
    originals = {path: read_original(root, path) for path in sorted(paths)}
    found = _apart(problems, originals)
    edits: dict[Path, list[Edit]] = {}
    for _, fix in found:
        for edit in fix.edits:
            edits.setdefault(originals[edit.path].file, []).append(edit)
    texts = {file: _text(own, originals) for file, own in edits.items()}
    for file, own in edits.items():
        replace(originals[own[0].path], edited(texts[file], own).encode())
    sources = {
        edit.path: Source(edit.path, texts[file])
        for file, own in edits.items()
        for edit in own
    }
    return tuple(Repair(problem, fix, sources) for problem, fix in found)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made, which do not overlap."""
    parts, at = [], 0
    for edit in sorted(edits, key=_span):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*parts, text[at:]))


def _apart(
    problems: Iterable[Diagnostic], originals: Mapping[str, Original]
) -> list[tuple[Diagnostic, Fix]]:
    """Return the problems with their fixes, without those that touch earlier ones.

    Through links a file may have several paths.
    """
    found: list[tuple[Diagnostic, Fix]] = []
    taken: dict[Path, list[tuple[int, int]]] = {}
    for problem in problems:
        edits = problem.fix.edits if problem.fix else ()
        spans = [(taken.setdefault(originals[e.path].file, []), e) for e in edits]
        if problem.fix is None or any(_touches(edit, own) for own, edit in spans):
            continue
        found.append((problem, problem.fix))
        for own, edit in spans:
            insort(own, _span(edit))
    return found


def _touches(edit: Edit, taken: Sequence[tuple[int, int]]) -> bool:
    """Say whether an edit shares text with spans, which are in order and apart."""
    at = bisect_right(taken, (edit.start, edit.start))
    behind = taken[at : at + 1]
    before = taken[max(0, at - 1) : at]
    return any(start < edit.end for start, _ in behind) or any(
        edit.start < end for _, end in before
    )


def _span(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _text(edits: Sequence[Edit], originals: Mapping[str, Original]) -> str:
    """Return the text of the one file that edits are of.

    Raises:
        WorldError: It is not the one that they were made for.
    """
    path = edits[0].path
    try:
        text = originals[path].content.decode()
    except UnicodeDecodeError:
        raise changed(path) from None
    if any(text[edit.start : edit.end] != edit.before for edit in edits):
        raise changed(path)
    return text
