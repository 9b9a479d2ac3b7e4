"""Hold what a check found against a baseline file, and write that file."""

import os
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from seedc.cli.results import counted
from seedc.cli.terminal import out
from seedc.diagnostics.baseline import Compared, baseline_text, compare, stale
from seedc.diagnostics.severity import with_severity
from seedc.edit.files import write
from seedc.folder_lock import flocked
from seedc.model.baseline import BaselineFile
from seedc.model.diagnostic import Diagnostic, has_errors
from seedc.model.errors import UsageError
from seedc.model.project import Project
from seedc.model.source import Source
from seedc.pipeline import Compiled
from seedc.read.baseline import read_baseline
from seedc.read.text_file import read_lossy

Held: TypeAlias = tuple[Sequence[Diagnostic], int]
"""The problems that are not known, and how many are."""


def hold_against(project: Project, compiled: Compiled, path: str) -> Held:
    """Hide the problems that a baseline knows; say what is wrong with it, or gone.

    Raises:
        UsageError: There is no baseline.
    """
    try:
        file = read_baseline(project.root, path)
    except FileNotFoundError:
        message = f"there is no baseline `{path}`"
        hint = "write one: seedc check --write-baseline"
        raise UsageError(message, hint=hint) from None
    if not isinstance(file, BaselineFile):
        return (*compiled.problems, *file), 0
    found = _compare(project, compiled, file)
    # With new problems nobody knows what is gone: they may hide it.
    gone = None if has_errors(found.new) else stale(file, found.gone)
    more = with_severity([gone] if gone else [], project.severity)
    return (*found.new, *more), sum(found.known.values())


def write_baseline(project: Project, compiled: Compiled, path: str) -> Held:
    """Write what is known: all that may be, the first time; then only what is left.

    Raises:
        WorldError: The file leads out of the project, or may not be written.
        OSError: The file cannot be written.
    """
    with flocked(project.root, shared=False):
        file = None
        if os.path.lexists(project.root / path):
            file = read_baseline(project.root, path)
        if isinstance(file, list):
            return (*compiled.problems, *file), 0
        found = _compare(project, compiled, file)
        _write(project, path, file, found)
    return found.new, sum(found.known.values())


def _compare(
    project: Project, compiled: Compiled, file: BaselineFile | None
) -> Compared:
    read: Mapping[str, Source] = compiled.sources
    return compare(
        compiled.problems,
        None if file is None else file.known,
        lambda path: read.get(path) or read_lossy(project.root, path),
    )


def _write(
    project: Project, path: str, file: BaselineFile | None, found: Compared
) -> None:
    count = counted(sum(found.known.values()), "known problem")
    if has_errors(found.new):
        out(f"{path} was not written: mend what cannot be known, or is new")
    elif file is not None and not found.gone:
        out(f"{path} stays as it is: {count}")
    else:
        write(project.root, path, baseline_text(found.known).encode())
        gone = sum(found.gone.values())
        out(f"wrote {path}: {count}" + (f", {gone:,} fewer" if gone else ""))
