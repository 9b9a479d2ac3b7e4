"""Laws of loading a database."""

import sys
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Event

import pytest

from seedc.database.statements import execute
from seedc.model.errors import WorldError
from seedc.postgres.literal import quote_name
from seedc.sandbox.connect import connected
from seedc.sandbox.load import Change, LoadReport, load
from seedc.sandbox.server import Server

SCHEMA = b"CREATE TABLE enemies (id text PRIMARY KEY, hp integer NOT NULL);\n"
WIDER = SCHEMA + b"CREATE TABLE items (id text PRIMARY KEY);\n"


def seed(*rows: tuple[str, int]) -> bytes:
    """Return a small seed file of the shape that seedc generates."""
    values = ", ".join(f"('{name}', {hp})" for name, hp in rows)
    return f"""
        BEGIN;
        SELECT pg_advisory_xact_lock(1);
        CREATE TEMP TABLE stage (LIKE enemies) ON COMMIT DROP;
        INSERT INTO stage VALUES {values};
        CREATE TEMP TABLE changed ON COMMIT DROP AS
        WITH updated AS (
            UPDATE enemies SET hp = stage.hp FROM stage
            WHERE stage.id = enemies.id AND stage.hp <> enemies.hp RETURNING 1
        ), inserted AS (
            INSERT INTO enemies SELECT * FROM stage
            WHERE id NOT IN (SELECT id FROM enemies) RETURNING 1
        )
        SELECT 'enemies', (SELECT count(*) FROM inserted) AS inserted,
            (SELECT count(*) FROM updated) AS updated, 0::bigint AS deleted;
        SELECT * FROM changed WHERE inserted + updated > 0;
        COMMIT;
    """.encode()  # noqa: S608 - our own names


@pytest.fixture
def database(embedded_server: Server) -> Iterator[str]:
    """Give the name of a database that does not exist, and drop what comes of it."""
    name = f'it\'s "{uuid.uuid4().hex}"'
    yield name
    with connected(embedded_server, "postgres") as admin:
        for tail in "", "__new", "__old":
            dropped = quote_name(name + tail)
            execute(admin, f"DROP DATABASE IF EXISTS {dropped} WITH (FORCE)".encode())


def fill(
    server: Server, database: str, schema_sql: bytes, seed_sql: bytes
) -> LoadReport:
    """Load, with less to read in a test."""
    return load(server, database=database, schema_sql=schema_sql, seed_sql=seed_sql)


def rows(server: Server, database: str) -> list[tuple[object, ...]]:
    """Return the enemies of a database."""
    with connected(server, database) as connection:
        return execute(connection, b"SELECT id, hp FROM enemies ORDER BY id")


def beside(server: Server, database: str) -> list[tuple[object, ...]]:
    """Return which databases there are beside one."""
    with connected(server, "postgres") as admin:
        found = execute(admin, b"SELECT datname FROM pg_database ORDER BY 1")
    return [row for row in found if str(row[0]).startswith(f"{database}__")]


def come_back(server: Server, database: str, over: Event) -> int:
    """Connect again and again, as a pool does; return how often it worked."""
    times = 0
    while not over.is_set():
        with suppress(WorldError), connected(server, database) as connection:
            execute(connection, b"SELECT count(*) FROM enemies")
            times += 1
            execute(connection, b"SELECT pg_sleep(0.1)")
    return times


def test_creates(embedded_server: Server, database: str) -> None:
    """A database that is missing is made and filled."""
    report = fill(embedded_server, database, SCHEMA, seed(("bat", 1), ("rat", 2)))
    assert report == LoadReport(
        created=True, rebuilt=False, changes=(Change("enemies", 2, 0, 0),)
    )
    assert rows(embedded_server, database) == [("bat", 1), ("rat", 2)]
    assert beside(embedded_server, database) == []


def test_updates(embedded_server: Server, database: str) -> None:
    """With the same schema only the seeds are run, and other rows stay."""
    fill(embedded_server, database, SCHEMA, seed(("bat", 1), ("rat", 2)))
    report = fill(embedded_server, database, SCHEMA, seed(("bat", 7), ("cat", 3)))
    assert report == LoadReport(
        created=False, rebuilt=False, changes=(Change("enemies", 1, 1, 0),)
    )
    assert rows(embedded_server, database) == [("bat", 7), ("cat", 3), ("rat", 2)]


def test_changes_nothing(embedded_server: Server, database: str) -> None:
    """The same schema and seeds again change nothing, and the report says so."""
    fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    report = fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    assert report == LoadReport(created=False, rebuilt=False, changes=())


def test_rebuilds(embedded_server: Server, database: str) -> None:
    """With another schema the database is built anew, and the old one is gone."""
    fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    report = fill(embedded_server, database, WIDER, seed(("cat", 3)))
    assert report == LoadReport(
        created=False, rebuilt=True, changes=(Change("enemies", 1, 0, 0),)
    )
    assert rows(embedded_server, database) == [("cat", 3)]
    assert beside(embedded_server, database) == []


