"""The sample, from its sources to databases, as a newcomer runs it."""

import json
import re
import shlex
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.command import seedc
from tests.support.sample import copy_sample


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Copy the sample, without its outputs, and leave nothing of it running."""
    copy = copy_sample(tmp_path_factory.mktemp("sample") / "project")
    yield copy
    seedc("down", "--reset", cwd=copy)


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    """Build the copy; return its output folder."""
    done = seedc("build", cwd=project)
    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(r"built \d+ files in out/: \d+ new\n", done.out)
    return project / "out"


def records(project: Path) -> dict[str, int]:
    """Return the number of records in each seed file or folder of them."""
    counts: dict[str, int] = {}
    for file in (project / "seeds").rglob("*.json"):
        name = file.relative_to(project / "seeds").parts[0].removesuffix(".json")
        counts[name] = counts.get(name, 0) + len(json.loads(file.read_bytes())["data"])
    return counts


def tables(project: Path) -> dict[str, str]:
    """Return the name of the table of each seed file or folder of them."""
    found = {}
    for file in (project / "schemas").glob("*.schema.json"):
        stem = file.name.removesuffix(".schema.json")
        table = json.loads(file.read_bytes()).get("x-table")
        if table is not None:
            found[stem] = table.get("name", stem)
    return found


def test_check(project: Path) -> None:
    """The sample has no problem, and not even a warning."""
    done = seedc("check", cwd=project)
    assert (done.code, done.err) == (0, "")


def test_fresh(project: Path, built: Path) -> None:
    """After a build the outputs are fresh; after a change they are not."""
    assert seedc("build", "--check", cwd=project).code == 0
    enemies = project / "seeds/enemies.json"
    before = enemies.read_bytes()
    enemies.write_bytes(before.replace(b'"name": "', b'"name": "Old ', 1))
    changed = seedc("build", "--check", cwd=project)
    enemies.write_bytes(before)
    assert changed.code == 1
    assert seedc("build", "--check", cwd=project).code == 0
    assert built.is_dir()


def test_version_alone(project: Path, built: Path) -> None:
    """A version is a line of `seed.sql`, which guards by it; layout is in no output."""
    items, seed = project / "seeds/items.json", built / "postgres/seed.sql"
    before, lines = items.read_text("utf-8"), seed.read_text("utf-8").splitlines()
    envelope, data = before.split('"data"')
    data = data.replace("  ", "\t")
    items.write_text(f'{envelope}"data"{data}', "utf-8")
    assert seedc("build", "--check", cwd=project).code == 0
    envelope = re.sub(r'"version": "[^"]*"', '"version": "99.0.0"', envelope)
    items.write_text(f'{envelope}"data"{data}', "utf-8")
    done = seedc("build", cwd=project)
    assert (done.out.partition(": ")[2], done.err) == ("1 changed\n", "")
    changed = [*{*seed.read_text("utf-8").splitlines()} - {*lines}]
    items.write_text(before, "utf-8")
    assert seedc("build", cwd=project).code == 0
    assert changed == ["        ('items.json', '99.0.0'),"]


def test_sqlite(project: Path, built: Path) -> None:
    """SQLite takes the outputs, twice, and holds a row for every record."""
    schema = (built / "sqlite/schema.sql").read_text("utf-8")
    seed = (built / "sqlite/seed.sql").read_text("utf-8")
    names = tables(project)
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(schema)
        for _ in range(2):
            database.executescript(seed)
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            for stem, count in records(project).items():
                query = f'SELECT count(*) FROM "{names[stem]}"'  # noqa: S608, our own
                assert database.execute(query).fetchone() == (count,), stem


@pytest.mark.postgres
@pytest.mark.skipif(shutil.which("psql") is None, reason="there is no psql")
def test_postgres(project: Path, built: Path) -> None:
    """`up` loads a row for every record, and psql takes the same files again."""
    done = seedc("up", cwd=project)
    assert (done.code, done.err) == (0, "")
    line = re.search(r"^connect with  (psql .*)$", done.out, re.MULTILINE)
    assert line is not None
    psql = [*shlex.split(line[1]), "--no-psqlrc", "-qAt", "-v", "ON_ERROR_STOP=1"]
    again = _output([*psql, "-f", str(built / "postgres/seed.sql")])
    assert again == ""
    names = tables(project)
    for stem, count in records(project).items():
        query = f'SELECT count(*) FROM "{names[stem]}"'  # noqa: S608, our own
        assert _output([*psql, "-c", query]) == f"{count}\n", stem


def _output(command: list[str]) -> str:
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return done.stdout
