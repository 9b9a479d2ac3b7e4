"""Rows that refer to rows that go or get other keys: who follows, and who objects."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from seedc.apply.sqlite.decide import Leaving, TableDecision
from seedc.apply.sqlite.follow import Changes, Followed, follow_replacements
from seedc.apply.sqlite.found import Found, TableRows
from seedc.apply.sqlite.look import live_keys
from seedc.apply.sqlite.references import Reference, count_rows, referring_rows
from seedc.apply.sqlite.values import Key, Value
from seedc.model.plan import Action, Impact
from seedc.model.table import Owner, Table

_MayChange: TypeAlias = Callable[[Table, Key, Mapping[str, Value]], bool]


def replacements(
    connection: sqlite3.Connection, found: Found, going: Leaving
) -> Followed:
    """Return what changes as rows of the seeds take the places of those that go."""
    leads: dict[str, dict[Key, dict[str, Value]]] = {}
    for name, rows in found.tables.items():
        for key, action in going[name].items():
            new = rows.removed.get(key)
            if action in {"delete", "retire"} and new is not None:
                values = dict(zip(rows.layout.names, rows.file[new], strict=True))
                leads.setdefault(name, {})[rows.present_key(key)] = values
    asked = _may_change(connection, found, going)
    return follow_replacements(connection, found.links, leads, asked)


def _may_change(
    connection: sqlite3.Connection, found: Found, going: Leaving
) -> _MayChange:
    """Return what says whether a row that refers to one that goes is re-pointed.

    Not if it goes too, or the seeds say what it refers to, or that is part of its key
    and the new key is taken.
    """
    taken: set[tuple[str, Key]] = set()

    def may_change(table: Table, present: Key, new: Mapping[str, Value]) -> bool:
        rows = found.tables[table.name]
        if _goes(rows, going[table.name], present) or _is_told(rows, present, [*new]):
            return False
        names = table.primary_key
        key = tuple(new.get(n, v) for n, v in zip(names, present, strict=True))
        if key == present:
            return True
        if key in rows.file or (table.name, key) in taken:
            return False
        taken.add((table.name, key))
        return not live_keys(connection, rows.layout, [key])

    return may_change


def impacts(
    connection: sqlite3.Connection,
    found: Found,
    going: Leaving,
    replaced: Followed,
    decisions: Mapping[str, TableDecision],
) -> tuple[Impact, ...]:
    """Return who refers to rows that go, or get another key or unique value."""
    every = [
        *_of_renames(connection, (*found.renamed.foreign, *replaced.foreign)),
        *(
            impact
            for link in found.links
            for impact in (
                *_of_deletes(connection, found, going, link, replaced.changes),
                *_of_updates(connection, found, going, link, decisions),
            )
        ),
    ]
    return tuple(
        sorted(
            every, key=lambda i: (i.table, i.action, i.referrer, i.constraint, i.rule)
        )
    )


def _of_renames(
    connection: sqlite3.Connection, foreign: Sequence[tuple[Reference, list[Key]]]
) -> Iterator[Impact]:
    for link, keys in foreign:
        if count := count_rows(connection, link, keys):
            yield _impact(link, "rename", count, link.on_update)


def _of_deletes(
    connection: sqlite3.Connection,
    found: Found,
    going: Leaving,
    link: Reference,
    replaced: Changes,
) -> Iterator[Impact]:
    rows = found.tables[link.table.name]
    leaves = going[link.table.name].items()
    deleted = [rows.present_key(key) for key, way in leaves if way == "delete"]
    if not deleted:
        return
    if link.owner is None:
        if count := count_rows(connection, link, deleted):
            yield _impact(link, "delete", count, link.on_delete)
        return
    others, led = _others(connection, found, going, link, deleted), 0
    for own in others:
        changed = replaced.get(link.owner.name, {}).get(own, {})
        led += bool({*link.columns} & changed.keys())
    if led:
        yield _impact(link, "delete", led, "re-pointed")
    if len(others) > led:
        yield _impact(link, "delete", len(others) - led, link.on_delete)


def _of_updates(
    connection: sqlite3.Connection,
    found: Found,
    going: Leaving,
    link: Reference,
    decisions: Mapping[str, TableDecision],
) -> Iterator[Impact]:
    rows = found.tables[link.table.name]
    updated = [
        rows.present_key(change.key)
        for change in decisions[link.table.name].changes
        if change.action == "update" and {*link.target} & change.columns.keys()
    ]
    if not updated:
        return
    if link.owner is None:
        count = count_rows(connection, link, updated)
    else:
        count = len(_others(connection, found, going, link, updated))
    if count:
        yield _impact(link, "update", count, link.on_update)


def _others(
    connection: sqlite3.Connection,
    found: Found,
    going: Leaving,
    link: Reference,
    keys: Sequence[Key],
) -> list[Key]:
    """Return the rows of a seeded table that refer to rows, and will go on doing so."""
    assert link.owner is not None, "no seeded table"  # noqa: S101, ours
    rows = found.tables[link.owner.name]
    return [
        own
        for _, own in referring_rows(connection, link, link.owner, keys)
        if not _goes(rows, going[link.owner.name], own)
        and not _is_told(rows, own, link.columns)
    ]


def _goes(rows: TableRows, going: Mapping[Key, Action], present: Key) -> bool:
    return going.get(rows.key_to_be(present)) == "delete"


def _is_told(rows: TableRows, present: Key, columns: Sequence[str]) -> bool:
    """Say whether the seeds themselves have a value for a reference of a row."""
    owners = {rows.layout.table.column(name).owner for name in columns}
    return owners == {Owner.SEED} and rows.key_to_be(present) in rows.file


def _impact(link: Reference, action: Action, count: int, rule: str) -> Impact:
    follows = rule == "re-pointed" or (action != "delete" and rule == "cascade")
    return Impact(
        table=link.table.name,
        action=action,
        referrer=f"main.{link.referrer}",
        constraint=link.name,
        rule=rule,
        rows=count,
        refused=not follows,
    )
