"""A world that fails is told in words, and nothing is half done."""

from pathlib import Path

import pytest

from seedc.model.errors import WorldError
from seedc.model.release import Release
from seedc.script.artifact import artifact
from tests.apply.database import everything, value
from tests.apply.failures import FAILURES, Failure, seeds
from tests.apply.releases import release, seed_sql
from tests.apply.stock import CATALOG, DDL, state, stock
from tests.apply.ways import applied
from tests.sql import run
from tests.support.command import seedc

_FAILED = "SELECT error FROM seedc.runs WHERE outcome = 'failed'"


def _broken(database: str, failure: Failure) -> str:
    """Stock a database, have people break it, and say how to reach it."""
    run.apply(database, DDL)
    applied(stock(state()), database)
    run.apply(database, failure.people)
    return run.with_options(database, failure.settings, "UTF8")


def _release(failure: Failure) -> Release:
    return release(CATALOG, seeds(), failure.deploy, "public")


@pytest.mark.parametrize("name", FAILURES)
def test_the_command(new_database: str, tmp_path: Path, name: str) -> None:
    """It says what is wrong, in one line, and ends with exit code 3."""
    failure = FAILURES[name]
    conninfo = _broken(new_database, failure)
    before = everything(new_database)
    (tmp_path / "release").write_bytes(artifact(_release(failure)))
    done = seedc(
        "apply", "--yes", "--from", "release", "--database", conninfo, cwd=tmp_path
    )
    assert (done.code, done.out) == (3, "")
    for piece in failure.says:
        assert piece in done.err
    assert "Traceback" not in done.err
    assert everything(new_database) == before


@pytest.mark.parametrize("name", FAILURES)
def test_the_oldest_server(old_database: str, name: str) -> None:
    """It fails there as it does on the newest one."""
    failure = FAILURES[name]
    conninfo = _broken(old_database, failure)
    before = everything(old_database)
    with pytest.raises(WorldError) as failed:
        applied(_release(failure), conninfo)
    for piece in failure.says:
        assert piece in failed.value.message
    assert everything(old_database) == before


@pytest.mark.parametrize("name", FAILURES)
def test_psql(new_database: str, name: str) -> None:
    """`seed.sql` leaves all as it was, as well."""
    failure = FAILURES[name]
    conninfo = _broken(new_database, failure)
    before = everything(new_database)
    sql = seed_sql(CATALOG, seeds(), failure.deploy, "public")
    assert run.try_psql(conninfo, sql).returncode == 3
    assert everything(new_database) == before


def test_a_failure_is_kept(new_database: str) -> None:
    """The ledger says why a run failed, though the run itself left nothing."""
    failure = FAILURES["a check"]
    conninfo = _broken(new_database, failure)
    with pytest.raises(WorldError):
        applied(_release(failure), conninfo)
    kept = str(value(new_database, _FAILED))
    assert kept.startswith("23514: check `cheap` of `items` does not hold")


def test_nothing_there(tmp_path: Path) -> None:
    """A server that cannot be reached has exit code 3, too."""
    (tmp_path / "release").write_bytes(artifact(stock(state())))
    where = f"host='{tmp_path}' dbname=game"
    done = seedc(
        "apply", "--yes", "--from", "release", "--database", where, cwd=tmp_path
    )
    assert done.code == 3
    assert "no server listens at that socket" in done.err
