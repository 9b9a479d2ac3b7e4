"""All or nothing, one at a time, and nothing left behind."""

from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep

import psycopg
import pytest

from seedc.model.project import Deploy, PostgresOptions
from tests.sql import build, run
from tests.sql.inventory import CATALOG, DDL, item, state

CALLER = PostgresOptions(transaction="caller")
SEED = build.postgres_sql(CATALOG, state())
GUEST = build.postgres_sql(CATALOG, state(), CALLER)
ALL_NEW = {"items": (3, 0, 0), "items_tags": (3, 0, 0), "shops": (2, 0, 0)}
SETTINGS = "SELECT name, setting FROM pg_settings ORDER BY 1"
LEFTOVERS = "SELECT relname FROM pg_class WHERE relpersistence = 't'"


@pytest.fixture
def empty(database: str) -> str:
    """Give a database that has the tables, without rows."""
    run.apply(database, DDL)
    return database


def _count(conninfo: str) -> int:
    with run.connected(conninfo) as connection:
        return len(connection.execute("SELECT FROM items").fetchall())


def test_a_run_that_is_killed_leaves_nothing(empty: str) -> None:
    """Up to its last line, all of it can be undone by pulling the plug."""
    with run.connected(empty) as connection, run.connected(empty) as other:
        run.run(connection, SEED.removesuffix("COMMIT;\n"))
        other.execute("SELECT pg_terminate_backend(%s)", [connection.info.backend_pid])
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
        assert other.execute(LEFTOVERS.encode()).fetchall() == []
    assert _count(empty) == 0
    assert run.apply(empty, SEED) == ALL_NEW


@pytest.mark.parametrize("line", range(20, SEED.count("\n"), 71))
def test_a_run_that_fails_leaves_nothing(empty: str, line: int) -> None:
    """Wherever psql stops, the tables are as they were."""
    begun = "".join(SEED.splitlines(keepends=True)[:line])
    failed = run.try_psql(empty, f"{begun}\n'; $seedc$ broken")
    assert failed.returncode != 0
    assert _count(empty) == 0


def test_a_run_that_breaks_a_law_leaves_nothing(empty: str) -> None:
    """What the database refuses at the end takes all the rest with it."""
    rows = {**state(), "items": [item("ale", 1, made_of="nothing")], "items_tags": []}
    with run.connected(empty) as connection:
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            run.run(connection, build.postgres_sql(CATALOG, rows))
        connection.execute("ROLLBACK")
        assert connection.execute(LEFTOVERS.encode()).fetchall() == []
    assert _count(empty) == 0


def test_two_runs_at_once_go_one_after_the_other(empty: str) -> None:
    """The second one waits for the first, and then has nothing to do."""
    with run.connected(empty) as first, ThreadPoolExecutor() as pool:
        assert run.changes_of(run.run(first, SEED.removesuffix("COMMIT;\n"))) == ALL_NEW
        second = pool.submit(run.apply, empty, SEED)
        _wait_for_a_waiting_one(empty)
        assert not second.done()
        first.execute("COMMIT")
        assert second.result(timeout=30) == {}


def _wait_for_a_waiting_one(conninfo: str) -> None:
    deadline = monotonic() + 30
    query = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with run.connected(conninfo) as connection:
        while not connection.execute(query).fetchall():
            assert monotonic() < deadline
            sleep(0.01)


def test_a_run_does_not_wait_for_ever(empty: str) -> None:
    """It gives up after the time that the project gives it."""
    impatient = build.postgres_sql(CATALOG, state(), deploy=Deploy(lock_timeout="50ms"))
    with run.connected(empty) as first:
        run.run(first, SEED.removesuffix("COMMIT;\n"))
        with pytest.raises(psycopg.errors.LockNotAvailable):
            run.apply(empty, impatient)


@pytest.mark.parametrize("script", [SEED, GUEST], ids=["own", "caller"])
def test_no_setting_leaks(empty: str, script: str) -> None:
    """A session goes on as it was, and finds no table that it did not make."""
    sessions = run.with_options(empty, {"DateStyle": "SQL,DMY"}, "UTF8")
    with run.connected(sessions) as connection:
        connection.execute("DO $$ BEGIN END $$")  # PL/pgSQL brings its own settings
        if script is GUEST:
            connection.execute("BEGIN")
        before = connection.execute(SETTINGS.encode()).fetchall()
        run.run(connection, script)
        assert connection.execute(SETTINGS.encode()).fetchall() == before
        assert connection.execute(LEFTOVERS.encode()).fetchall() == []


