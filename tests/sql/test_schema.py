"""`schema.sql` says in SQL what the catalog says."""

import sqlite3
from dataclasses import replace

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedc.lower.checks import column_checks
from seedc.model import column_type as kinds
from seedc.model.catalog import Catalog
from seedc.model.project import PostgresOptions
from seedc.model.shape import EnumShape
from seedc.model.table import Check, Column, Index, IndexColumn, Owner, Table
from tests.sql import build, run, values
from tests.sql.sample import sample

ODD = 'it\'s 100% \\n "odd" :name ::text \n\t\u2013 $$ {{ x }} \u2028'
_EMPTY = "DROP TABLE IF EXISTS t; DROP SCHEMA IF EXISTS seedc CASCADE;"

MANY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

SQL_TYPES = {
    kinds.Text(): "text",
    kinds.Varchar(12): "character varying(12)",
    kinds.SmallInt(): "smallint",
    kinds.Integer(): "integer",
    kinds.BigInt(-(2**63), 2**63 - 1): "bigint",
    kinds.Numeric(): "numeric",
    kinds.Numeric(12, 2): "numeric(12,2)",
    kinds.Double(): "double precision",
    kinds.Boolean(): "boolean",
    kinds.Uuid(): "uuid",
    kinds.Date(): "date",
    kinds.Time(): "time without time zone",
    kinds.Timestamp(): "timestamp with time zone",
    kinds.Timestamp(zoned=False): "timestamp without time zone",
    kinds.Json(): "jsonb",
}


def _query(database: str, query: str) -> list[tuple[object, ...]]:
    with run.connected(database) as connection:
        return connection.execute(query.encode()).fetchall()


def _described(description: str) -> Catalog:
    column = replace(build.column("id"), description=description)
    return build.catalog(build.table("t", column, description=description))


def _enum(words: list[str]) -> tuple[Table, Check]:
    column = replace(build.column("id"), shape=EnumShape("Word", tuple(words)))
    (check,) = column_checks("t", (column,), {})
    return replace(build.table("t", column), checks=(check,)), check


def test_every_type_has_its_name(database: str) -> None:
    """In the database's own words."""
    columns = [build.column(f"c{i}", kind) for i, kind in enumerate(values.KINDS)]
    table = build.table("t", build.column("id"), *columns)
    run.apply(database, build.postgres_ddl(build.catalog(table)))
    found = _query(
        database,
        "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
        " WHERE attrelid = 't'::regclass AND attnum > 1 ORDER BY attnum",
    )
    assert [name for (name,) in found] == [SQL_TYPES[kind] for kind in values.KINDS]


@MANY
@given(text=values.texts().filter(bool))
def test_comments_are_what_descriptions_say(new_database: str, text: str) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Letter for letter, whatever the session's settings."""
    options = {"standard_conforming_strings": "off"}
    sessions = run.with_options(new_database, options, "UTF8")
    run.apply(sessions, build.postgres_ddl(_described(text)))
    query = "SELECT obj_description('t'::regclass), col_description('t'::regclass, 1)"
    found = _query(new_database, query)
    run.apply(new_database, "DROP TABLE t")
    assert found == [(text, text)]


