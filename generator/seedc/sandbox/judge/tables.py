"""Copies the tables that rules name into temporary ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import final

from seedc.database.driver import Connection
from seedc.database.statements import copy_in, execute
from seedc.model.catalog import Row
from seedc.model.rule import Rule
from seedc.model.table import Column, Owner, Table
from seedc.postgres.copy_text import copy_text
from seedc.postgres.literal import quote_name, quote_text
from seedc.postgres.type_name import type_name
from seedc.text.sql_token import name, tokens

_AT_ONCE = 10_000


@final
@dataclass(frozen=True, slots=True)
class Filled:
    """A table and its rows."""

    table: Table
    rows: Sequence[Row]


@final
@dataclass(frozen=True, slots=True)
class Copied:
    """A table that rules can read.

    Attributes:
        table: The table.
        columns: The columns that its copy has, in order.
    """

    table: Table
    columns: tuple[str, ...]


def named_tables(rules: Iterable[Rule], tables: Sequence[Filled]) -> list[Filled]:
    """Return the tables whose names stand in rules, as a table or as anything else."""
    words = set().union(*map(names_in, rules))
    return [each for each in tables if each.table.name in words]


def names_in(rule: Rule) -> set[str]:
    """Return all that may be the name of a table in a rule."""
    named = {rule.table} if rule.table else set()
    return named | {name(token) for _, token in tokens(rule.source.text)}


def copy_tables(connection: Connection, filled: Sequence[Filled]) -> dict[int, Copied]:
    """Copy tables, each in the order of its rows.

    Columns that the seeds do not write are left out: what they hold is not known.

    Returns:
        The copies by the number that Postgres gave them.
    """
    if not filled:
        return {}
    tables = [each.table for each in filled]
    execute(connection, "; ".join(map(_create, tables)).encode())
    for each in filled:
        into = f"COPY pg_temp.{quote_name(each.table.name)} FROM STDIN"
        copy_in(connection, into, _lines(each.table, each.rows))
    numbers = ", ".join(f"{_number(table)}::oid" for table in tables)
    (row,) = execute(connection, f"SELECT {numbers}".encode())
    made = [Copied(t, tuple(c.name for _, c in _seeded(t))) for t in tables]
    return dict(zip(map(int, map(str, row)), made, strict=True))


def _seeded(table: Table) -> list[tuple[int, Column]]:
    columns = enumerate(table.columns)
    return [(i, column) for i, column in columns if column.owner is not Owner.LIVE]


def _create(table: Table) -> str:
    columns = [f"{quote_name(c.name)} {type_name(c.type)}" for _, c in _seeded(table)]
    # With its key a query may group by that and yet select the other columns.
    key = ", ".join(map(quote_name, table.primary_key))
    parts = ", ".join([*columns, f"PRIMARY KEY ({key})"])
    return f"CREATE TEMPORARY TABLE {quote_name(table.name)} ({parts})"


def _number(table: Table) -> str:
    return f"{quote_text(f'pg_temp.{quote_name(table.name)}')}::regclass"


def _lines(table: Table, rows: Sequence[Row]) -> Iterator[bytes]:
    seeded = _seeded(table)
    kinds = [column.type for _, column in seeded]
    whole = len(seeded) == len(table.columns)
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        own = part if whole else [tuple(row[i] for i, _ in seeded) for row in part]
        yield copy_text(kinds, own).encode()