def test_a_guest_works_twice_in_one_transaction(empty: str) -> None:
    """Nothing that the first run made is in the way of the second."""
    with run.connected(empty) as connection:
        connection.execute("BEGIN")
        assert run.changes_of(run.run(connection, GUEST)) == ALL_NEW
        assert run.changes_of(run.run(connection, GUEST)) == {}
        connection.execute("DELETE FROM items_tags")
        changes = run.changes_of(run.run(connection, GUEST))
        assert changes == {"items_tags": (3, 0, 0)}
        connection.execute("COMMIT")
    assert _count(empty) == 3


def test_a_guest_leaves_the_end_to_its_host(empty: str) -> None:
    """What the caller rolls back never was."""
    with run.connected(empty) as connection:
        connection.execute("BEGIN")
        run.run(connection, GUEST)
        connection.execute("ROLLBACK")
    assert _count(empty) == 0


def test_a_host_can_go_on_after_a_guest_failed(empty: str) -> None:
    """A savepoint of the caller's takes back all that the file did."""
    broken = {**state(), "items": [item("ale", 1, made_of="nothing")], "items_tags": []}
    script = build.postgres_sql(CATALOG, broken, CALLER)
    with run.connected(empty) as connection:
        connection.execute("BEGIN")
        connection.execute("SAVEPOINT mine")
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            run.run(connection, script)
        connection.execute("ROLLBACK TO SAVEPOINT mine")
        assert run.changes_of(run.run(connection, GUEST)) == ALL_NEW
        connection.execute("COMMIT")


def test_a_guest_without_a_host_is_refused(empty: str) -> None:
    """Outside a transaction the first statement fails, for a driver and for psql."""
    with pytest.raises(psycopg.errors.NoActiveSqlTransaction):
        run.apply(empty, GUEST)
    assert run.try_psql(empty, GUEST).returncode != 0
    run.try_psql(empty, GUEST, "-v", "ON_ERROR_STOP=0")
    assert _count(empty) == 0


def test_psql_can_be_the_host(empty: str) -> None:
    """`psql --single-transaction` runs such a file."""
    run.psql(empty, GUEST, "--single-transaction")
    assert _count(empty) == 3


@pytest.mark.parametrize("script", [SEED, GUEST], ids=["own", "caller"])
def test_text_that_was_read_wrongly_is_refused(empty: str, script: str) -> None:
    """A driver that takes the file for Latin 1 must not store what it then says."""
    sessions = run.with_options(empty, {}, "LATIN1")
    with run.connected(sessions) as connection:
        connection.execute("BEGIN")
        with pytest.raises(psycopg.errors.RaiseException, match="UTF-8"):
            run.run(connection, script)
    assert _count(empty) == 0


@pytest.mark.parametrize("level", ["read committed", "repeatable read", "serializable"])
def test_a_guest_takes_any_isolation(empty: str, level: str) -> None:
    """The caller's transaction is the caller's choice."""
    with run.connected(empty) as connection:
        connection.execute(f"BEGIN ISOLATION LEVEL {level}".encode())
        assert run.changes_of(run.run(connection, GUEST)) == ALL_NEW
        connection.execute("COMMIT")
    assert run.apply(empty, SEED) == {}


def test_an_owner_without_privileges_can_load(
    empty: str, request: pytest.FixtureRequest
) -> None:
    """It takes the tables' owner, and no superuser."""
    role = f"owner_{run.database_of(empty)}"
    with run.connected(empty) as connection:
        connection.execute(f"CREATE ROLE {role}".encode())
        request.addfinalizer(lambda: _drop_role(empty, role))
        connection.execute(f"GRANT ALL ON SCHEMA public TO {role}".encode())
        name = run.database_of(empty)
        connection.execute(f"GRANT CREATE ON DATABASE {name} TO {role}".encode())
    sessions = run.with_options(empty, {"role": role}, "UTF8")
    run.apply(
        empty,
        "DROP TABLE items, items_tags, shops; DROP SEQUENCE numbers;"
        "DROP SCHEMA seedc CASCADE",
    )
    run.apply(sessions, DDL)
    assert run.apply(sessions, SEED) == ALL_NEW
    assert run.apply(sessions, SEED) == {}


def _drop_role(conninfo: str, role: str) -> None:
    with run.connected(conninfo) as connection:
        connection.execute(f"DROP OWNED BY {role}; DROP ROLE {role}".encode())