@MANY
@given(words=st.lists(values.texts(), min_size=1, max_size=4, unique=True))
def test_enums_hold_their_words(new_database: str, words: list[str]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Each word of an enum passes its check in both databases, another does not."""
    table, check = _enum(words)
    catalog = build.catalog(table)
    rows = {"t": [(word,) for word in words]}
    run.apply(new_database, f"{_EMPTY} {build.postgres_ddl(catalog)}")
    run.apply(new_database, build.postgres_sql(catalog, rows))
    other = {"t": [*rows["t"], ("".join(words) + "?",)]}
    with pytest.raises(psycopg.errors.CheckViolation, match=check.name):
        run.apply(new_database, build.postgres_sql(catalog, other))
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(catalog))
        connection.executescript(build.sqlite_sql(catalog, rows))
        with pytest.raises(sqlite3.IntegrityError, match=check.name):
            connection.executescript(build.sqlite_sql(catalog, other))


@pytest.mark.parametrize("expression", [
    "t <> ':name'", "t <> 'a::b' AND t::text <> ':'", "t LIKE '%s%%'",
    "t <> E'\\\\a\\n'", "t <> '\\'", "t ~ '^\\w+\\s?$'", "t <> '\t ,'", "t <> '\n\t'",
    "t <> $$'$$",
])  # fmt: skip
def test_sql_is_printed_as_it_was_written(database: str, expression: str) -> None:
    """Checks, predicates of indexes and defaults reach the server unchanged."""
    check = Check("mine", expression)
    index = Index("t_idx", (IndexColumn("t", descending=True),), where=expression)
    default = "E'a\\\\b:c' || '%'"
    column = build.column("t", nullable=True, default=default)
    table = replace(
        build.table("t", build.column("id"), column), checks=(check,), indexes=(index,)
    )
    run.apply(database, build.postgres_ddl(build.catalog(table)))
    run.apply(database, "DROP SCHEMA seedc CASCADE")  # it has laws of its own
    run.apply(
        database,
        f"CREATE TABLE u (t text DEFAULT {default},"
        f" CONSTRAINT mine CHECK ({expression}));"
        f" CREATE INDEX u_idx ON u (t DESC) WHERE {expression}",
    )
    for query in (
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'mine'",
        "SELECT pg_get_expr(indpred, indrelid) FROM pg_index WHERE indpred IS NOT NULL",
        "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef",
    ):
        first, second = _query(database, query)
        assert first == second


def test_a_schema_of_its_own_is_made(database: str) -> None:
    """Another schema than `public` comes with the tables, and may be there already."""
    for _ in range(2):
        ddl = build.postgres_ddl(_described(ODD), PostgresOptions(schema="Mine's"))
        run.apply(database, ddl)
        assert _query(database, 'SELECT count(*) FROM "Mine\'s".t') == [(0,)]
        run.apply(database, 'DROP TABLE "Mine\'s".t')
    run.apply(database, 'DROP SCHEMA "Mine\'s"')


def test_what_is_there_is_not_touched(database: str) -> None:
    """Where one of the tables exists, none is made."""
    catalog, _ = sample()
    run.apply(database, "CREATE TABLE xp_levels (mine text)")
    with pytest.raises(psycopg.errors.DuplicateTable):
        run.apply(database, build.postgres_ddl(catalog))
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    assert _query(database, tables) == [("xp_levels",)]


def test_a_caller_can_take_all_of_it_back(database: str) -> None:
    """Without a transaction of its own the file is part of the caller's."""
    ddl = build.postgres_ddl(sample()[0], PostgresOptions(transaction="caller"))
    with run.connected(database) as connection:
        connection.execute("BEGIN")
        run.run(connection, ddl)
        connection.execute("ROLLBACK")
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    assert _query(database, tables) == []
    run.psql(database, ddl, "--single-transaction")
    assert len(_query(database, tables)) == len(sample()[0].tables)


@pytest.mark.parametrize(
    ("kind", "default", "value"),
    [
        (kinds.Integer(), "0", 0),
        (kinds.Numeric(), "-1.5", -1.5),
        (kinds.Text(), "'it''s'", "it's"),
        (kinds.Json(), "'{}'::jsonb", "{}"),
        (kinds.Boolean(), "true", 1),
        (kinds.Timestamp(), "now()", "datetime"),
        (kinds.Uuid(), "gen_random_uuid()", "uuid"),
        (kinds.BigInt(), "nextval('numbers')", None),
        (kinds.Timestamp(), "now() + interval '1 day'", None),
    ],
)
def test_live_columns_have_a_value_in_sqlite(
    kind: kinds.ColumnType, default: str, value: object
) -> None:
    """Their default, if SQLite has words for it, and else NULL."""
    live = build.column("seen", kind, owner=Owner.LIVE, default=default)
    catalog = build.catalog(build.table("t", build.column("id"), live))
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(catalog))
        connection.executescript(build.sqlite_sql(catalog, {"t": [("a", None)]}))
        (found,) = connection.execute("SELECT seen FROM t").fetchone()
    lengths = {"datetime": 19, "uuid": 32}
    assert (len(found) if value in lengths else found) == lengths.get(str(value), value)


def test_a_new_column_is_a_new_line() -> None:
    """Nothing else in the file changes, but for the comma before the last one."""
    column: Column = build.column("extra")
    first = build.table(
        "a", build.column("id"), build.column("name"), unique=[["name"]]
    )
    second = replace(first, columns=(*first.columns, column))
    before = build.postgres_ddl(build.catalog(first)).splitlines()
    after = build.postgres_ddl(build.catalog(second)).splitlines()
    assert [line for line in after if line not in before] == ["  extra TEXT NOT NULL,"]
    assert [line for line in before if line not in after] == []


def test_constraints_of_the_sample_are_deferrable_or_referred_to(database: str) -> None:
    """What seeds may break for a moment can be checked at their end."""
    catalog, _ = sample()
    run.apply(database, build.postgres_ddl(catalog))
    query = "SELECT conname FROM pg_constraint WHERE condeferrable"
    found = {name for (name,) in _query(database, query)}
    for table in catalog.tables:
        for key in table.unique_keys:
            assert (key.name in found) is key.deferrable
        for foreign in table.foreign_keys:
            assert foreign.name in found
