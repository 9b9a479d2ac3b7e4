"""Laws of the rules of a project, from the command line."""

import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from seedc.sandbox.home import locate
from seedc.sandbox.server import find
from tests.cli.test_start import EXTRAS, HEAVY, REPORT, WITHOUT
from tests.support.command import begin, seedc

pytestmark = pytest.mark.postgres

CHEAP = (
    "-- no item costs more than 100\nSELECT id, price FROM items WHERE price > 100\n"
)
DIES = """
import os, signal
import seedc.sandbox.judge.{module} as module
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
module.{function} = die
"""
SERVER_DIES = """
import seedc.sandbox.judge.run as module
from seedc.database.statements import execute
from seedc.sandbox.connect import connected
real = module.copy_tables
def die(connection, tables):
    copies = real(connection, tables)
    from seedc.sandbox.home import locate
    from seedc.sandbox.server import find
    from pathlib import Path
    with connected(find(locate(Path("."))), "postgres") as admin:
        execute(admin, b"SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            b" WHERE usename ~ '^seedc_rules_'")
    return copies
module.copy_tables = die
"""


@pytest.fixture(autouse=True)
def _rules(project: Path) -> Iterator[None]:
    """Give the project a rule that it keeps, and leave nothing running."""
    (project / "rules").mkdir()
    (project / "rules/cheap.sql").write_text(CHEAP)
    yield
    seedc("down", "--reset", cwd=project)


def _break(project: Path) -> None:
    seeds = project / "seeds/items.json"
    seeds.write_text(seeds.read_text("utf-8").replace(": 20", ": 900"), "utf-8")


def _is_up(project: Path) -> bool:
    return find(locate(project)) is not None


@pytest.mark.parametrize(
    "command", [["check"], ["build"], ["build", "--check"], ["up"]]
)
def test_commands(project: Path, command: list[str]) -> None:
    """Every command that checks runs the rules; what breaks one is refused."""
    seedc("build", cwd=project)
    kept = seedc(*command, cwd=project)
    assert (kept.code, kept.err) == (0, "")
    _break(project)
    broken = seedc(*command, cwd=project)
    assert broken.code == 1
    assert "error[broken-rule]: no item costs more than 100; here id = sword" in (
        broken.err
    )
    assert _is_up(project) == (command == ["up"])


def test_beside_up(project: Path) -> None:
    """A server that is up is used, and stays up with its data."""
    assert seedc("up", cwd=project).code == 0
    both = [begin("check", cwd=project) for _ in range(2)]
    for process in both:
        with process:
            process.communicate(timeout=100)
        assert process.returncode == 0
    assert _is_up(project)
    assert "nothing changed" in seedc("up", cwd=project).out


def test_left_out(project: Path) -> None:
    """`--no-rules` starts nothing and imports nothing, and says what it left out."""
    _break(project)
    done = seedc("check", "--no-rules", cwd=project, before=REPORT)
    said, _, modules = done.err.partition("\n")
    assert (done.code, said) == (0, "note: 1 rule not run: --no-rules")
    assert HEAVY & set(json.loads(modules)) == set()
    assert not locate(project).folder.exists()


@pytest.mark.parametrize("form", ["text", "json"])
def test_rows_with_errors(project: Path, form: str) -> None:
    """Rules see only whole data; that they wait is told after what they wait for."""
    seeds = project / "seeds/items.json"
    seeds.write_text(seeds.read_text("utf-8").replace(": 20", ': "x"'), "utf-8")
    done = seedc("check", "--format", form, cwd=project)
    assert done.code == 1
    assert done.err.splitlines()[-1] == ("note: 1 rule not run: the rows have errors")
    assert not locate(project).folder.exists()


def test_without_extra(project: Path) -> None:
    """Without the embedded Postgres the way out is named."""
    for missing in EXTRAS[:2]:
        done = seedc("check", cwd=project, before=WITHOUT.format([missing]))
        assert done.code == 3
        said, hint = done.err.splitlines()
        assert said.startswith("error: the rules cannot be run: the ")
        assert hint == (
            "help: pip install 'seedc[embedded]'; `--no-rules` checks without them"
        )


@pytest.mark.parametrize(
    ("module", "function"),
    [("database", "_clear"), ("run", "as_rule"), ("run", "copy_tables"),
     ("run", "keys_of")],
)  # fmt: skip
def test_killed(project: Path, module: str, function: str) -> None:
    """A check that is killed at any step is in nobody's way."""
    killed = DIES.format(module=module, function=function)
    assert seedc("check", cwd=project, before=killed).code == -signal.SIGKILL
    assert seedc("check", cwd=project).code == 0
    assert not _is_up(project)


def test_server_dies(project: Path) -> None:
    """A server that dies meanwhile is a failure of the world, and no verdict."""
    done = seedc("check", cwd=project, before=SERVER_DIES)
    assert done.code == 3
    assert done.err.startswith("error: the rules cannot be run: ")
    assert seedc("check", cwd=project).code == 0


def test_severity(project: Path) -> None:
    """A broken rule may be a warning; an invalid one may not."""
    toml = project / "seedc.toml"
    toml.write_text(toml.read_text() + '[severity]\nbroken-rule = "warning"\n')
    _break(project)
    done = seedc("check", cwd=project)
    assert done.code == 0
    assert "warning[broken-rule]" in done.err


def test_limit(project: Path) -> None:
    """The time of a rule can be set, and not be taken away."""
    toml = project / "seedc.toml"
    text = toml.read_text()
    endless = CHEAP.replace("items", "items, generate_series(1, 1000000000)")
    (project / "rules/cheap.sql").write_text(endless)
    toml.write_text(f'{text}[rules]\ntimeout = "20ms"\n')
    assert "error[rule-too-slow]" in seedc("check", cwd=project).err
    for wrong in ("0s", "5", "61s", "2min", "-1s", "1h"):
        toml.write_text(f'{text}[rules]\ntimeout = "{wrong}"\n')
        assert seedc("check", cwd=project).code == 1


@pytest.mark.skipif(sys.platform == "darwin", reason="it limits no memory")
def test_memory(project: Path) -> None:
    """A rule that takes too much memory is told, and the next one is run."""
    hungry = "SELECT array_agg(lpad('', 100000000, 'x')) FROM generate_series(1, 15)"
    law = f"-- hungry\nSELECT id FROM items WHERE ({hungry}) IS NULL\n"
    (project / "rules/a.sql").write_text(law)
    toml = project / "seedc.toml"
    toml.write_text(toml.read_text() + '[rules]\ntimeout = "60s"\n')
    _break(project)
    done = seedc("check", cwd=project)
    assert "error[rule-too-slow]: the rule takes too much space: out of memory" in (
        done.err
    )
    assert "error[broken-rule]: no item costs more than 100" in done.err
