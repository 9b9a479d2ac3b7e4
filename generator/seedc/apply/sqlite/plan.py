"""Make a plan of what was decided."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, replace
from hashlib import sha256
from pathlib import Path

from seedc.apply.sqlite.decide import Change, TableDecision
from seedc.apply.sqlite.found import TableRows, Tables
from seedc.apply.sqlite.state import State
from seedc.apply.sqlite.values import Key, Layout, Value, shown
from seedc.model.column_type import Boolean
from seedc.model.plan import ColumnChange, Plan, Refusal, RowChange, TablePlan

Decisions = Mapping[str, TableDecision]


def make_plan(  # noqa: PLR0913, PLR0917, a plan has as many parts
    path: Path,
    target: str,
    head: int | None,
    states: tuple[State, State],
    tables: Tables,
    decisions: Decisions,
) -> Plan:
    """Return the plan, with each row that changes; it is not sealed yet.

    Args:
        path: The file.
        target: Whose rows.
        head: Number of the last run.
        states: What seedc knows now and then.
        tables: What was found.
        decisions: What happens to the rows of each table.
    """
    now, then = states
    return Plan(
        target=target,
        database=str(path),
        head=head,
        versions=_versions(now, then),
        digest=(digest(now) if now else None, digest(then)),
        tables=tuple(_tables(tables, decisions)),
        unchanged=sum(decision.unchanged for decision in decisions.values()),
        impacts=(),
        refusals=(),
        fingerprint="",
    )


def sealed(plan: Plan, expected: str | None) -> Plan:
    """Return a plan with its fingerprint; refused if another one is expected."""
    made = _fingerprint(plan)
    refusals = plan.refusals
    if expected not in {None, made}:
        message = "the database or the files are no longer what was planned"
        refusals = (Refusal("plan-changed", None, message), *refusals)
    return replace(plan, refusals=refusals, fingerprint=made)


def without_rows(plan: Plan) -> Plan:
    """Return a plan that lists no rows; it keeps its fingerprint."""
    return replace(plan, tables=tuple(replace(t, rows=None) for t in plan.tables))


def digest(state: State) -> str:
    """Return the SHA-256 of what the seeds say of all tables."""
    hashes = {name: table.hash for name, table in state.items()}
    return sha256(json.dumps(hashes, sort_keys=True).encode()).hexdigest()


def _fingerprint(plan: Plan) -> str:
    # One file has many names, and the plan is the same by any of them.
    rows = [_told(row) for table in plan.tables for row in table.rows or ()]
    tables = [(table.table, table.counts) for table in plan.tables]
    impacts = [astuple(impact) for impact in plan.impacts]
    whole = plan.target, plan.head, plan.versions, plan.digest, tables, rows, impacts
    return sha256(json.dumps(whole).encode()).hexdigest()


def _told(row: RowChange) -> tuple[object, ...]:
    columns = [(change.column, change.old, change.new) for change in row.columns]
    return row.action, row.key, row.new_key, columns


def _versions(now: State, then: State) -> dict[str, tuple[str | None, str | None]]:
    old = {file: v for table in now.values() for file, v in table.versions.items()}
    new = {file: v for table in then.values() for file, v in table.versions.items()}
    return {file: (old.get(file), new.get(file)) for file in sorted({**old, **new})}


def _tables(tables: Tables, decisions: Decisions) -> Iterable[TablePlan]:
    for name, decision in decisions.items():
        if decision.changes:
            yield TablePlan(
                table=name,
                counts=dict(
                    sorted(Counter(c.action for c in decision.changes).items())
                ),
                unchanged=decision.unchanged,
                rows=tuple(_row(tables[name], c) for c in decision.changes),
            )


def _row(rows: TableRows, change: Change) -> RowChange:
    now = change.key if change.action == "update" else rows.present_key(change.key)
    return RowChange(
        action=change.action,
        key=_key(rows.layout, now),
        new_key=_key(rows.layout, change.new_key) if change.new_key else None,
        columns=tuple(
            ColumnChange(name, *(_text(rows.layout, name, v) for v in values))
            for name, values in change.columns.items()
        ),
    )


def _key(layout: Layout, key: Key) -> tuple[str, ...]:
    names = layout.table.primary_key
    return tuple(_text(layout, n, v) or "" for n, v in zip(names, key, strict=True))


def _text(layout: Layout, name: str, value: Value) -> str | None:
    """Return a value as Postgres writes it, as far as SQLite keeps that."""
    if isinstance(layout.table.column(name).type, Boolean) and value in {0, 1}:
        return "true" if value else "false"
    return shown(value)
