"""Print what was repaired, or would be."""

import sys
from collections.abc import Iterator, Sequence

from seedc.cli.results import counted
from seedc.cli.terminal import has_color, out
from seedc.diagnostics.diff import by_line, diff
from seedc.diagnostics.paint import BOLD, GREEN, Paint, painter
from seedc.diagnostics.visible import visible
from seedc.edit.repair import Repair
from seedc.model.diagnostic import Edit
from seedc.text.secrets import redact

_MOST_EDITS = 3
"""Edits of one fix that are shown; of further ones the number is enough."""


def show_repairs(repairs: Sequence[Repair], *, done: bool) -> None:
    """Print each repair with its place and what it changes, and how many there are.

    Args:
        repairs: The repairs, in the order in which they were made.
        done: Whether the files were changed, and not only would be.
    """
    paint = painter(color=has_color(sys.stdout))
    for repair in repairs:
        for line in _lines(repair, paint, "fixed" if done else "would fix"):
            # The runner of GitHub Actions takes `##[` for a command.
            out(line.replace("##[", "##("))
        out()
    files = {edit.path for repair in repairs for edit in repair.fix.edits}
    count, where = counted(len(repairs), "problem"), counted(len(files), "file")
    if not repairs:
        out("nothing to fix")
    elif done:
        out(f"fixed {count} in {where}")
    else:
        out(f"would fix {count} in {where}; run `seedc check --fix`")


def _lines(repair: Repair, paint: Paint, label: str) -> Iterator[str]:
    problem = repair.problem
    edits = [(text, e) for text, own in _texts(repair) for e in by_line(text, own)]
    place = problem.place
    where = paint(f"{visible(place.path)}:{place.line}:{place.column}:", BOLD)
    what = visible(redact(repair.fix.message))
    yield f"{where} {paint(f'{label}[{problem.code}]', GREEN)}: {what}"
    for text, edit in edits[:_MOST_EDITS]:
        yield from diff(text, edit, paint)
    if len(edits) > _MOST_EDITS:
        yield f"... and {counted(len(edits) - _MOST_EDITS, 'more place')}"


def _texts(repair: Repair) -> Iterator[tuple[str, list[Edit]]]:
    """Yield each file that a repair changes, as it was, and its edits there."""
    for path in dict.fromkeys(edit.path for edit in repair.fix.edits):
        own = [edit for edit in repair.fix.edits if edit.path == path]
        yield repair.before[path].text, own
