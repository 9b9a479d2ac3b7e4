"""`seedc plan` and `seedc apply` on real databases, as people run them."""

import json
import os
import pty
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from seedc.database.connect import opened
from seedc.database.statements import execute
from seedc.sandbox.server import Server
from tests.support.command import environment, python, seedc
from tests.support.postgres import fresh_database

SQLITE = "sqlite:///dev.db"
URLS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture
def url(request: pytest.FixtureRequest, project: Path) -> Iterator[str]:
    """Make an empty database with the tables of the project."""
    if request.param == "sqlite":
        yield SQLITE
        return
    server: Server = request.getfixturevalue("embedded_server")
    assert seedc("build", cwd=project).code == 0
    with fresh_database(server) as conninfo:
        schema = (project / "out/postgres/schema.sql").read_bytes()
        with opened(conninfo) as connection:
            execute(connection, schema)
        yield conninfo


def _raise_price(project: Path) -> None:
    seed = project / "seeds/items.json"
    text = seed.read_text("utf-8").replace('"price": 20', '"price": 25')
    seed.write_text(text.replace('"1.0.0"', '"1.1.0"'), "utf-8")


def _on_terminal(answer: str, *arguments: str, cwd: Path) -> tuple[int, str]:
    """Run `seedc` on a terminal, where an answer is typed once it asks."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*python(), *arguments],
        cwd=cwd,
        env=environment({"NO_COLOR": "1"}),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    while part := _read(ours):
        if b"will do: " not in seen and b"will do: " in seen + part:
            os.write(ours, answer.encode())
        seen += part
    os.close(ours)
    return process.wait(60), seen.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # how Linux says that nobody writes to it any more
        return b""


@pytest.mark.parametrize("url", URLS, indirect=True)
def test_a_plan_is_applied_as_it_was_shown(project: Path, url: str) -> None:
    """From an empty database to a change, each step says what it finds."""
    on = f"--database={url}"
    assert seedc("apply", on, "--yes", cwd=project).code == 0
    empty = seedc("plan", on, "--detailed-exitcode", cwd=project)
    assert (empty.code, empty.err) == (0, "")
    assert empty.out.startswith("nothing to do: 3 rows are as the seeds say\n")
    _raise_price(project)
    shown = seedc("plan", on, "--out=plan.json", "--detailed-exitcode", cwd=project)
    assert shown.code == 1
    assert "  ~ update sword\n      price: 20 -> 25 (+5, +25 %)\n" in shown.out
    assert "  items.json: 1.0.0 -> 1.1.0\n" in shown.out
    mark = json.loads((project / "plan.json").read_text("utf-8"))["fingerprint"]
    assert shown.out.endswith(f"\nfingerprint: {mark}\n")
    done = seedc("apply", on, "--plan=plan.json", cwd=project)
    assert (done.code, done.err) == (0, "")
    assert "applied as run 2: 1 updated in 1 table (" in done.out
    again = seedc("apply", on, "--plan=plan.json", cwd=project)
    assert again.code == 1
    assert "refused[plan-changed]" in again.out


@pytest.mark.parametrize("url", URLS, indirect=True)
@pytest.mark.parametrize("answer", ["yes\n", "no\n", "\x04"])
def test_a_person_decides(project: Path, url: str, answer: str) -> None:
    """What is not agreed to leaves no trace."""
    on = f"--database={url}"
    agreed = answer == "yes\n"
    code, said = _on_terminal(answer, "apply", on, cwd=project)
    assert code == (0 if agreed else 1)
    assert "plan: 3 to insert in 2 tables" in said
    assert ("applied as run 1: 3 inserted" in said) == agreed
    assert ("nothing was applied" in said) != agreed
    code = seedc("plan", on, "--detailed-exitcode", cwd=project).code
    assert code == (0 if agreed else 1)


@pytest.mark.postgres
@pytest.mark.parametrize("url", URLS[1:], indirect=True)
def test_an_artifact_needs_no_sources(project: Path, url: str, tmp_path: Path) -> None:
    """What was built is applied from anywhere, and is what the sources say."""
    file = tmp_path / "game.seedc"
    built = seedc("build", f"--artifact={file}", cwd=project)
    assert (built.code, built.err) == (0, "")
    on, taken = f"--database={url}", f"--from={file}"
    plans = [
        seedc("plan", on, "--format=json", cwd=project),
        seedc("plan", on, "--format=json", taken, cwd=tmp_path),
    ]
    assert plans[0] == plans[1]
    done = seedc("apply", on, "--yes", taken, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    same = seedc("plan", on, "--detailed-exitcode", cwd=project)
    assert same.out.startswith("nothing to do: 3 rows")
    again = seedc("apply", on, "--yes", "--trust-ledger", taken, cwd=tmp_path)
    assert again.out.startswith("nothing to do: 3 rows")


@pytest.mark.postgres
@pytest.mark.parametrize("url", URLS[1:], indirect=True)
def test_what_was_deployed_is_not_lost_by_a_fork(project: Path, url: str) -> None:
    """Seeds of a branch that lacks the last applied commit stop, unless told to go."""
    on = f"--database={url}"
    _git(project, "init", "-q", "-b", "main")
    (project / ".gitignore").write_text("out/\n")
    _commit(project)
    _git(project, "branch", "other")
    _raise_price(project)
    _commit(project)
    assert seedc("apply", on, "--yes", cwd=project).code == 0
    _git(project, "checkout", "-q", "other")
    _raise_price(project)
    (project / "notes.md").write_text("of another branch")
    _commit(project)
    refused = seedc("apply", on, "--yes", cwd=project)
    assert refused.code == 1
    assert "refused[forked-history]: commit " in refused.out
    assert "override: --allow fork" in refused.out
    assert seedc("apply", on, "--yes", "--allow=fork", cwd=project).code == 0


def _commit(project: Path) -> None:
    _git(project, "add", "-A")
    who = ("-c", "user.name=me", "-c", "user.email=me@localhost")
    _git(project, *who, "commit", "-q", "-m", "seeds")


def _git(project: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", project, *arguments], check=True)


def test_nobody_is_asked_on_half_a_terminal(project: Path) -> None:
    """Whoever does not see the plan cannot agree to it."""
    done = seedc("apply", f"--database={SQLITE}", cwd=project)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("refused: nobody can be asked")
    assert not (project / "dev.db").exists()


def test_what_the_application_wrote_stays(project: Path) -> None:
    """Rows that the seeds did not write are none of their business."""
    on = f"--database={SQLITE}"
    seedc("apply", on, "--yes", cwd=project)
    with closing(sqlite3.connect(project / "dev.db")) as connection:
        connection.execute("INSERT INTO items (id, name) VALUES ('bow', 'Bow')")
        connection.commit()
    done = seedc("plan", on, "--detailed-exitcode", cwd=project)
    assert done.code == 0
    assert done.out.startswith("nothing to do")


@pytest.mark.parametrize(
    "option", ["--redis=redis://localhost", "--format=sql", "--from=seedc.toml"]
)
def test_sqlite_says_what_it_cannot(project: Path, option: str) -> None:
    """It is for local work, and nothing is silently left out."""
    command = ["apply", "--yes"] if "redis" in option else ["plan"]
    done = seedc(*command, f"--database={SQLITE}", option, cwd=project)
    assert (done.code, done.out) == (2, "")
    assert "SQLite" in done.err


@pytest.mark.parametrize("command", [["plan"], ["apply", "--yes"]])
def test_a_password_is_never_shown(project: Path, command: list[str]) -> None:
    """Not even where the database cannot be reached."""
    url = "postgresql://me:hunter2hunter2@localhost:1/none"
    for more, env in (([f"--database={url}"], {}), ([], {"DATABASE_URL": url})):
        done = seedc(*command, *more, cwd=project, env=env)
        assert (done.code, done.out) == (3, "")
        assert "hunter2" not in done.err
