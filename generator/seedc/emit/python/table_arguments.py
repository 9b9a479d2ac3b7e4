"""Print what `__table_args__` holds: keys, checks, indexes and the comment."""

from collections.abc import Iterator

import sqlglot

from seedc.emit.python.code import (
    WIDTH,
    Code,
    Group,
    call,
    flat,
    prefixed,
    quoted,
    render,
    tuple_of,
)
from seedc.emit.python.column_type import sql_type
from seedc.emit.python.keys import (
    DEFERRABLE,
    has_plain_primary_key,
    key_options,
    primary_key_name,
)
from seedc.emit.python.scope import Scope, without_binds
from seedc.emit.sql.checks import sqlite_checks
from seedc.model.reference import ForeignKey
from seedc.model.table import Check, Index, IndexColumn, Table, UniqueKey

_START = "__table_args__ = "
_INDENT = 8


def print_table_arguments(table: Table, scope: Scope) -> str:
    """Return the statement that sets `__table_args__`, or nothing."""
    items = tuple(_items(table, scope))
    if not table.description:
        return render(tuple_of(_START, items), indent=4) if items else ""
    comment = Group("{", (f'"comment": {quoted(table.description)}',), "}")
    whole = tuple_of(_START, (*items, comment)) if items else prefixed(_START, comment)
    return render(whole, indent=4)


def _items(table: Table, scope: Scope) -> Iterator[Code]:
    if not has_plain_primary_key(table):
        yield call(
            scope.sa("PrimaryKeyConstraint"),
            *map(quoted, table.primary_key),
            f"name={quoted(primary_key_name(table))}",
        )
    for unique in table.unique_keys:
        yield _unique_key(unique, scope)
    for key in table.foreign_keys:
        if len(key.columns) > 1:
            yield _foreign_key(key, table, scope)
    for check in table.checks:
        yield _check(check, in_sqlite(check, table), scope)
    for index in table.indexes:
        yield _index(index, table, scope)


def _unique_key(key: UniqueKey, scope: Scope) -> Code:
    columns = tuple(map(quoted, key.columns))
    name = f"name={quoted(key.name)}"
    if key.deferrable:
        return call(scope.deferrable_key, *columns, name, *DEFERRABLE)
    return call(scope.sa("UniqueConstraint"), *columns, name)


def _foreign_key(key: ForeignKey, table: Table, scope: Scope) -> Code:
    columns = Group("[", tuple(map(quoted, key.columns)), "]")
    targets = tuple(quoted(f"{key.table}.{column}") for column in key.target)
    options = key_options(key, table, scope)
    target = Group("[", targets, "]")
    return call(scope.sa("ForeignKeyConstraint"), columns, target, *options)


def in_sqlite(check: Check, table: Table) -> Check | None:
    """Return a check in the words of SQLite; itself where these are the same."""
    found = next((c for c in sqlite_checks(table) if c.name == check.name), None)
    if found is not None and _reads_alike(check, found):
        return check
    return found


def _check(check: Check, other: Check | None, scope: Scope) -> Code:
    items = (quoted(without_binds(check.expression)), f"name={quoted(check.name)}")
    if other is None:
        return _only_on_postgres(call(scope.sa("CheckConstraint"), *items))
    if other == check:
        return call(scope.sa("CheckConstraint"), *items)
    words = Group("{", (f'"sqlite": {quoted(other.expression)}',), "}")
    return call(scope.translated_check, *items, prefixed("info=", words))


def _reads_alike(check: Check, in_sqlite: Check) -> bool:
    """Say whether Postgres and SQLite have the same words for a check."""
    if check.expression == in_sqlite.expression:
        return True
    in_postgres = sqlglot.transpile(check.expression, "postgres", "postgres")
    return in_postgres == [in_sqlite.expression]


def _index(index: Index, table: Table, scope: Scope) -> Code:
    columns = (_index_column(column, table, scope) for column in index.columns)
    items: list[Code] = [quoted(index.name), *columns]
    if index.method != "btree":
        items.append(f"postgresql_using={quoted(index.method)}")
    if index.where is not None:
        where = scope.sql(index.where)
        items += [
            prefixed("postgresql_where=", where),
            prefixed("sqlite_where=", where),
        ]
    whole = call(scope.sa("Index"), *items)
    return whole if index.method == "btree" else _only_on_postgres(whole)


def _index_column(column: IndexColumn, table: Table, scope: Scope) -> Code:
    if column.descending:
        # The type is what type checkers want; an index needs none.
        kind = sql_type(table.column(column.column).type, scope)
        return call(f"{scope.sa('column')}({quoted(column.column)}, {kind}).desc")
    return quoted(column.column)


def _only_on_postgres(definition: Group) -> Group:
    """Return a definition that SQLAlchemy makes on Postgres only."""
    option = 'dialect="postgresql"'
    # Lines break as ruff breaks them: in the last brackets if that is enough.
    start = f"{flat(definition)}.ddl_if("
    if _INDENT + len(start) <= WIDTH:
        return Group(start, (option,), ")")
    end = f"{definition.end}.ddl_if({option})"
    return Group(definition.start, definition.items, end)
