"""What `seedc apply` does to others: its locks, its log, and how long they wait."""

import os
import time

from databases import Database, Traces, copy_of, traced
from load import Span, steady_load
from measure import show
from product import CHANGED, EVERY, FIRST, HALF, ROWS, Product, products
from server import server
from templates import make_templates

ROUNDS = int(os.environ.get("ROUNDS", "5"))
LIMIT_WAL, LIMIT_STALL = 200 * 1024, 250.0

_QUIET = 3.0
"""Seconds for which the load runs alone, before the apply and after it."""


def main() -> None:
    """Measure and print."""
    with server() as postgres, products(FIRST, HALF, CHANGED) as (first, half, changed):
        full = make_templates(postgres, first, half)["full"]
        print(f"{ROWS:,} rows were applied before; from a checkpoint on")
        traces = {
            "unchanged": (_trace(full, first, first), 0),
            "trusting the ledger": (_trace(full, first, first, "--trust-ledger"), 0),
            "1 % changed": (_trace(full, first, changed), ROWS // EVERY),
        }
        for what, (found, rows) in traces.items():
            _report(what, found, rows)
        _stalls(full, changed)


def _trace(
    template: Database, before: Product, product: Product, *options: str
) -> Traces:
    with copy_of(template) as database:
        before.apply(database)  # in a new copy even a reader leaves hints in the log
        with traced(database) as found:
            product.apply(database, *options)
    return found[0]


def _report(what: str, found: Traces, rows: int) -> None:
    print(
        f"  {what:20} {found.written:6,} rows written, {found.locked:3} locked, "
        f"{found.sequences} sequence values, {found.growth / 1024:,.0f} KiB more, "
        f"{found.wal / 1024:,.0f} KiB of log"
    )
    exact = (found.written, found.locked) == (rows, 0)
    small = rows or (found.wal < LIMIT_WAL and found.sequences + found.growth == 0)
    print(f"  goal: {'reached' if exact and small else 'missed'}")


def _stalls(template: Database, changed: Product) -> None:
    during: dict[str, list[float]] = {"read": [], "write": []}
    alone: dict[str, list[float]] = {"read": [], "write": []}
    for _ in range(ROUNDS):
        with (
            copy_of(template) as database,
            steady_load(database.conninfo, ROWS, EVERY) as load,
        ):
            time.sleep(_QUIET)
            applied = _timed(database, changed)
            time.sleep(_QUIET)
        quiet: Span = applied[0] - _QUIET, applied[0]
        for kind, found in during.items():
            found.append(load.longest(kind, applied) * 1000)
            alone[kind].append(load.longest(kind, quiet) * 1000)
    print("the longest statement of a steady load, while 1 % is applied")
    for kind, found in during.items():
        show(f"{kind}, without an apply", alone[kind], " ms")
        show(f"{kind}, during the apply", found, " ms")
    longest = max(during["read"] + during["write"])
    verdict = "reached" if longest <= LIMIT_STALL else "missed"
    print(f"  goal: at most {LIMIT_STALL:.0f} ms, always: {verdict}")


def _timed(database: Database, product: Product) -> Span:
    begun = time.perf_counter()
    product.apply(database)
    return begun, time.perf_counter()


if __name__ == "__main__":
    main()
