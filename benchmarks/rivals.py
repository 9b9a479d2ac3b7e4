"""What apply is measured against, each run as a process that prints its seconds.

From connection to commit; reading the file and making the values comes before that.

    python benchmarks/rivals.py copy|values|pipeline CONNINFO SEEDS
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import psycopg
from apply_data import COLUMNS, RARITIES
from psycopg.types.json import Jsonb

Value: TypeAlias = str | float | Jsonb
Row: TypeAlias = tuple[Value, ...]
Connection: TypeAlias = "psycopg.Connection[tuple[object, ...]]"

BATCH = 1000
"""Rows of a statement; 65,535 parameters are the most."""

_NAMES = ", ".join(COLUMNS)
_ONE = f"({', '.join(['%s'] * len(COLUMNS))})"
_SET = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS[1:])
_MERGE = f"ON CONFLICT (id) DO UPDATE SET {_SET}"
_RARITIES = "INSERT INTO rarities (id) VALUES (%s) ON CONFLICT (id) DO NOTHING"


def copy(seeds: Path) -> Callable[[Connection], None]:
    """COPY into the table itself, as text; for rows that are not there."""
    data = "".join(map(_line, _records(seeds))).encode()

    def load(connection: Connection) -> None:
        with connection.cursor().copy(f"COPY items ({_NAMES}) FROM STDIN") as stream:
            stream.write(data)

    return load


def values(seeds: Path) -> Callable[[Connection], None]:
    """`INSERT ... VALUES` of many rows `ON CONFLICT DO UPDATE`."""
    rows = list(map(_row, _records(seeds)))
    batches = [rows[i : i + BATCH] for i in range(0, len(rows), BATCH)]

    def load(connection: Connection) -> None:
        # Psycopg's own placeholders take four times as long for so many of them.
        with psycopg.RawCursor(connection) as cursor:
            for batch in batches:
                given = [value for row in batch for value in row]
                cursor.execute(_values(len(batch)), given)

    return load


def _values(rows: int) -> bytes:
    width = len(COLUMNS)
    numbers = (range(at * width + 1, at * width + width + 1) for at in range(rows))
    many = ", ".join(f"({', '.join(f'${n}' for n in row)})" for row in numbers)
    return f"INSERT INTO items ({_NAMES}) VALUES {many} {_MERGE}".encode()  # noqa: S608, ours


def pipeline(seeds: Path) -> Callable[[Connection], None]:
    """One upsert for each row, sent in one pipeline."""
    rows = list(map(_row, _records(seeds)))
    statement = f"INSERT INTO items ({_NAMES}) VALUES {_ONE} {_MERGE}"  # noqa: S608, ours

    def load(connection: Connection) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(statement.encode(), rows)

    return load


def _records(seeds: Path) -> list[dict[str, object]]:
    records: list[dict[str, object]] = json.loads(seeds.read_text())["data"]
    return records


def _row(record: dict[str, object]) -> Row:
    return tuple(map(_value, record.values()))


def _value(value: object) -> Value:
    if isinstance(value, str | int | float):
        return value
    return Jsonb(value)


def _line(record: dict[str, object]) -> str:
    # No value has a tab, a line break or a backslash.
    return "\t".join(map(_text, record.values())) + "\n"


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def main(kind: str, conninfo: str, seeds: str) -> None:
    """Load the rows and print how long it took."""
    load = {"copy": copy, "values": values, "pipeline": pipeline}[kind](Path(seeds))
    started = time.perf_counter()
    with psycopg.connect(conninfo) as connection:
        connection.cursor().executemany(_RARITIES, [(name,) for name in RARITIES])
        load(connection)
    print(time.perf_counter() - started)


if __name__ == "__main__":
    main(*sys.argv[1:])
