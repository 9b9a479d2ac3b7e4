"""Bring values to what SQLite makes of them, by a temporary table with the same types.

A column makes a number of the text `1.10`, and `1` of `1.0`: only rows that went
through one compare with those that are live.
"""

import sqlite3
from collections.abc import Sequence

from seedc.apply.sqlite.tables import full_name
from seedc.apply.sqlite.values import Key, Layout, Values
from seedc.model.catalog import Row
from seedc.model.table import RETIRED_AT, Column
from seedc.postgres.literal import quote_name
from seedc.sqlite.value import parameters

KEYS = "temp.seedc_keys"
"""Temporary table that keys are put into, to be joined with."""

_STAGE = "temp.seedc_stage"


def staged_rows(
    connection: sqlite3.Connection, layout: Layout, rows: Sequence[Row]
) -> dict[Key, Values]:
    """Return the rows of the seeds by key, in their order; none is retired."""
    own = [
        c for c in layout.columns if c.name != RETIRED_AT or not layout.table.retires
    ]
    at = [layout.table.position(column.name) for column in own]
    stored = _stored(connection, layout, own, [[row[i] for i in at] for row in rows])
    spare = len(layout.columns) - len(own)
    padded = [(*row, *[None] * spare) for row in stored]
    names = [column.name for column in own] + [RETIRED_AT] * spare
    order = [names.index(name) for name in layout.names]
    found = [tuple([row[i] for i in order]) for row in padded]
    return {layout.key(row): row for row in found}


def staged_keys(
    connection: sqlite3.Connection, layout: Layout, keys: Sequence[Row]
) -> list[Key]:
    """Return primary keys as they are in the file."""
    return _stored(connection, layout, layout.keys, keys)


def put_keys(
    connection: sqlite3.Connection, layout: Layout, keys: Sequence[Key]
) -> None:
    """Put primary keys, as they are in the file, into `KEYS`."""
    connection.execute(f"DROP TABLE IF EXISTS {KEYS}")
    _make(connection, KEYS, layout, layout.keys)
    _insert(connection, KEYS, keys)


def _stored(
    connection: sqlite3.Connection,
    layout: Layout,
    columns: Sequence[Column],
    rows: Sequence[Sequence[object]],
) -> list[Values]:
    if not rows:
        return []
    _make(connection, _STAGE, layout, columns)
    given = zip(columns, zip(*rows, strict=True), strict=True)
    _insert(
        connection,
        _STAGE,
        list(zip(*[parameters(c.type, v) for c, v in given], strict=True)),
    )
    query = f"SELECT * FROM {_STAGE} ORDER BY rowid"  # noqa: S608, a name of ours
    found = connection.execute(query).fetchall()
    connection.execute(f"DROP TABLE {_STAGE}")
    return found


def _make(
    connection: sqlite3.Connection,
    name: str,
    layout: Layout,
    columns: Sequence[Column],
) -> None:
    names = ", ".join(quote_name(column.name) for column in columns)
    live = full_name(layout.table.name)
    connection.execute(f"CREATE TABLE {name} AS SELECT {names} FROM {live} WHERE false")  # noqa: S608, quoted


def _insert(
    connection: sqlite3.Connection, name: str, rows: Sequence[Sequence[object]]
) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        sql = f"INSERT INTO {name} VALUES ({places})"  # noqa: S608, a name of ours
        connection.executemany(sql, rows)
