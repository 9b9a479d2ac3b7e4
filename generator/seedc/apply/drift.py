"""Find out who changed a database: the seeds that were applied last, or somebody."""

import json
from collections.abc import Iterator
from typing import cast

from seedc.apply.found import Head, found_same
from seedc.apply.look import compare, settle
from seedc.database.connect import connect, undone
from seedc.database.driver import Connection
from seedc.database.statements import ask
from seedc.database.url import shown
from seedc.model.drift import Drift, DriftedRow, DriftedTable, Kind
from seedc.model.plan import ColumnChange, Options
from seedc.model.release import Release, ReleasedTable

_OF_THE_FILE = frozenset(["insert", "update", "unknown", "adopt"])

_COLUMNS = """
SELECT coalesce(
  current_setting('seedc.ledger')::jsonb #> ARRAY['tables', $1, 'columns'] = $2::jsonb,
  true
)
"""


def drift(release: Release, url: str) -> Drift:
    """Return how a database differs from what was applied last and from the seeds.

    It changes nothing but temporary tables, in a transaction that is rolled back.

    Args:
        release: The seeds.
        url: The database.

    Raises:
        RefusedError: The database cannot be reached, or is not what the release is
            for.
    """
    options = Options(with_rows=True)
    with connect(url) as connection:
        standby = ask(connection, "SELECT pg_is_in_recovery()").rows == (("t",),)
        with undone(connection):
            if not standby:
                # A role that is read-only by default may make temporary tables still.
                ask(connection, "SET TRANSACTION READ WRITE")
            settle(connection, release, options)
            head, tables = _look(connection, release, options)
    listed = [row for table in tables for row in table.rows]
    return Drift(
        release.target,
        shown(url),
        head.run,
        tables,
        sum(table.count for table in release.tables)
        - sum(row.action in _OF_THE_FILE for row in listed),
    )


def _look(
    connection: Connection, release: Release, options: Options
) -> tuple[Head, tuple[DriftedTable, ...]]:
    if same := found_same(connection, release):
        return same, ()
    looked = compare(connection, release, options)
    return looked.head, tuple(_tables(connection, release))


def _tables(connection: Connection, release: Release) -> Iterator[DriftedTable]:
    for table in release.tables:
        rows = tuple(_rows(connection, table))
        if rows:
            yield DriftedTable(table.name, _is_comparable(connection, table), rows)


def _is_comparable(connection: Connection, table: ReleasedTable) -> bool:
    columns = json.dumps([*table.key, *(n for n in table.owned if n in table.columns)])
    return ask(connection, _COLUMNS, table.name, columns).rows == (("t",),)


def _rows(connection: Connection, table: ReleasedTable) -> Iterator[DriftedRow]:
    query = (
        "SELECT kind, action, to_json(key), to_json(new_key), to_json(old),"  # noqa: S608, ours
        " to_json(new)"
        f" FROM ({table.drift}) AS drift WHERE kind IS NOT NULL"
        ' ORDER BY key COLLATE "C", action'
    )
    for kind, action, key, new_key, old, new in ask(connection, query).rows:
        yield DriftedRow(
            cast("Kind", kind),
            str(action),
            _texts(key) or (),
            _texts(new_key),
            tuple(_changes(table, _texts(old) or (), _texts(new) or ())),
        )


def _changes(
    table: ReleasedTable, old: tuple[str | None, ...], new: tuple[str | None, ...]
) -> Iterator[ColumnChange]:
    for name, live, file in zip(table.owned, old, new, strict=False):
        if live != file:
            yield ColumnChange(name, live, file)


def _texts(array: str | None) -> tuple[str, ...] | None:
    return None if array is None else tuple(json.loads(array))
