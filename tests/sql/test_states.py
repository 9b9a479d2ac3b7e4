"""Whatever the seeds said before, the tables hold what they say now."""

import sqlite3
from collections.abc import Mapping, Sequence

from hypothesis import HealthCheck, given, settings

from seedc.model.catalog import Catalog, Row
from seedc.model.project import PostgresOptions
from seedc.postgres.literal import full_name, quote_name
from tests.sql import build, run
from tests.sql.worlds import LIVE, World, worlds

SCHEMA = 'it\'s a "schema"'
IN_SCHEMA = PostgresOptions(schema=SCHEMA)
MANY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _sorted(rows: Mapping[str, Sequence[Row]]) -> dict[str, list[Row]]:
    return {name: sorted(found, key=repr) for name, found in rows.items()}


def _live(catalog: Catalog, schema: str) -> list[str]:
    """Return what the live system does between two deployments."""
    return [
        f"UPDATE {full_name(t.name, schema)} SET {quote_name('live')} = {LIVE}"  # noqa: S608, ours
        for t in catalog.tables
    ]


@MANY
@given(world=worlds())
def test_postgres_follows(database: str, world: World) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """From any state to any other, and a second run changes nothing."""
    with run.schema_in(database, SCHEMA):
        run.apply(database, build.postgres_ddl(world.catalog, IN_SCHEMA))
        run.apply(database, build.postgres_sql(world.catalog, world.before, IN_SCHEMA))
        with run.connected(database) as connection:
            for statement in _live(world.catalog, SCHEMA):
                connection.execute(statement.encode())
        script = build.postgres_sql(world.catalog, world.after, IN_SCHEMA)
        run.apply(database, script)
        found = run.postgres_rows(database, world.catalog, SCHEMA)
        assert _sorted(found) == _sorted(world.expected())
        before = run.images(database, world.catalog, SCHEMA)
        assert run.apply(database, script) == {}
        assert run.images(database, world.catalog, SCHEMA) == before


@settings(MANY, max_examples=120)
@given(world=worlds())
def test_sqlite_follows(world: World) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """From any state to any other, and a second run changes nothing."""
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(world.catalog))
        connection.executescript(build.sqlite_sql(world.catalog, world.before))
        for statement in _live(world.catalog, "main"):
            connection.execute(statement)
        script = build.sqlite_sql(world.catalog, world.after)
        connection.executescript(script)
        found = run.sqlite_rows(connection, world.catalog)
        assert _sorted(found) == _sorted(world.expected())
        _assert_unchanged(connection, world.catalog, script)


def _assert_unchanged(
    connection: sqlite3.Connection, catalog: Catalog, script: str
) -> None:
    """Run a script that may write no row: each table has a trigger that forbids it."""
    for table in catalog.tables:
        for event in ("INSERT", "UPDATE", "DELETE"):
            name = quote_name(f"{table.name} {event}")
            connection.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON main.{quote_name(table.name)}"
                " BEGIN SELECT raise(ABORT, 'written'); END"
            )
    connection.executescript(script)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.in_transaction is False
    assert connection.execute("SELECT count(*) FROM temp.sqlite_master").fetchone() == (
        0,
    )
