"""Write what was decided, in the transaction that is open."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seedc.apply.sqlite.decide import Change
from seedc.apply.sqlite.follow import Changes
from seedc.apply.sqlite.found import TableRows
from seedc.apply.sqlite.tables import full_name
from seedc.apply.sqlite.values import Key, Layout, Value
from seedc.model.errors import WorldError
from seedc.model.plan import Action
from seedc.model.table import RETIRED_AT, Owner
from seedc.postgres.literal import quote_name
from seedc.postgres.portable_default import portable_default

_NOW = "strftime('%Y-%m-%d %H:%M:%f000', 'now')"
"""The moment in the form of all moments: in UTC, with microseconds."""

Written = Sequence[tuple[TableRows, Sequence[Change]]]
"""The changes of all tables, referenced tables first."""


def write(connection: sqlite3.Connection, changes: Written, followed: Changes) -> None:
    """Write all changes.

    References may be broken until the end, and are looked at by the commit.

    Args:
        connection: A connection with a transaction that may write.
        changes: What happens to the rows of each table.
        followed: New values of rows that refer to others, with these themselves.

    Raises:
        WorldError: Something in the file keeps rows from being written.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for rows, decided in reversed(changes):
        _delete(connection, rows, _of(decided, "delete"))
    # A list follows the key of its row by itself; what else changes in it comes first.
    for rows, decided in sorted(changes, key=_is_root):
        gone = {rows.present_key(change.key) for change in _of(decided, "delete")}
        others = followed.get(rows.layout.table.name, {}).items()
        _follow(connection, rows, {k: v for k, v in others if k not in gone})
    for rows, decided in changes:
        updates = _of(decided, "update")
        _move_away(connection, rows, updates)
        for change in updates:
            new = {name: new for name, (_, new) in change.columns.items()}
            _update(connection, rows.layout, change.key, new)
        _insert(connection, rows, _of(decided, "insert"))
        _retire(connection, rows.layout, _of(decided, "retire"))


def _is_root(part: tuple[TableRows, Sequence[Change]]) -> bool:
    return part[0].layout.table.parent is None


def _of(changes: Iterable[Change], action: Action) -> list[Change]:
    return [change for change in changes if change.action == action]


def _delete(
    connection: sqlite3.Connection, rows: TableRows, changes: Iterable[Change]
) -> None:
    sql = f"DELETE FROM {full_name(rows.layout.table.name)} WHERE {_keys(rows.layout)}"  # noqa: S608, quoted
    for change in changes:
        _run(connection, rows.layout, sql, rows.present_key(change.key))


def _follow(
    connection: sqlite3.Connection,
    rows: TableRows,
    changes: Mapping[Key, Mapping[str, Value]],
) -> None:
    for key, new in changes.items():
        others = _follow_by_themselves(rows, key)
        own = {name: value for name, value in new.items() if name not in others}
        if own:
            _update(connection, rows.layout, key, own)


def _follow_by_themselves(rows: TableRows, key: Key) -> set[str]:
    """Return the columns of a row that need not follow what they refer to.

    The link of a list cascades, and what seeds decide they decide anew.
    """
    layout, parent = rows.layout, rows.layout.table.parent
    found = {*parent.columns} if parent else set()
    if rows.key_to_be(key) in rows.file:
        found |= {layout.names[i] for i in layout.owned}
    return found


def _move_away(
    connection: sqlite3.Connection, rows: TableRows, changes: Sequence[Change]
) -> None:
    """Put unique values that other rows are to have out of the way.

    SQLite looks at unique keys row by row. A column takes any type, and bytes are what
    no seed can hold.
    """
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for number, (key, column) in enumerate(_in_the_way(rows, changes)):
        _update(connection, rows.layout, key, {column: b"seedc:%d" % number})
    connection.execute("PRAGMA ignore_check_constraints = OFF")


def _in_the_way(
    rows: TableRows, changes: Sequence[Change]
) -> Iterator[tuple[Key, str]]:
    """Yield rows whose unique values others are to have, with a column of these."""
    names = rows.layout.names
    for unique in rows.layout.table.unique_keys:
        at = [names.index(name) for name in unique.columns if name in names]
        moved = [c for c in changes if {*unique.columns} & c.columns.keys()]
        wanted = {tuple([rows.file[c.key][i] for i in at]) for c in moved}
        for change in moved:
            if tuple([rows.live[change.key][i] for i in at]) in wanted:
                column = next(c for c in unique.columns if c in change.columns)
                yield change.key, column


def _insert(
    connection: sqlite3.Connection, rows: TableRows, changes: Iterable[Change]
) -> None:
    layout = rows.layout
    names = ", ".join(map(quote_name, layout.names))
    places = ", ".join(_place(layout, i) for i in range(len(layout.names)))
    sql = f"INSERT INTO {full_name(layout.table.name)} ({names}) VALUES ({places})"  # noqa: S608, quoted
    for change in changes:
        _run(connection, layout, sql, rows.file[change.key])


def _place(layout: Layout, at: int) -> str:
    """Return where a value goes; of a column written once, its default for NULL."""
    column = layout.columns[at]
    own = column.owner is Owner.ONCE and column.default is not None
    default = portable_default(column.default or "") if own else None
    return f"coalesce(?, {default})" if default else "?"


def _retire(
    connection: sqlite3.Connection, layout: Layout, changes: Iterable[Change]
) -> None:
    sql = (
        f"UPDATE {full_name(layout.table.name)} SET {RETIRED_AT} = {_NOW}"  # noqa: S608, quoted
        f" WHERE {_keys(layout)}"
    )
    for change in changes:
        _run(connection, layout, sql, change.key)


def _update(
    connection: sqlite3.Connection,
    layout: Layout,
    key: Key,
    new: Mapping[str, Value],
) -> None:
    if not new:
        return
    setting = ", ".join(f"{quote_name(name)} = ?" for name in new)
    sql = f"UPDATE {full_name(layout.table.name)} SET {setting} WHERE {_keys(layout)}"  # noqa: S608, quoted
    _run(connection, layout, sql, (*new.values(), *key))


def _keys(layout: Layout) -> str:
    return " AND ".join(f"{quote_name(name)} = ?" for name in layout.table.primary_key)


def _run(
    connection: sqlite3.Connection, layout: Layout, sql: str, values: Sequence[Value]
) -> None:
    """Run a statement that changes one row.

    Raises:
        WorldError: It changed none, as a trigger kept it from that, or several.
    """
    if (count := connection.execute(sql, values).rowcount) != 1:
        message = f"a change of one row of `{layout.table.name}` changed {count}"
        raise WorldError(
            message, hint="look at the triggers of the table; nothing was written"
        )
