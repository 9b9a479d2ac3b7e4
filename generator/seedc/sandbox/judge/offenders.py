"""Finds the rows that an answer is about.

For each column of a result Postgres says which column of which table it comes from.
An answer with the whole key of a table is about the rows of that table; of several
tables, about those of the first.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, final

from seedc.database.statements import Answer
from seedc.model.rule import Offender, Refusal, Rule
from seedc.model.table import Table
from seedc.postgres.literal import quote_name
from seedc.sandbox.judge.tables import Copied, names_in

Ask: TypeAlias = Callable[[str], Answer]

_SHOWN = 3
"""Tables that a help line proposes."""


@final
@dataclass(frozen=True, slots=True)
class Key:
    """A table, and where its primary key stands in an answer."""

    table: Table
    at: tuple[int, ...]


def keys_of(
    rule: Rule, answer: Answer, copies: Mapping[int, Copied]
) -> list[Key] | Refusal:
    """Return the keys that an answer holds, the likeliest first.

    Args:
        rule: The rule that has the answer.
        answer: The answer.
        copies: The copied tables by the number that Postgres gave them.
    """
    if rule.table is not None:
        return _declared(rule.table, answer, copies)
    numbers = dict.fromkeys(column.table for column in answer.columns)
    found = (_by_origin(answer, n, copies[n]) for n in numbers if n in copies)
    return [key for key in found if key is not None] or _keyless(rule, copies)


class Finder:
    """Finds rows by their keys, and reads the keys of each table only once."""

    def __init__(self, ask: Ask) -> None:
        """Find rows in the tables of a session."""
        self._ask = ask
        self._rows: dict[str, Mapping[tuple[str | None, ...], int]] = {}

    def offender(self, keys: Sequence[Key], answer: Answer, at: int) -> Offender:
        """Return the offender that a row of an answer stands for."""
        row = answer.rows[at]
        names = (column.name for column in answer.columns)
        values = tuple(zip(names, row, strict=True))
        for key in keys:
            number = self._numbers(key.table).get(tuple(row[i] for i in key.at))
            if number is not None:
                return Offender(key.table.name, number, values)
        return Offender(keys[0].table.name, None, values)

    def _numbers(self, table: Table) -> Mapping[tuple[str | None, ...], int]:
        if table.name not in self._rows:
            key = ", ".join(map(quote_name, table.primary_key))
            # The rows were copied in their order, and have not moved since.
            query = f"SELECT {key} FROM pg_temp.{quote_name(table.name)} ORDER BY ctid"  # noqa: S608, quoted
            rows = self._ask(query).rows
            self._rows[table.name] = {row: i for i, row in enumerate(rows)}
        return self._rows[table.name]


def _keyless(rule: Rule, copies: Mapping[int, Copied]) -> Refusal:
    words = names_in(rule)
    named = [copy.table for copy in copies.values() if copy.table.name in words]
    message = (
        "the rows of the query lead to no record: they hold the whole primary key"
        " of no table"
    )
    # Where a query must compute the key, its rows can be told by their names alone.
    hint = (
        f"select {' or '.join(map(_named, named[:_SHOWN]))}; where that is computed,"
        " name the table in a line `-- table: <name>`"
    )
    return Refusal("no key", message, help=hint if named else "query a table of seeds")


def _declared(
    name: str, answer: Answer, copies: Mapping[int, Copied]
) -> list[Key] | Refusal:
    # It is copied, as the rule names it.
    number, copy = next((n, c) for n, c in copies.items() if c.table.name == name)
    key = _by_origin(answer, number, copy) or _by_name(answer, copy.table)
    if key is not None:
        return [key]
    message = f"the query does not return the primary key of `{name}`"
    return Refusal("no key", message, help=f"select {_named(copy.table)}")


def _by_origin(answer: Answer, number: int, copy: Copied) -> Key | None:
    places: dict[str, int] = {}
    for i, column in enumerate(answer.columns):
        if column.table == number and column.number > 0:
            places.setdefault(copy.columns[column.number - 1], i)
    return _key(copy.table, places)


def _by_name(answer: Answer, table: Table) -> Key | None:
    places: dict[str, int] = {}
    for i, column in enumerate(answer.columns):
        places.setdefault(column.name, i)
    return _key(table, places)


def _key(table: Table, places: Mapping[str, int]) -> Key | None:
    if places.keys() >= set(table.primary_key):
        return Key(table, tuple(places[column] for column in table.primary_key))
    return None


def _named(table: Table) -> str:
    columns = ", ".join(f"`{column}`" for column in table.primary_key)
    return f"{columns} of `{table.name}`"
