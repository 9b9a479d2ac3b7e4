"""Each folder in `golden` is a project, with what it compiles to or what is wrong.

`problems.txt` holds its problems, `out/` the files it builds; a case without the
first has no problems, one without the second builds nothing.
"""

import shutil
from pathlib import Path

import pytest

from seedc.model.project import Project
from seedc.pipeline import build, compile_project
from seedc.read.project_file import PROJECT_FILE
from tests.support.projects import problem_lines, problems_in, project_in

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir())
PARTS = {PROJECT_FILE, "schemas", "seeds", "templates", "out", "problems.txt"}


@pytest.mark.parametrize("name", CASES)
def test_a_project_compiles_as_kept(name: str, *, update_golden: bool) -> None:
    """A project has the problems, or builds the files, that its folder holds."""
    folder = GOLDEN / name
    problems = problem_lines(problems_in(folder))
    built = _built(folder)
    if update_golden:
        _write(folder, problems, built)
        pytest.fail("golden files were written")
    assert problems == _kept_problems(folder)
    assert built == _kept_files(folder / "out")


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_complete_and_holds_nothing_else(name: str) -> None:
    """No expectation is empty, and no file stays behind when its case is gone."""
    folder = GOLDEN / name
    assert {path.name for path in folder.iterdir()} <= PARTS
    assert (folder / "problems.txt").exists() or (folder / "out").exists()
    assert _kept_problems(folder) or not (folder / "problems.txt").exists()


def _built(folder: Path) -> dict[str, bytes]:
    """Return the files that a build would leave in `out`, none if it is refused."""
    project = project_in(folder)
    if not isinstance(project, Project):
        return {}
    compiled = compile_project(project)
    if compiled.rows is None:
        return {}
    comparison = build(project, compiled)
    same = {path: (folder / "out" / path).read_bytes() for path in comparison.same}
    made = {f.path: f.content for f in (*comparison.new, *comparison.changed)}
    return same | made


def _kept_problems(folder: Path) -> str:
    file = folder / "problems.txt"
    return file.read_text("utf-8") if file.exists() else ""


def _kept_files(out: Path) -> dict[str, bytes]:
    files = [path for path in out.rglob("*") if path.is_file()]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def _write(folder: Path, problems: str, built: dict[str, bytes]) -> None:
    shutil.rmtree(folder / "out", ignore_errors=True)
    for path, content in built.items():
        (folder / "out" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "out" / path).write_bytes(content)
    (folder / "problems.txt").unlink(missing_ok=True)
    if problems:
        (folder / "problems.txt").write_text(problems, "utf-8")
