"""Each folder in `examples` is a project for other people to start from."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from seedc.model.project import Project
from seedc.pipeline import build, compile_project, read_project
from seedc.sandbox.local import down
from tests.support.projects import problem_lines, problems_in

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/seedc.toml"))
WITH_SQLITE = sorted(p.parts[-4] for p in EXAMPLES.glob("*/out/sqlite/seed.sql"))


def test_there_are_examples() -> None:
    """The tests below do not pass for want of projects."""
    assert len(NAMES) >= 4
    assert len(WITH_SQLITE) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_an_example_has_no_problems(name: str, tmp_path: Path) -> None:
    """Nothing is wrong with an example, its rules hold, and nothing gives a warning."""
    copy = shutil.copytree(EXAMPLES / name, tmp_path / name)
    try:
        assert problem_lines(problems_in(copy)) == ""
    finally:
        down(copy, delete=True)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_was_built(name: str) -> None:
    """The committed outputs are what a build would write."""
    project = read_project(EXAMPLES / name)
    assert isinstance(project, Project)
    comparison = build(project, compile_project(project, run_rules=False))
    differing = {file.path for file in (*comparison.new, *comparison.changed)}
    assert differing | set(comparison.stale) == set()
    assert comparison.is_fresh


@pytest.mark.parametrize("name", NAMES)
def test_an_example_says_what_it_is(name: str) -> None:
    """Its page is there, and names commands that work on it."""
    page = (EXAMPLES / name / "README.md").read_text("utf-8")
    assert f"seedc build -C examples/{name}" in page


@pytest.mark.parametrize("name", WITH_SQLITE)
def test_an_example_loads_twice_into_sqlite(name: str) -> None:
    """Its rows arrive, all keys hold, and a second load changes nothing."""
    out = EXAMPLES / name / "out" / "sqlite"
    seed = (out / "seed.sql").read_text("utf-8")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((out / "schema.sql").read_text("utf-8"))
        connection.executescript(seed)
        loaded = list(connection.iterdump())
        connection.executescript(seed)
        assert list(connection.iterdump()) == loaded
        assert any(line.startswith("INSERT INTO") for line in loaded)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