def test_takes_over(embedded_server: Server, database: str) -> None:
    """A database of that name that seedc did not make is rebuilt as well."""
    with connected(embedded_server, "postgres") as admin:
        execute(admin, f"CREATE DATABASE {quote_name(database)}".encode())
    report = fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    assert report.rebuilt


@pytest.mark.parametrize(
    ("schema", "seeds", "message"),
    [
        (
            SCHEMA + b"CREATE TABLE oops (id nonsense);",
            seed(("cat", 3)),
            r'postgres/schema\.sql:2: type "nonsense" does not exist',
        ),
        (
            WIDER,
            seed(("cat", 3)) + b"SELECT 1/0;",
            r"postgres/seed\.sql: division by zero",
        ),
        (
            WIDER,
            seed(("cat", 3), ("cat", 3)),
            r"postgres/seed\.sql: duplicate key .*; Key \(id\)=\(cat\) already exists",
        ),
    ],
    ids=["schema", "seeds", "rows"],
)
def test_fails(
    embedded_server: Server, database: str, schema: bytes, seeds: bytes, message: str
) -> None:
    """When a rebuild fails the old database is as it was; the error says where."""
    fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    with pytest.raises(WorldError, match=message):
        fill(embedded_server, database, schema, seeds)
    assert rows(embedded_server, database) == [("bat", 1)]
    again = fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    assert again == LoadReport(created=False, rebuilt=False, changes=())
    assert beside(embedded_server, database) == []


def test_altered_by_hand(embedded_server: Server, database: str) -> None:
    """Where the seeds no longer fit an altered database, the error says the way out."""
    fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    with connected(embedded_server, database) as connection:
        execute(connection, b"ALTER TABLE enemies RENAME hp TO health")
    with pytest.raises(WorldError, match="does not take the seeds") as caught:
        fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    assert caught.value.hint is not None
    assert "seedc down --reset" in caught.value.hint


@pytest.mark.parametrize("tails", [["__new"], ["__old"], ["__new", "__old"]])
@pytest.mark.parametrize("schema", [SCHEMA, WIDER], ids=["same", "changed"])
def test_leftovers(
    embedded_server: Server, database: str, tails: list[str], schema: bytes
) -> None:
    """What a killed run left beside the database is gone after the next."""
    fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    with connected(embedded_server, "postgres") as admin:
        for tail in tails:
            name = quote_name(database + tail)
            execute(admin, f"CREATE DATABASE {name}".encode())
    fill(embedded_server, database, schema, seed(("bat", 1)))
    assert rows(embedded_server, database) == [("bat", 1)]
    assert beside(embedded_server, database) == []


def test_under_clients(embedded_server: Server, database: str) -> None:
    """Clients in the old database, and ones that come back at once, do not stop it."""
    fill(embedded_server, database, SCHEMA, seed(("bat", 1)))
    with ExitStack() as stack, ThreadPoolExecutor() as pool:
        idle = stack.enter_context(connected(embedded_server, database))
        execute(idle, b"BEGIN; LOCK enemies")
        over = Event()
        stack.callback(over.set)
        clients = [
            pool.submit(come_back, embedded_server, database, over) for _ in range(4)
        ]
        for schema in (WIDER, SCHEMA, WIDER):
            assert fill(embedded_server, database, schema, seed(("bat", 1))).rebuilt
        over.set()
        assert all(client.result() > 0 for client in clients)
    assert beside(embedded_server, database) == []


def test_long_name(embedded_server: Server) -> None:
    """A name that leaves no room for those beside it is refused."""
    with pytest.raises(WorldError, match="too long"):
        fill(embedded_server, "n" * 59, SCHEMA, seed(("bat", 1)))


def test_not_running(tmp_path: Path) -> None:
    """A server that is not there is an error of the world, in words."""
    with pytest.raises(WorldError, match="Is the server running locally"):
        fill(Server(tmp_path), "game", SCHEMA, seed(("bat", 1)))


def test_without_driver(
    embedded_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the driver, the error names the extra to install."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(WorldError) as caught:
        fill(embedded_server, "game", SCHEMA, seed(("bat", 1)))
    assert caught.value.hint == "pip install 'seedc[embedded]'"


def test_wrong_report(embedded_server: Server, database: str) -> None:
    """Seeds that report something else than changes are a defect of ours."""
    with pytest.raises(AssertionError, match="not with its changes"):
        fill(embedded_server, database, SCHEMA, b"SELECT 1")


def test_oldest_server(installed_server: Server) -> None:
    """All of it works on the oldest PostgreSQL that we test as well."""
    for schema, rebuilt in ((SCHEMA, False), (WIDER, True), (WIDER, False)):
        report = fill(installed_server, "game", schema, seed(("bat", 1)))
        assert report.rebuilt == rebuilt
    assert rows(installed_server, "game") == [("bat", 1)]
