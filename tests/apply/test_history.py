"""`seedc history`, and the exit codes of the commands that read the ledger."""

import json
from pathlib import Path

import pytest

from seedc.cli.main import main
from seedc.model.errors import WorldError
from seedc.model.plan import Options
from seedc.model.release import History
from seedc.script.artifact import artifact
from tests.apply.backwards import IN_PUBLIC, rolled_back
from tests.apply.stock import DDL, item, state, stock
from tests.apply.ways import applied
from tests.sql import run

COMMIT = "3f2a91c04b7e" + "0" * 28


@pytest.fixture
def shop(database: str) -> str:
    """Give a database with three runs: an apply, another, and its rollback."""
    _do(database, "DROP SCHEMA IF EXISTS seedc CASCADE")
    _do(database, DDL)
    applied(stock(state()), database, Options(actor="ann"))
    rows = state()
    rows["items"] = [item("ale", 7), *rows["items"][1:]]
    options = Options(actor="bob", allow=frozenset(["removals"]))
    applied(stock(rows, "1.1.0", history=History(COMMIT)), database, options)
    rolled_back(database, IN_PUBLIC)
    return database


def _do(database: str, statement: str) -> None:
    with run.connected(database) as connection:
        connection.execute(statement.encode())


def _run(shop: str, *arguments: str) -> int:
    command, *rest = arguments
    return main([command, "--database", shop, *rest])


def test_the_last_runs_come_first(
    shop: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each with who, when, from which commit, what changed, and what was overridden."""
    assert _run(shop, "history", "--target=game") == 0
    third, second, first = capsys.readouterr().out.split("\n\n")
    assert "rollback  somebody as seedc" in third
    assert "back to run 1" in third
    assert "items.json: 1.1.0 -> 1.0.0" in third
    assert "apply     bob as seedc  3f2a91c04b7e" in second
    assert "1 updated in 1 table" in second
    assert "allowed: removals" in second
    assert "8 inserted in 3 tables" in first
    assert "items.json: none -> 1.0.0" in first


def test_as_many_as_are_wanted(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON for a program, with all that the ledger has."""
    assert _run(shop, "history", "--target=game", "-n", "2", "--format=json") == 0
    third, second = json.loads(capsys.readouterr().out)["runs"]
    assert (third["kind"], third["restores"], third["commit"]) == ("rollback", 1, None)
    assert second["changed_versions"]["items.json"] == {"then": "1.0.0", "now": "1.1.0"}
    assert second["changes"] == {"items": {"update": 1}}
    assert (second["allowed"], second["actor"]) == (["removals"], "bob")


def test_one_run_in_full(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the content of each table; no other run has its number."""
    assert _run(shop, "history", "--target=game", "2") == 0
    said = capsys.readouterr().out
    assert said.startswith("run 2 of game: apply, done\n")
    assert f"  commit: {COMMIT}\n" in said
    assert "    items: 1 updated\n" in said
    assert _run(shop, "history", "--target=game", "44") == 3
    assert "no run 44 of `game`" in capsys.readouterr().err


def test_a_failed_run_is_shown(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the reason."""
    _do(shop, "ALTER TABLE items ADD CHECK (rank < 100)")
    rows = state()
    rows["items"] = [item("ale", 700), *rows["items"][1:]]
    with pytest.raises(WorldError):
        applied(stock(rows, "1.2.0"), shop)
    assert _run(shop, "history", "--target=game", "-n1") == 0
    assert "failed: 23514: " in capsys.readouterr().out


def test_what_a_secret_looks_like_is_masked(
    shop: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever wrote it into the ledger."""
    secret = "ghp_" + "a1B2" * 9
    _do(shop, f"UPDATE seedc.runs SET actor = '{secret}'")  # noqa: S608, a test's own
    for form in ("text", "json"):
        assert _run(shop, "history", "--target=game", f"--format={form}") == 0
        assert secret not in capsys.readouterr().out


def test_a_target_of_others(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The ledger says whose runs it has."""
    assert _run(shop, "history", "--target=gaem") == 3
    said = capsys.readouterr().err
    assert "error: the ledger has no run of `gaem`\n" in said
    assert "help: it has runs of `game`\n" in said


def test_a_database_without_a_ledger(
    database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so."""
    _do(database, "DROP SCHEMA IF EXISTS seedc CASCADE")
    assert _run(database, "history", "--target=game") == 3
    assert "the database has no ledger" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["history", "rollback", "drift"])
def test_a_sqlite(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told that this needs a Postgres."""
    assert main([command, "--database=sqlite:///dev.db"]) == 2
    assert f"`seedc {command}` needs a Postgres" in capsys.readouterr().err


def test_rollback_asks(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody can answer it wants --yes; --dry-run changes nothing."""
    assert _run(shop, "rollback", "--target=game") == 1
    assert "--yes" in capsys.readouterr().err
    assert _run(shop, "rollback", "--target=game", "--dry-run") == 0
    assert (
        "undoes run 1: back to the state before the first run"
        in capsys.readouterr().out
    )
    assert _run(shop, "rollback", "--target=game", "--yes", "--format=json") == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["undoes"] == 1
    assert err.startswith("rolled back run 1 as run 4: 8 deleted in 3 tables")
    assert _run(shop, "rollback", "--target=game", "--yes") == 3


def test_a_refused_rollback(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It exits with 1 and says why."""
    _do(shop, "UPDATE items SET price = 5")
    assert _run(shop, "rollback", "--target=game", "--yes", "--strict") == 1
    out, err = capsys.readouterr()
    assert "refused[edited-rows]: items: these rows were changed since" in out
    assert err == "nothing was rolled back\n"


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_drift_exits_with_1(
    shop: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """Only for what somebody did, and not for what is not deployed."""
    rows = state()
    rows["shops"] = [*rows["shops"], ("bar", "The Bar", None, None)]
    file = tmp_path / "release"
    file.write_bytes(artifact(stock(rows, "1.3.0")))
    asked = ("drift", f"--from={file}", f"--format={form}")
    assert _run(shop, *asked) == 0
    assert "pending" in capsys.readouterr().out
    _do(shop, "UPDATE items SET price = 5 WHERE id = 'ale'")
    assert _run(shop, *asked) == 1
    said = capsys.readouterr().out
    assert "edited" in said
    assert "5" in said
