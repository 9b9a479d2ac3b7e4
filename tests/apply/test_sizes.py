"""Neither many rows nor long names meet a limit of the database or its driver."""

from seedc.model.catalog import Row
from seedc.model.column_type import Integer
from tests.apply.database import tables_of, value
from tests.apply.releases import release, seed_sql
from tests.apply.stock import seeds_of
from tests.apply.ways import applied
from tests.sql import build, run

_LONG = "n" * 61  # with two more letters as long as a name can be


def test_more_rows_than_a_statement_has_parameters(new_database: str) -> None:
    """There are 65,535 of these; and one row of 70,000 is found that differs."""
    table = build.table("things", build.column("id", Integer()), build.column("name"))
    catalog = build.catalog(table)
    rows: list[Row] = [(n, f"name {n}") for n in range(70_000)]
    first = release(catalog, seeds_of(catalog, {"things": rows}))
    rows[69_999] = (69_999, "another")
    second = release(catalog, seeds_of(catalog, {"things": rows}, "1.1.0"))
    with tables_of(new_database, catalog):
        for wanted, counts in ((first, {"insert": 70_000}), (second, {"update": 1})):
            (found,) = applied(wanted, new_database).plan.tables
            assert found.counts == counts


def test_names_that_differ_at_their_end(database: str) -> None:
    """What is made of long names does not meet."""
    tables = [
        build.table(
            f"{_LONG}_{letter}",
            build.column(f"{_LONG}_k", Integer()),
            build.column(f"{_LONG}_v", Integer()),
            unique=[[f"{_LONG}_v"]],
        )
        for letter in "ab"
    ]
    catalog = build.catalog(*tables)
    before, after = ([(1, 1), (2, 2)], [(1, 2), (2, 1), (3, 3)])
    with tables_of(database, catalog):
        for version, rows in (("1.0.0", before), ("1.1.0", after)):
            given: list[Row] = [*rows]
            seeds = seeds_of(catalog, {t.name: given for t in tables}, version)
            assert applied(release(catalog, seeds), database).run is not None
            run.psql(database, seed_sql(catalog, seeds))
        assert value(database, "SELECT count(*) FROM seedc.runs") == 2
