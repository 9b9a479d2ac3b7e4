"""What seedc keeps in a file of SQLite: the keys that it wrote, and from what."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias, final

from seedc.apply.sqlite.tables import STATE
from seedc.apply.sqlite.values import Key, Layout, Values

_CREATE = f"""
CREATE TABLE IF NOT EXISTS main.{STATE} (
  target TEXT NOT NULL,
  table_name TEXT NOT NULL,
  run INTEGER NOT NULL,
  versions TEXT NOT NULL,
  columns TEXT NOT NULL,
  keys TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (target, table_name)
)
"""
_IS_THERE = "SELECT EXISTS (SELECT 1 FROM main.sqlite_master WHERE name = ?)"
_READ = f"""
SELECT table_name, run, versions, columns, keys, hash
FROM main.{STATE}
WHERE target = ?
"""  # noqa: S608, a name of ours
_WRITE = f"INSERT OR REPLACE INTO main.{STATE} VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608, a name of ours


@final
@dataclass(frozen=True, slots=True)
class TableState:
    """What seedc knows of a table.

    Attributes:
        versions: The versions of its seed files.
        columns: The columns that the seeds decide, the primary key first.
        keys: The keys of the rows that are the seeds'.
        hash: SHA-256 of what the seeds said of these columns.
    """

    versions: Mapping[str, str]
    columns: tuple[str, ...]
    keys: frozenset[Key]
    hash: str


State: TypeAlias = Mapping[str, TableState]


def read_state(
    connection: sqlite3.Connection, target: str
) -> tuple[dict[str, TableState], int | None]:
    """Return what seedc knows of a target, by table, and the number of its last run."""
    (there,) = connection.execute(_IS_THERE, [STATE]).fetchone()
    rows = connection.execute(_READ, [target]).fetchall() if there else []
    return {row[0]: _table_state(row) for row in rows}, max(
        (int(row[1]) for row in rows), default=None
    )


def write_state(
    connection: sqlite3.Connection, target: str, run: int, state: State
) -> None:
    """Write down what seedc knows of some tables of a target."""
    connection.execute(_CREATE)
    for name, table in state.items():
        given = (
            json.dumps(dict(sorted(table.versions.items()))),
            json.dumps(table.columns),
            json.dumps(sorted(table.keys, key=repr)),
            table.hash,
        )
        connection.execute(_WRITE, [target, name, run, *given])


def decided_columns(layout: Layout) -> tuple[str, ...]:
    """Return the columns that the seeds decide, the primary key first."""
    return (*layout.table.primary_key, *(layout.names[i] for i in layout.owned))


def content_hash(layout: Layout, rows: Mapping[Key, Values]) -> str:
    """Return the SHA-256 of what seeds say, whose rows are in key order."""
    owned = layout.owned
    said = [[*key, *[row[i] for i in owned]] for key, row in rows.items()]
    return sha256(json.dumps(said).encode()).hexdigest()


def _table_state(row: Sequence[str]) -> TableState:
    _, _, versions, columns, keys, digest = row
    return TableState(
        versions=json.loads(versions),
        columns=tuple(json.loads(columns)),
        keys=frozenset(tuple(key) for key in json.loads(keys)),
        hash=digest,
    )
