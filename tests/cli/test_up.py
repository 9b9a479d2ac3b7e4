"""Laws of `up` and `down`."""

import re
import shlex
import shutil
import signal
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command import begin, seedc
from tests.support.projects import seed

pytestmark = pytest.mark.postgres

DIES = """
import os, signal, time
import seedc.sandbox.{module} as module
def die(*_, **__): os.kill(os.getpid(), signal.{signal}); time.sleep(60)
module.{function} = die
"""


@pytest.fixture(autouse=True)
def _down(project: Path) -> Iterator[None]:
    """Leave nothing running."""
    yield
    seedc("down", "--reset", cwd=project)


def test_life(project: Path) -> None:
    """The database is made, left alone, updated, built anew, stopped and deleted."""
    modes = _modes(project)
    assert "\nloaded a new database: 2 tables, 3 rows\n" in _up(project)
    assert "\nnothing changed: the database has 2 tables, 3 rows\n" in _up(project)

    _replace(project / "seeds/items.json", "Potion", "Elixir")
    changed = _up(project)
    assert "\nchanged 1 row: the database has 2 tables, 3 rows\n" in changed
    assert re.search(r"^  items +- +1 +-$", changed, re.MULTILINE)
    assert _ask(changed, "SELECT name FROM items ORDER BY name") == "Elixir\nSword ⚔️\n"

    _replace(project / "schemas/items.schema.json", '"price"', '"cost"')
    _replace(project / "seeds/items.json", '"price"', '"cost"')
    assert "\nthe schema changed, so the database was built anew" in _up(project)
    assert _ask(_up(project), "SELECT sum(cost) FROM items") == "20\n"

    for arguments, said in (
        ([], "stopped\n"),
        ([], "nothing is running\n"),
        (["--reset"], "deleted\n"),
        (["--reset"], "nothing to delete\n"),
        ([], "nothing is running\n"),
    ):
        done = seedc("down", *arguments, cwd=project)
        assert (done.code, done.out, done.err) == (0, said, "")
    assert modes.items() <= _modes(project).items()


def test_rows_that_leave_without_a_word(project: Path) -> None:
    """What a deployment would refuse is tried out in a database that is built anew."""
    _up(project)
    other = seed({"id": "other", "item_id": "potion"})
    (project / "seeds/drops.json").write_text(other)
    changed = _up(project)
    why = "the seeds do not follow from what was in it, so the database was built anew"
    assert f"\n{why}: 2 tables, 3 rows\n" in changed
    assert _ask(changed, "SELECT id FROM drops") == "other\n"
    assert "\nnothing changed: " in _up(project)


def test_transaction_of_the_caller(project: Path) -> None:
    """Files that leave the transaction to their caller are loaded in one as well."""
    by_caller = 'postgres = { transaction = "caller" }'
    _replace(project / "seedc.toml", "postgres = {}", by_caller)
    assert "\nloaded a new database: 2 tables, 3 rows\n" in _up(project)
    _replace(project / "seeds/items.json", "Potion", "Elixir")
    changed = _up(project)
    assert "\nchanged 1 row: the database has 2 tables, 3 rows\n" in changed
    assert _ask(changed, "SELECT name FROM items ORDER BY name") == "Elixir\nSword ⚔️\n"


def test_data_outlives_the_server(project: Path) -> None:
    """What was written into the database by hand is there after `down` and `up`."""
    _ask(_up(project), "CREATE TABLE mine AS SELECT 42 AS answer")
    seedc("down", cwd=project)
    assert _ask(_up(project), "SELECT answer FROM mine") == "42\n"


@pytest.mark.parametrize(
    ("module", "function"),
    [("start", "_launch"), ("cluster", "run"), ("load", "swap"), ("load", "_seed")],
)
def test_killed(project: Path, module: str, function: str) -> None:
    """An `up` that is killed at any step is in nobody's way."""
    killed = DIES.format(module=module, function=function, signal="SIGKILL")
    assert seedc("up", cwd=project, before=killed).code == -signal.SIGKILL
    assert _ask(_up(project), "SELECT count(*) FROM items") == "2\n"


def test_interrupted(project: Path) -> None:
    """An `up` that is interrupted is in nobody's way either."""
    killed = DIES.format(module="load", function="_seed", signal="SIGINT")
    assert seedc("up", cwd=project, before=killed).code == -signal.SIGINT
    assert _ask(_up(project), "SELECT count(*) FROM items") == "2\n"


def test_at_once(project: Path) -> None:
    """Of two at once one waits for the other, and both end right."""
    both = [begin("up", cwd=project), begin("up", cwd=project)]
    for process in both:
        with process:
            out, complaint = process.communicate(timeout=100)
        assert process.returncode == 0, complaint
        assert re.sub("waiting for .*\n", "", complaint) == ""
        assert _ask(out, "SELECT count(*) FROM items") == "2\n"


def test_without_target(project: Path) -> None:
    """Without the target `postgres` there is nothing to load."""
    (project / "seedc.toml").write_text('[project]\nname = "g"\n[targets]\neditor={}\n')
    done = seedc("up", cwd=project)
    assert done.code == 3
    assert done.err == (
        "error: `up` needs the target `postgres`\n"
        "help: add `postgres = {}` to [targets] in seedc.toml\n"
    )


@pytest.mark.parametrize("name", ["Game-Of_Hearts", "x" * 40, "postgres", "template1"])
def test_name(project: Path, name: str) -> None:
    """Any name of a project gives a database that can be connected to."""
    (project / "seedc.toml").write_text(
        f'[project]\nname = "{name}"\n[targets]\npostgres={{}}\n'
    )
    assert _ask(_up(project), "SELECT count(*) FROM items") == "2\n"


def _up(project: Path) -> str:
    done = seedc("up", cwd=project)
    assert (done.code, done.err) == (0, "")
    return done.out


def _ask(said: str, query: str) -> str:
    """Ask the database, by the line that `up` printed."""
    if shutil.which("psql") is None:
        pytest.skip("there is no psql")
    line = re.search(r"^connect with  (psql .*)$", said, re.MULTILINE)
    assert line is not None
    done = subprocess.run(
        [*shlex.split(line[1]), "--no-psqlrc", "-At", "-c", query],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


def _replace(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def _modes(project: Path) -> dict[Path, int]:
    """Return the modes of the project's folders and of all above them."""
    folders = [p for p in project.rglob("*") if p.is_dir() and "out" not in p.parts]
    found = [project, *project.parents, *folders]
    return {path: stat.S_IMODE(path.stat().st_mode) for path in found}
