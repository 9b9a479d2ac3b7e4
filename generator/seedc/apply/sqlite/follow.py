"""Find what must change with a key: all rows that refer to it, and to them in turn."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, final

from seedc.apply.sqlite.references import Reference, referring_rows
from seedc.apply.sqlite.values import Key, Value
from seedc.model.table import Table

Changes: TypeAlias = dict[str, dict[Key, dict[str, Value]]]
"""New values of columns, by table and by the key that a row has in the file."""

Leads: TypeAlias = Mapping[str, Mapping[Key, Mapping[str, Value]]]


@final
@dataclass(frozen=True, slots=True)
class Followed:
    """What changes with some keys.

    Attributes:
        changes: The rows of seeded tables that change, the first ones among them.
        foreign: Foreign keys of other tables that refer to changed keys, and these.
    """

    changes: Changes = field(default_factory=dict)
    foreign: list[tuple[Reference, list[Key]]] = field(default_factory=list)


def follow_renames(
    connection: sqlite3.Connection, links: Sequence[Reference], renames: Leads
) -> Followed:
    """Return what changes when rows get other keys.

    Args:
        connection: A connection to the file.
        links: Its foreign keys.
        renames: New values of the primary keys' columns.
    """
    found = Followed()
    for table, rows in renames.items():
        found.changes[table] = {key: dict(new) for key, new in rows.items()}
    _spread(connection, links, renames, found)
    return found


def follow_replacements(
    connection: sqlite3.Connection,
    links: Sequence[Reference],
    replaced: Leads,
    may_change: Callable[[Table, Key, Mapping[str, Value]], bool],
) -> Followed:
    """Return what changes when rows take the place of others.

    Args:
        connection: A connection to the file.
        links: Its foreign keys.
        replaced: The values of the rows that take the places, by the keys of those
            that go.
        may_change: Says whether a row that refers to one that goes can be given
            other values. The items of a list go with their list, and are not asked
            about.
    """
    found = Followed()
    first = [link for link in links if link.owner and not link.is_parent]
    following = _step(connection, first, replaced, found, may_change)
    _spread(connection, links, following, found)
    return found


def _spread(
    connection: sqlite3.Connection,
    links: Sequence[Reference],
    leads: Leads,
    found: Followed,
) -> None:
    while leads:
        leads = _step(connection, links, leads, found, lambda *_: True)


def _step(
    connection: sqlite3.Connection,
    links: Sequence[Reference],
    leads: Leads,
    found: Followed,
    may_change: Callable[[Table, Key, Mapping[str, Value]], bool],
) -> Changes:
    """Change what refers to rows directly, and return what that changed."""
    following: Changes = {}
    for link in links:
        given = leads.get(link.table.name, {})
        moved = {k: new for k, new in given.items() if new.keys() & {*link.target}}
        if moved and link.owner is None:
            found.foreign.append((link, [*moved]))
        elif moved and link.owner is not None:
            rows = found.changes.setdefault(link.owner.name, {})
            for key, own in referring_rows(connection, link, link.owner, [*moved]):
                new = _led(link, moved[key])
                before = rows.get(own, {})
                if not new.items() <= before.items() and may_change(
                    link.owner, own, new
                ):
                    rows[own] = {**before, **new}
                    following.setdefault(link.owner.name, {})[own] = rows[own]
    return following


def _led(link: Reference, new: Mapping[str, Value]) -> dict[str, Value]:
    pairs = zip(link.columns, link.target, strict=True)
    return {own: new[target] for own, target in pairs if target in new}
