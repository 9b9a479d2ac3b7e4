"""The roguelike's own seeds arrive in both databases, whole and once."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from seedc.model import column_type as kinds
from seedc.model.catalog import Catalog, Rows
from seedc.model.column_type import ColumnType
from seedc.model.json_value import JsonValue
from seedc.model.table import Owner
from tests.sql import build, run, values
from tests.sql.sample import ROOT, sample

Read: TypeAlias = Callable[[ColumnType, JsonValue], object]

_WAL_OF_A_TABLE = 20 * 1024


def _read(catalog: Catalog, rows: Rows, read: Read) -> dict[str, list[list[object]]]:
    """Return all that seeds say, in forms that can be compared, in one order."""
    return {
        table.name: sorted(
            (
                [
                    None if value is None else read(column.type, value)
                    for column, value in zip(table.columns, row, strict=True)
                    if column.owner is not Owner.LIVE
                ]
                for row in rows[table.name]
            ),
            key=repr,
        )
        for table in catalog.tables
    }


def _from_postgres(kind: ColumnType, value: JsonValue) -> object:
    match kind:
        case kinds.Numeric() | kinds.Double() | kinds.Json():
            return values.in_python(kind, value)
        case kinds.Uuid():
            return str(value)
        case _:
            return value


def test_postgres_holds_the_seeds(database: str) -> None:
    """Every row is there, value for value; the report counts them."""
    catalog, rows = sample()
    run.apply(database, build.postgres_ddl(catalog))
    changes = run.apply(database, build.postgres_sql(catalog, rows))
    counts = {name: (len(found), 0, 0) for name, found in rows.items() if found}
    assert changes == counts
    found = run.postgres_rows(database, catalog)
    wanted = _read(catalog, rows, values.in_python)
    assert _read(catalog, found, _from_postgres) == wanted


def test_a_second_run_finds_nothing_to_do(database: str) -> None:
    """It reports no table, moves no row and leaves hardly a trace in the log."""
    catalog, rows = sample()
    script = build.postgres_sql(catalog, rows)
    run.psql(database, build.postgres_ddl(catalog))
    first = run.psql(database, script).splitlines()
    assert len(first) == len([name for name, found in rows.items() if found])
    before = run.images(database, catalog)
    # Staging tables stand in the system catalogs for a moment, and no more.
    # A page of these is logged whole after a checkpoint, which may come at any moment,
    # so that the least of several is what a run writes.
    spent = [_log_spent(database, script) for _ in range(3)]
    assert min(spent) < _WAL_OF_A_TABLE * len(catalog.tables)
    assert run.images(database, catalog) == before


def _log_spent(database: str, script: str) -> int:
    start = _log_position(database)
    assert run.psql(database, script) == ""
    return _log_position(database) - start


def _log_position(database: str) -> int:
    query = b"SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn"
    with run.connected(database) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return int(str(row[0]))


def test_sqlite_holds_the_seeds() -> None:
    """Every row is there, as far as SQLite has its type, and refers to one that is."""
    catalog, rows = sample()
    with run.sqlite_database() as connection:
        connection.executescript(build.sqlite_ddl(catalog))
        for statement in run.statements(build.sqlite_sql(catalog, rows)):
            connection.execute(statement)
        found = run.sqlite_rows(connection, catalog)
        wanted = _read(catalog, rows, _in_sqlite)
        assert _read(catalog, found, _from_sqlite) == wanted
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def _from_sqlite(kind: ColumnType, value: JsonValue) -> object:
    if isinstance(kind, kinds.Json) and isinstance(value, str):
        return _in_sqlite(kind, json.loads(value, parse_float=Decimal))
    return _in_sqlite(kind, value)


def _in_sqlite(kind: ColumnType, value: JsonValue) -> object:  # noqa: PLR0911, one line for each type
    match kind:
        case kinds.Numeric() | kinds.Double():
            return f"{float(str(value)):.12g}"
        case kinds.Json() if type(value) in {int, float, Decimal}:
            return _in_sqlite(kinds.Double(), value)
        case kinds.Json():
            return json.dumps(value, default=str)
        case kinds.Boolean():
            return bool(value)
        case kinds.Uuid():
            return str(value).replace("-", "")
        case kinds.Time() | kinds.Timestamp():
            return str(value).removesuffix(".000000")
        case _:
            return value


def test_the_bytes_are_the_same_in_every_process() -> None:
    """Nothing in the files hangs on the order of a set."""
    made = {_printed(seed) for seed in ("0", "1")}
    assert len(made) == 1


def _printed(seed: str) -> bytes:
    program = (
        "from tests.sql import build; from tests.sql.sample import sample;"
        "c, r = sample(); made = (build.postgres_sql(c, r), build.sqlite_sql(c, r),"
        "build.postgres_ddl(c), build.sqlite_ddl(c));"
        "import hashlib; print(hashlib.sha256(repr(made).encode()).hexdigest())"
    )
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}/generator"},
        capture_output=True,
        check=True,
    ).stdout
