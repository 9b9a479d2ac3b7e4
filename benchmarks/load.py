"""A steady load on `items`, a statement at a time; prints when each began and ended.

The writers change a `live` column of rows that the seeds own, each second time of one
that the next apply changes; the readers read such rows. They end with their input.

    python benchmarks/load.py read|write CONNINFO ROWS EVERY
"""

import json
import random
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias, final

import psycopg

Span: TypeAlias = tuple[float, float]
"""When something began and ended, on the machine's monotonic clock."""

PAUSE = 0.005
PROCESSES = ("read", "read", "write", "write")
_STATEMENTS = {
    "read": "SELECT * FROM items WHERE id = %s",
    "write": "UPDATE items SET views = views + 1 WHERE id = %s",
}


@final
@dataclass(frozen=True, slots=True)
class Load:
    """The statements of a load, once it has ended.

    Attributes:
        spans: Of each kind of statement, when it began and ended.
    """

    spans: dict[str, list[Span]] = field(default_factory=dict)

    def longest(self, kind: str, during: Span) -> float:
        """Return the seconds of the longest statement that ran then."""
        begin, end = during
        return max(b - a for a, b in self.spans[kind] if b > begin and a < end)


@contextmanager
def steady_load(conninfo: str, rows: int, every: int) -> Iterator[Load]:
    """Run the load; what it saw is known when it has ended."""
    load = Load()
    workers = [(kind, _start(kind, conninfo, rows, every)) for kind in PROCESSES]
    try:
        for _, worker in workers:
            assert worker.stdout
            assert worker.stdout.readline() == "ready\n"
        yield load
    finally:
        for kind, worker in workers:
            output, _ = worker.communicate()
            load.spans.setdefault(kind, []).extend(json.loads(output))


def _start(kind: str, conninfo: str, rows: int, every: int) -> "subprocess.Popen[str]":
    command = [sys.executable, __file__, kind, conninfo, str(rows), str(every)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)


def main(kind: str, conninfo: str, rows: int, every: int) -> None:
    """Send statements until the input ends."""
    dice, statement = random.Random(), _STATEMENTS[kind].encode()
    spans: list[Span] = []
    with psycopg.connect(conninfo, autocommit=True) as connection:
        print("ready", flush=True)
        while not select.select([sys.stdin], [], [], PAUSE)[0]:
            step = dice.choice((1, every))
            key = f"item_{dice.randrange(0, rows, step):06d}"
            begun = time.perf_counter()
            connection.execute(statement, (key,))
            spans.append((begun, time.perf_counter()))
    print(json.dumps(spans))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
