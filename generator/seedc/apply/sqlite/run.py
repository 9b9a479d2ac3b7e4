"""Plan what would change in a file of SQLite, and change it.

open -> look -> decide -> write, if it may be written
"""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import final

from seedc.apply.sqlite.connect import connected, create, in_memory
from seedc.apply.sqlite.decide import TableDecision, decide, leaving
from seedc.apply.sqlite.follow import Changes
from seedc.apply.sqlite.found import Found, Tables, merged
from seedc.apply.sqlite.impacts import impacts, replacements
from seedc.apply.sqlite.look import look
from seedc.apply.sqlite.plan import make_plan, sealed, without_rows
from seedc.apply.sqlite.refuse import (
    objections,
    refusals,
    remaining,
    versions_of,
)
from seedc.apply.sqlite.refused import broken_references
from seedc.apply.sqlite.refused import refusals as worded
from seedc.apply.sqlite.state import (
    State,
    TableState,
    content_hash,
    decided_columns,
    read_state,
    write_state,
)
from seedc.apply.sqlite.tables import check_tables, create_tables, is_new
from seedc.apply.sqlite.values import Seeds
from seedc.apply.sqlite.write import write
from seedc.model.plan import Options, Outcome, Plan

Schema = Callable[[], str]
"""Gives the text of `sqlite/schema.sql`, which a new file is made with."""

_GONE = {"delete", "keep", "forget"}


@final
@dataclass(frozen=True, slots=True)
class _Decided:
    """What would be written, and the plan that says it."""

    plan: Plan
    tables: Tables
    decisions: dict[str, TableDecision]
    followed: Changes
    states: tuple[State, State]


def plan(path: Path, seeds: Seeds, options: Options, schema: Schema) -> Plan:
    """Return what an apply would change in a file; of a missing one, in a new one.

    Raises:
        WorldError: The file cannot be read, or has other tables.
    """
    if not path.exists():
        return _plan_new(path, seeds, options, schema)
    with connected(path, seeds.deploy.lock_timeout) as connection, worded(path):
        if is_new(connection):
            return _plan_new(path, seeds, options, schema)
        connection.execute("BEGIN")
        return _shown(_decide(connection, path, seeds, options).plan, options)


def apply(path: Path, seeds: Seeds, options: Options, schema: Schema) -> Outcome:
    """Bring a file to what the seeds say, in one transaction; make it if it is missing.

    Raises:
        WorldError: The file cannot be read or written, is locked, or has other tables.
            It is as it was.
    """
    start = monotonic()
    if not path.exists():
        first = plan(path, seeds, options, schema)
        if first.refusals:
            return Outcome(first, None, monotonic() - start)
        create(path)
    with connected(path, seeds.deploy.lock_timeout) as connection, worded(path):
        connection.execute("BEGIN IMMEDIATE")
        if is_new(connection):
            create_tables(connection, schema())
        decided = _decide(connection, path, seeds, options)
        run = None if decided.plan.refusals else _write(connection, seeds, decided)
        _end(connection, keep=run is not None)
    return Outcome(_shown(decided.plan, options), run, monotonic() - start)


def _plan_new(path: Path, seeds: Seeds, options: Options, schema: Schema) -> Plan:
    with in_memory() as connection, worded(path):
        connection.execute("BEGIN")
        create_tables(connection, schema())
        return _shown(_decide(connection, path, seeds, options).plan, options)


def _shown(made: Plan, options: Options) -> Plan:
    return made if options.with_rows else without_rows(made)


def _decide(
    connection: sqlite3.Connection, path: Path, seeds: Seeds, options: Options
) -> _Decided:
    """Decide what to write, in the transaction that is open."""
    check_tables(connection, path, seeds.catalog)
    state, head = read_state(connection, seeds.catalog.name)
    now = {t.name: state[t.name] for t in seeds.catalog.tables if t.name in state}
    adopt = "adopt" in options.allow
    found = look(connection, seeds, now, adopt=adopt)
    going, unlisted = leaving(found, adopt=adopt)
    replaced = replacements(connection, found, going)
    for name, changes in replaced.changes.items():
        keys = found.tables[name].rekey(changes)
        going[name] = {keys.get(key, key): way for key, way in going[name].items()}
    decisions = {
        name: decide(rows, going[name], adopt=adopt)
        for name, rows in found.tables.items()
    }
    affected = impacts(connection, found, going, replaced, decisions)
    then = _then(seeds, found, decisions)
    refused = refusals(seeds, found, then, decisions, (going, unlisted))
    refusing = remaining((*refused, *objections(affected)), options)
    states = now, then
    made = make_plan(path, seeds.catalog.name, head, states, found.tables, decisions)
    made = sealed(replace(made, impacts=affected, refusals=refusing), options.expected)
    followed = merged(found.renamed.changes, replaced.changes)
    return _Decided(made, found.tables, decisions, followed, states)


def _then(
    seeds: Seeds, found: Found, decisions: Mapping[str, TableDecision]
) -> dict[str, TableState]:
    """Return what seedc knows of each table once all is written."""
    then = {}
    for name, rows in found.tables.items():
        changes = decisions[name].changes
        gone = {change.key for change in changes if change.action in _GONE}
        then[name] = TableState(
            versions_of(rows.layout.table, seeds.versions),
            decided_columns(rows.layout),
            frozenset((rows.known - gone) | rows.file.keys()),
            content_hash(rows.layout, rows.file),
        )
    return then


def _write(
    connection: sqlite3.Connection, seeds: Seeds, decided: _Decided
) -> int | None:
    """Write what was decided; return the number of the run, if anything differs."""
    now, then = decided.states
    if not decided.plan.tables and now == then:
        return None
    changes = [
        (rows, decided.decisions[name].changes) for name, rows in decided.tables.items()
    ]
    write(connection, changes, decided.followed)
    run = (decided.plan.head or 0) + 1
    write_state(connection, seeds.catalog.name, run, then)
    return run


def _end(connection: sqlite3.Connection, *, keep: bool) -> None:
    if not keep:
        connection.execute("ROLLBACK")
        return
    try:
        connection.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        raise broken_references(connection) or error from None
