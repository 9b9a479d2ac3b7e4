"""What is copied for rules is what `seed.sql` loads."""

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy.dialects.postgresql import dialect

from seedc.model import column_type as kinds
from seedc.model.catalog import Row
from seedc.model.table import Owner
from seedc.postgres.copy_text import copy_text
from seedc.postgres.metadata import sql_type
from seedc.postgres.type_name import type_name
from seedc.sandbox.judge.tables import Filled, copy_tables
from tests.sql import build, run, values

MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ALL = build.table(
    "everything",
    build.column("number", kinds.Integer()),
    *(
        build.column(f"c{i}", kind, nullable=True)
        for i, kind in enumerate(values.KINDS)
    ),
)
DIFFERENT = """
SELECT * FROM public.everything seeded
FULL JOIN pg_temp.everything copied USING (number)
WHERE seeded::text IS DISTINCT FROM copied::text
"""


@MANY
@given(rows=values.rows())
def test_a_copy_is_what_the_seeds_load(new_database: str, rows: list[Row]) -> None:  # type: ignore[misc]  # hypothesis erases its type
    """Whatever a value holds, rules see what the database will hold."""
    catalog = build.catalog(ALL)
    with run.connected(new_database) as connection:
        run.run(connection, "DROP TABLE IF EXISTS everything CASCADE")
        run.run(connection, build.postgres_ddl(catalog))
        run.run(connection, build.postgres_sql(catalog, {"everything": rows}))
        (number,) = copy_tables(connection, [Filled(ALL, rows)])
        assert run.run(connection, f"SELECT {number}::regclass::text") == [
            ("everything",)
        ]
        assert run.run(connection, DIFFERENT) == []
        (counted,) = run.run(connection, "SELECT count(*) FROM pg_temp.everything")
        assert counted == (len(rows),)


def test_order(new_database: str) -> None:
    """Rows lie in the order of the seeds, of which there may be many."""
    table = build.table("things", build.column("id", kinds.Integer()))
    rows: list[Row] = [(i * 7919 % 30_011,) for i in range(30_011)]
    with run.connected(new_database) as connection:
        copy_tables(connection, [Filled(table, rows)])
        read = run.run(connection, "SELECT id FROM things ORDER BY ctid")
    assert read == rows


def test_live_columns(new_database: str) -> None:
    """What the seeds do not write is not there, rather than empty."""
    table = build.table(
        "things",
        build.column("id"),
        build.column("seen", kinds.Integer(), owner=Owner.LIVE, default="0"),
        build.column("name"),
    )
    with run.connected(new_database) as connection:
        copies = copy_tables(connection, [Filled(table, [("a", None, "b")])])
        read = run.run(connection, "SELECT * FROM things")
    assert [copy.columns for copy in copies.values()] == [("id", "name")]
    assert read == [("a", "b")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "\n"),
        ("a\tb\nc\rd\\e", "a\\tb\\nc\\rd\\\\e\n"),
        ("\\.", "\\\\.\n"),
        ("\\N", "\\\\N\n"),
        (None, "\\N\n"),
        ("NULL", "NULL\n"),
    ],
)
def test_format(text: str | None, line: str) -> None:
    """Nothing in a value ends a field, a line or the data."""
    assert copy_text([kinds.Text()], [(text,)]) == line


def test_no_rows() -> None:
    """No rows are no lines."""
    assert copy_text([kinds.Text(), kinds.Json()], []) == ""


@pytest.mark.parametrize(
    "kind", [*values.KINDS, kinds.Numeric(8), kinds.Varchar(40)], ids=str
)
def test_types(new_database: str, kind: kinds.ColumnType) -> None:
    """Rules see columns of the types that the tables have."""
    with run.connected(new_database) as connection:
        declared = sql_type(kind).compile(dialect=dialect())  # type: ignore[no-untyped-call]  # SQLAlchemy gives it no type
        run.run(connection, f"CREATE TEMP TABLE t (a {declared}, b {type_name(kind)})")
        one, other = run.run(
            connection,
            "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
            " WHERE attrelid = 'pg_temp.t'::regclass AND attnum > 0",
        )
    assert one == other
