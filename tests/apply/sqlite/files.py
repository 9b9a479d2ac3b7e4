"""Files of SQLite as tests look at them, and seeds for them."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path

from seedc.apply.sqlite import run
from seedc.apply.sqlite.values import Seeds
from seedc.model.catalog import Catalog, Row
from seedc.model.column_type import Double, Numeric
from seedc.model.json_value import JsonValue
from seedc.model.lifecycle import Lifecycle, Removed, Rename
from seedc.model.plan import Action, Allowance, Options, Outcome, Plan
from seedc.model.project import Deploy
from seedc.model.table import RETIRED_AT, Table
from seedc.sqlite.value import parameters
from tests.sql import build
from tests.sql.run import sqlite_rows

GENEROUS = Deploy(lock_timeout="60s", max_removed=10**6, max_removed_share=Decimal(1))
"""Limits that no small file meets."""

Named = Mapping[str, Sequence[Row]]


def seeds(  # noqa: PLR0913, seeds have as many parts
    catalog: Catalog,
    rows: Named,
    version: str = "1.0.0",
    *,
    renames: Mapping[str, Sequence[tuple[Row, Row]]] | None = None,
    removed: Mapping[str, Sequence[tuple[Row, Row | None]]] | None = None,
    deploy: Deploy = GENEROUS,
) -> Seeds:
    """Return seeds, as a compiled project gives them.

    Args:
        catalog: The tables.
        rows: Their rows.
        version: The version of each seed file.
        renames: By table, old and new keys of renamed rows.
        removed: By table, removed rows and what replaces them.
        deploy: Limits.
    """
    gone, moved = removed or {}, renames or {}
    lifecycle = {
        table: Lifecycle(
            tuple(Rename(*pair) for pair in moved.get(table, ())),
            tuple(Removed(*pair) for pair in gone.get(table, ())),
        )
        for table in {**gone, **moved}
    }
    roots = [table.name for table in catalog.tables if table.parent is None]
    return Seeds(
        catalog=catalog,
        rows=build.in_key_order(catalog, rows),
        lifecycle=lifecycle,
        versions={f"{name}.json": version for name in roots},
        deploy=deploy,
    )


def apply(
    path: Path, given: Seeds, *allow: Allowance, expected: str | None = None
) -> Outcome:
    """Apply seeds to a file."""
    options = Options(allow=frozenset(allow), expected=expected, with_rows=True)
    return run.apply(path, given, options, lambda: build.sqlite_ddl(given.catalog))


def plan(path: Path, given: Seeds, *allow: Allowance) -> Plan:
    """Plan what an apply would do."""
    options = Options(allow=frozenset(allow), with_rows=True)
    return run.plan(path, given, options, lambda: build.sqlite_ddl(given.catalog))


def counts(made: Plan) -> dict[str, dict[Action, int]]:
    """Return what a plan says that happens to rows."""
    return {table.table: dict(table.counts) for table in made.tables}


def codes(made: Plan) -> set[str]:
    """Return why a plan is refused."""
    return {refusal.code for refusal in made.refusals}


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file as an application does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def do(path: Path, *statements: str) -> None:
    """Do to a file what an application does."""
    with opened(path) as connection:
        for statement in statements:
            connection.execute(statement)


def rows_of(path: Path, catalog: Catalog) -> dict[str, list[Row]]:
    """Return all rows of the tables, in key order."""
    with opened(path) as connection:
        return sqlite_rows(connection, catalog)


def read(path: Path, query: str) -> list[tuple[object, ...]]:
    """Return the rows of a query."""
    with opened(path) as connection:
        return connection.execute(query).fetchall()


def comparable(table: Table, column: str, value: JsonValue) -> object:
    """Return a value so that it equals what SQLite makes of it."""
    kind = table.column(column).type
    if column == RETIRED_AT:
        return bool(value)
    if value is not None and isinstance(kind, Numeric | Double):
        return float(str(value))
    return value


def stored(table: Table, column: str, value: JsonValue) -> object:
    """Return a value of the seeds so that it equals what SQLite makes of it."""
    if column == RETIRED_AT:
        return bool(value)
    (given,) = parameters(table.column(column).type, [value])
    return comparable(table, column, given)
