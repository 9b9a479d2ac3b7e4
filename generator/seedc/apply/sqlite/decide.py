"""Decide what happens to rows: pure, from what was found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, final

from seedc.apply.sqlite.found import Found, TableRows
from seedc.apply.sqlite.values import Key, Layout, Value, Values, same
from seedc.model.plan import Action
from seedc.model.table import RETIRED_AT

Leaving: TypeAlias = Mapping[str, Mapping[Key, Action]]
"""What becomes of rows that the seeds no longer have, by table and key."""


@final
@dataclass(frozen=True, slots=True)
class Change:
    """What happens to a row.

    Attributes:
        action: What happens.
        key: Its primary key; of a rename, the one that it has now.
        new_key: Its next primary key, if it is renamed.
        columns: Old and new values of what changes, if it is updated.
    """

    action: Action
    key: Key
    new_key: Key | None = None
    columns: Mapping[str, tuple[Value, Value]] = field(default_factory=dict)


@final
@dataclass(frozen=True, slots=True)
class TableDecision:
    """What happens to the rows of a table.

    Attributes:
        changes: What happens, row by row.
        unchanged: How many rows are as the seeds say.
        unknown: Keys of rows that differ from the seeds and were not written by them.
    """

    changes: tuple[Change, ...]
    unchanged: int
    unknown: tuple[Key, ...]


def leaving(
    found: Found, *, adopt: bool
) -> tuple[dict[str, dict[Key, Action]], Mapping[str, list[Key]]]:
    """Return what becomes of rows that left the seeds, and which are not spoken of.

    The items of a list go the way of the row that has the list.

    Args:
        found: What was found.
        adopt: Whether items that the seeds do not know are theirs, where the list is.
    """
    going: dict[str, dict[Key, Action]] = {}
    unlisted: dict[str, list[Key]] = {}
    for name, rows in found.tables.items():
        parent = rows.layout.table.parent
        if parent is None:
            going[name], unlisted[name] = _gone(rows)
    for name, rows in found.tables.items():
        parent = rows.layout.table.parent
        if parent is not None:
            above = found.tables[parent.table]
            going[name] = dict(_gone_items(rows, above, going[parent.table]))
            if adopt:
                going[name] |= dict.fromkeys(rows.strange, "delete")
    return going, {name: keys for name, keys in unlisted.items() if keys}


def _gone(rows: TableRows) -> tuple[dict[Key, Action], list[Key]]:
    table = rows.layout.table
    going: dict[Key, Action] = {}
    unlisted: list[Key] = []
    for key in rows.known - rows.file.keys():
        if key not in rows.live:
            going[key] = "forget"
        elif _is_retired(rows, key):
            continue
        elif table.removal == "prune":
            going[key] = "delete"
        elif key in rows.removed:
            going[key] = table.removal
        elif key not in rows.blocked:
            unlisted.append(key)
    return going, unlisted


def _is_retired(rows: TableRows, key: Key) -> bool:
    if not rows.layout.table.retires:
        return False
    return rows.live[key][rows.layout.names.index(RETIRED_AT)] is not None


def _gone_items(
    rows: TableRows, above: TableRows, going: Mapping[Key, Action]
) -> Iterator[tuple[Key, Action]]:
    parent = rows.layout.table.parent
    assert parent is not None, "not a list"  # noqa: S101, ours
    at = [rows.layout.names.index(name) for name in parent.columns]
    for key in rows.known - rows.file.keys():
        if key not in rows.live:
            yield key, "forget"
            continue
        owner = tuple([rows.live[key][i] for i in at])
        way = "delete" if owner in above.file else going.get(owner)
        if way in {"delete", "keep"}:
            yield key, way


def decide(
    rows: TableRows, going: Mapping[Key, Action], *, adopt: bool
) -> TableDecision:
    """Decide what happens to the rows of a table.

    Args:
        rows: They, with the keys that they are to have.
        going: What becomes of those that left the seeds.
        adopt: Whether rows that differ and are not known are the seeds' from now on.
    """
    changes = [Change("rename", old, new) for old, new in rows.renames.items()]
    changes += [Change(action, key) for key, action in going.items()]
    unknown: list[Key] = []
    for change in filter(None, (_change(rows, key) for key in rows.file)):
        if change.action == "update" and not adopt and change.key not in rows.known:
            unknown.append(change.key)
        else:
            changes.append(change)
    written = sum(change.action in {"insert", "update"} for change in changes)
    return TableDecision(
        tuple(sorted(changes, key=_order)),
        len(rows.file) - written - len(unknown),
        (*unknown, *(() if adopt else rows.strange)),
    )


def _change(rows: TableRows, key: Key) -> Change | None:
    """Return what happens to a row of the seeds, if anything does."""
    wanted = rows.file[key]
    if (live := rows.live.get(key)) is None:
        return Change("insert", key)
    alike = live == wanted and [*map(type, live)] == [*map(type, wanted)]  # the most
    columns = {} if alike else _differences(rows.layout, live, wanted)
    if columns:
        return Change("update", key, columns=columns)
    return None if key in rows.known else Change("adopt", key)


def _differences(
    layout: Layout, live: Values, wanted: Values
) -> dict[str, tuple[Value, Value]]:
    return {
        layout.names[i]: (live[i], wanted[i])
        for i in layout.owned
        if not same(live[i], wanted[i])
    }


def _order(change: Change) -> tuple[list[tuple[bool, Value]], str]:
    """Return what changes are ordered by: their keys, and numbers before text."""
    return [(isinstance(part, str), part) for part in change.key], change.action
