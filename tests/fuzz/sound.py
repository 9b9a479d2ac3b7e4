"""What holds for every problem, whatever it is about."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from seedc.diagnostics.codes import CODES
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.model.source import Place
from seedc.pipeline import compile_project
from seedc.read.text_file import read_lossy
from tests.support.projects import project_in, write_project


def problems(files: Mapping[str, str | bytes]) -> Sequence[Diagnostic]:
    """Compile a project in a folder of its own; every problem must be sound.

    Its rules are read and not run, as that would take a database.
    """
    with TemporaryDirectory() as folder:
        root = write_project(Path(folder), files)
        found = _problems_in(root)
        assert_sound(root, found)
    return found


def _problems_in(root: Path) -> Sequence[Diagnostic]:
    project = project_in(root)
    if not isinstance(project, Project):
        return project
    return compile_project(project, run_rules=False).problems


def assert_sound(root: Path, found: Iterable[Diagnostic]) -> None:
    """Assert that problems have a known code, words, and places in files."""
    for problem in found:
        assert problem.code in CODES
        assert problem.message
        assert problem.help is None or problem.help
        for place in (problem.place, *(note.place for note in problem.notes)):
            assert _is_in_file(root, place), place
        for edit in problem.fix.edits if problem.fix else ():
            source = read_lossy(root, edit.path)
            assert source is not None
            assert source.text[edit.start : edit.end] == edit.before


def _is_in_file(root: Path, place: Place) -> bool:
    if not place.line:
        return (place.column, place.length) == (0, 1)
    source = read_lossy(root, place.path)
    if source is None:
        return False
    lines = source.text.split("\n")
    if not 1 <= place.line <= len(lines) or place.length < 1:
        return False
    # Behind the last character something may be missing.
    return 1 <= place.column <= len(lines[place.line - 1]) + 1
