"""`seedc apply` of 100,000 rows, against COPY and against the upserts of drivers."""

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

from databases import Database, copy_of
from measure import median, run, show
from node import find_knex
from product import CHANGED, FIRST, HALF, Product, products, seconds
from server import server
from templates import make_templates

ROUNDS = int(os.environ.get("ROUNDS", "5"))
LIMIT_EMPTY, LIMIT_FILLED, LIMIT_UNCHANGED, LIMIT_TRUSTED = 1.6, 2.5, 0.65, 0.1

Timer: TypeAlias = Callable[[Database], float]
"""Loads a database and returns the seconds from connection to end."""

Case: TypeAlias = tuple[str, str]
"""The template of the database, and what loads it."""

Measured: TypeAlias = Mapping[Case, list[float]]

_HERE = Path(__file__).parent
_RIVALS = {"values": "psycopg, 1,000 rows a statement", "pipeline": "psycopg, pipeline"}
_KNEX = "knex on pg, 1,000 rows a statement"
_TABLES = {
    "empty": "into an empty table",
    "filled": "into a table with 100,000 other rows",
    "half": "where half of the rows are there",
}


def main() -> None:
    """Measure and print."""
    with server() as postgres, products(FIRST, HALF, CHANGED) as built:
        templates = make_templates(postgres, built[0], built[1])
        cases = _cases(built[0], built[2])
        measured: dict[Case, list[float]] = {case: [] for case in cases}
        for counts in [False] + [True] * ROUNDS:
            for case, load in cases.items():
                with copy_of(templates[case[0]]) as database:
                    taken = load(database)
                measured[case] += [taken] if counts else []
    _report(measured)


def _cases(first: Product, changed: Product) -> dict[Case, Timer]:
    cases: dict[Case, Timer] = {}
    for table in _TABLES:
        cases[table, "apply"] = partial(_apply, first, ())
        if table != "half":
            cases[table, "copy"] = partial(_python, "copy", first.seeds)
        for kind, label in _RIVALS.items():
            cases[table, label] = partial(_python, kind, first.seeds)
    if knex := find_knex():
        cases |= {
            (table, _KNEX): partial(_knex, knex, first.seeds) for table in _TABLES
        }
    cases["full", "apply"] = partial(_apply, first, ())
    cases["full", "trusting"] = partial(_apply, first, ("--trust-ledger",))
    cases["full", "changed"] = partial(_apply, changed, ())
    return cases


def _apply(product: Product, options: tuple[str, ...], database: Database) -> float:
    return seconds(product.apply(database, *options))


def _python(kind: str, seeds: Path, database: Database) -> float:
    script = str(_HERE / "rivals.py")
    command = (sys.executable, script, kind, database.conninfo, str(seeds))
    return float(run(command).output)


def _knex(modules: Path, seeds: Path, database: Database) -> float:
    script = str(_HERE / "knex_upsert.js")
    where = (str(database.server.sockets), database.name)
    command = ("node", script, *where, str(seeds), str(modules))
    return float(run(command).output)


def _report(measured: Measured) -> None:
    for table, title in _TABLES.items():
        print(f"100,000 rows of 15 columns, {title}")
        ours = measured[table, "apply"]
        base = measured.get((table, "copy"), measured["empty", "copy"])
        show(
            "COPY, alone" if table != "half" else "COPY into the empty one", base, " s"
        )
        show("seedc apply", ours, " s")
        limit = LIMIT_EMPTY if table == "empty" else LIMIT_FILLED
        _goal("ratio", _ratios(ours, base), limit)
        for (where, rival), theirs in measured.items():
            if where == table and rival not in {"apply", "copy"}:
                show(rival, theirs, " s")
                _goal("apply takes, of that,", _ratios(ours, theirs), 1.0)
    _report_seeded(measured)


def _report_seeded(measured: Measured) -> None:
    print("all rows were applied before")
    again, staged = measured["full", "apply"], measured["filled", "apply"]
    show("seedc apply, unchanged", again, " s")
    _goal("ratio to staged and fresh", _ratios(again, staged), LIMIT_UNCHANGED)
    show("the same with --trust-ledger", measured["full", "trusting"], " s")
    _goal("seconds", measured["full", "trusting"], LIMIT_TRUSTED)
    show("seedc apply, 1 % changed", measured["full", "changed"], " s")


def _ratios(ours: list[float], theirs: list[float]) -> list[float]:
    return [a / b for a, b in zip(ours, theirs, strict=True)]


def _goal(label: str, values: list[float], limit: float) -> None:
    show(label, values)
    verdict = "reached" if median(values) <= limit else "missed"
    print(f"  goal: at most {limit}: {verdict}")


if __name__ == "__main__":
    main()
