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
        yield from _unique_key(unique, scope)
    for key in table.foreign_keys:
        if len(key.columns) > 1:
            yield _foreign_key(key, table, scope)
    in_sqlite = {check.name: check for check in sqlite_checks(table)}
    for check in table.checks:
        yield from _check(check, in_sqlite.get(check.name), scope)
    for index in table.indexes:
        yield _index(index, scope)


def _unique_key(key: UniqueKey, scope: Scope) -> Iterator[Code]:
    columns = tuple(map(quoted, key.columns))
    name = f"name={quoted(key.name)}"
    constraint = call(scope.sa("UniqueConstraint"), *columns, name)
    if not key.deferrable:
        yield constraint
        return
    # SQLite has no deferrable unique keys; there an index does the same.
    deferrable = Group(constraint.start, (*constraint.items, *DEFERRABLE), ")")
    yield _only_on("postgresql", deferrable)
    index = call(scope.sa("Index"), quoted(key.name), *columns, "unique=True")
    yield _only_on("sqlite", index)


def _foreign_key(key: ForeignKey, table: Table, scope: Scope) -> Code:
    columns = Group("[", tuple(map(quoted, key.columns)), "]")
    targets = tuple(quoted(f"{key.table}.{column}") for column in key.target)
    options = key_options(key, table, scope)
    target = Group("[", targets, "]")
    return call(scope.sa("ForeignKeyConstraint"), columns, target, *options)


def _check(check: Check, in_sqlite: Check | None, scope: Scope) -> Iterator[Code]:
    constraint = _check_constraint(check, scope)
    if in_sqlite is not None and _reads_alike(check, in_sqlite):
        yield constraint
        return
    yield _only_on("postgresql", constraint)
    if in_sqlite is not None:
        yield _only_on("sqlite", _check_constraint(in_sqlite, scope))


def _check_constraint(check: Check, scope: Scope) -> Group:
    expression = quoted(without_binds(check.expression))
    name = f"name={quoted(check.name)}"
    return call(scope.sa("CheckConstraint"), expression, name)


def _reads_alike(check: Check, in_sqlite: Check) -> bool:
    """Say whether Postgres and SQLite have the same words for a check."""
    if check.expression == in_sqlite.expression:
        return True
    in_postgres = sqlglot.transpile(check.expression, "postgres", "postgres")
    return in_postgres == [in_sqlite.expression]


def _index(index: Index, scope: Scope) -> Code:
    columns = (_index_column(column, scope) for column in index.columns)
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
    return whole if index.method == "btree" else _only_on("postgresql", whole)


def _index_column(column: IndexColumn, scope: Scope) -> Code:
    if column.descending:
        return call(f"{scope.sa('column')}({quoted(column.column)}).desc")
    return quoted(column.column)


def _only_on(dialect: str, definition: Group) -> Group:
    """Return a definition that SQLAlchemy makes on one kind of database only."""
    option = f"dialect={quoted(dialect)}"
    # Lines break as ruff breaks them: in the last brackets if that is enough.
    start = f"{flat(definition)}.ddl_if("
    if _INDENT + len(start) <= WIDTH:
        return Group(start, (option,), ")")
    end = f"{definition.end}.ddl_if({option})"
    return Group(definition.start, definition.items, end)
