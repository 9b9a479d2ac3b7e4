"""A column with `owner: once` that a seed leaves out has its default."""

import sqlite3
from dataclasses import replace

from seedc.model.catalog import Row
from seedc.model.column_type import Integer
from seedc.model.lifecycle import Lifecycle, Removed
from seedc.model.table import Owner
from tests.sql import build, run

TABLE = build.table(
    "towns",
    build.column("id"),
    build.column("name", nullable=True),
    build.column("weight", Integer(), nullable=True, owner=Owner.ONCE, default="2 + 1"),
    build.column("mood", nullable=True, owner=Owner.ONCE, default="'it''s fine'"),
    build.column("kept", Integer(), nullable=True, default="7"),
)
CATALOG = build.catalog(TABLE)
KEEPING = build.catalog(replace(TABLE, removal="keep"))
GONE = {"towns": Lifecycle(removed=(Removed(("b",), None),))}
FIRST: list[Row] = [("a", "A", None, None, None), ("b", "B", 5, "dull", 1)]
THEN: list[Row] = [("a", "Aa", None, None, None), ("c", "C", None, "sad", None)]
ALL = "SELECT * FROM towns ORDER BY id"


def test_postgres_fills_in_defaults(database: str) -> None:
    """When the row is new, and not again; what seeds own stays as they say."""
    run.apply(database, build.postgres_ddl(CATALOG))
    run.apply(database, build.postgres_sql(CATALOG, {"towns": FIRST}))
    with run.connected(database) as connection:
        assert connection.execute(ALL.encode()).fetchall() == [
            ("a", "A", 3, "it's fine", None),
            ("b", "B", 5, "dull", 1),
        ]
        connection.execute("UPDATE towns SET weight = 9 WHERE id = 'a'")
    run.apply(database, build.postgres_sql(KEEPING, {"towns": THEN}, lifecycle=GONE))
    again = build.postgres_sql(KEEPING, {"towns": THEN}, lifecycle=GONE)
    assert run.apply(database, again) == {}
    with run.connected(database) as connection:
        assert connection.execute(ALL.encode()).fetchall() == [
            ("a", "Aa", 9, "it's fine", None),
            ("b", "B", 5, "dull", 1),
            ("c", "C", 3, "sad", None),
        ]


def test_sqlite_fills_in_the_defaults_that_it_has() -> None:
    """An expression of Postgres is none of SQLite, and stays NULL there."""
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(CATALOG))
        for rows in (FIRST, THEN):
            connection.executescript(build.sqlite_sql(CATALOG, {"towns": rows}))
        assert _all(connection) == [
            ("a", "Aa", None, "it's fine", None),
            ("b", "B", 5, "dull", 1),
            ("c", "C", None, "sad", None),
        ]


def _all(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute(ALL).fetchall()
