"""Look at a file of SQLite: read what the seeds speak of, and what refers to it."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

from seedc.apply.sqlite.follow import Changes, follow_renames
from seedc.apply.sqlite.found import Found, TableRows
from seedc.apply.sqlite.references import references
from seedc.apply.sqlite.stage import KEYS, put_keys, staged_keys, staged_rows
from seedc.apply.sqlite.state import State
from seedc.apply.sqlite.tables import full_name
from seedc.apply.sqlite.values import Key, Layout, Seeds, Value, Values
from seedc.model.lifecycle import Lifecycle
from seedc.postgres.literal import quote_name

_NOTHING = Lifecycle()


def look(
    connection: sqlite3.Connection, seeds: Seeds, state: State, *, adopt: bool
) -> Found:
    """Return what there is, in the transaction that is open.

    Args:
        connection: A connection to the file, which has all tables.
        seeds: What the file is to be brought to.
        state: What seedc knows of it.
        adopt: Whether rows that seedc does not know are the seeds' from now on.
    """
    tables = {
        table.name: _rows(connection, Layout(table), seeds, state, adopt=adopt)
        for table in seeds.catalog.tables
    }
    links = references(connection, seeds.catalog)
    renames = {n: _new_keys(rows) for n, rows in tables.items() if rows.renames}
    renamed = follow_renames(connection, links, renames)
    for rows in tables.values():
        parent = rows.layout.table.parent
        _read_live(
            connection, rows, renamed.changes, tables[parent.table] if parent else None
        )
        if parent is None:  # keys that refer to others change with them
            rows.renames = dict(rows.moved)
        if adopt and rows.layout.table.removal != "keep":
            rows.known |= rows.removed.keys() & rows.live.keys()
    return Found(tables, state, links, renamed)


def live_keys(
    connection: sqlite3.Connection, layout: Layout, keys: Iterable[Key]
) -> set[Key]:
    """Return those of some keys whose rows are there."""
    put_keys(connection, layout, [*keys])
    names = [quote_name(name) for name in layout.table.primary_key]
    same = " AND ".join(f"live.{name} = given.{name}" for name in names)
    given = ", ".join(f"given.{name}" for name in names)
    live = full_name(layout.table.name)
    query = f"SELECT {given} FROM {KEYS} AS given JOIN {live} AS live ON {same}"  # noqa: S608, quoted
    return {*connection.execute(query)}


def _rows(
    connection: sqlite3.Connection,
    layout: Layout,
    seeds: Seeds,
    state: State,
    *,
    adopt: bool,
) -> TableRows:
    """Return what is known of a table before its live rows are read."""
    name = layout.table.name
    lifecycle = seeds.lifecycle.get(name, _NOTHING)
    known = {*state[name].keys} if name in state else set()
    old = staged_keys(connection, layout, [r.from_key for r in lifecycle.renames])
    new = staged_keys(connection, layout, [r.to_key for r in lifecycle.renames])
    there = live_keys(connection, layout, {*old, *new})
    pairs = [(k, to) for k, to in zip(old, new, strict=True) if k in there]
    free = _only({to: k for k, to in pairs if to not in there}, pairs)
    ours = {k: to for k, to in pairs if adopt or k in known}
    return TableRows(
        layout=layout,
        file=staged_rows(connection, layout, seeds.rows[name]),
        live={},
        present={},
        moved={},
        known=known,
        renames={k: to for k, to in ours.items() if k in free},
        blocked=tuple(k for k in ours if k not in free),
        removed=_removed(connection, layout, lifecycle),
    )


def _only(chosen: Mapping[Key, Key], pairs: Iterable[tuple[Key, Key]]) -> set[Key]:
    """Return the old keys whose new key no other one leads to."""
    claims = Counter(to for _, to in pairs)
    return {old for to, old in chosen.items() if claims[to] == 1}


def _removed(
    connection: sqlite3.Connection, layout: Layout, lifecycle: Lifecycle
) -> dict[Key, Key | None]:
    gone = staged_keys(connection, layout, [r.key for r in lifecycle.removed])
    given = [r.replacement for r in lifecycle.removed if r.replacement is not None]
    new = iter(staged_keys(connection, layout, given))
    return {
        key: None if entry.replacement is None else next(new)
        for key, entry in zip(gone, lifecycle.removed, strict=True)
    }


def _new_keys(rows: TableRows) -> dict[Key, Mapping[str, Value]]:
    names = rows.layout.table.primary_key
    return {
        old: dict(zip(names, new, strict=True)) for old, new in rows.renames.items()
    }


def _read_live(
    connection: sqlite3.Connection,
    rows: TableRows,
    changes: Changes,
    above: TableRows | None,
) -> None:
    """Read the rows that the seeds speak of, with their keys and values to be."""
    layout, changed = rows.layout, changes.get(rows.layout.table.name, {})
    columns = ", ".join(map(quote_name, layout.names))
    query = f"SELECT {columns} FROM {full_name(layout.table.name)}"  # noqa: S608, quoted
    for present in connection.execute(query):
        old = layout.key(present)
        row = layout.rekeyed(present, changed[old]) if old in changed else present
        key = layout.key(row)
        if key != old:
            rows.move(old, key)
        if key in rows.file or key in rows.removed or old in rows.known:
            rows.live[key] = row
        elif above is not None and _is_in_new_list(row, rows, above):
            rows.live[key] = row
            rows.strange.append(key)
    rows.known = {rows.key_to_be(key) for key in rows.known}


def _is_in_new_list(row: Values, rows: TableRows, above: TableRows) -> bool:
    """Say whether an item is in the list of a row that the seeds do not know yet."""
    parent = rows.layout.table.parent
    names = parent.columns if parent else ()
    key = tuple(row[rows.layout.names.index(name)] for name in names)
    return key in above.file and key not in above.known
