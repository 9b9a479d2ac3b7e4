"""Runs statements and takes what they return."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, final

from seedc.database.driver import Connection, Row, driver
from seedc.database.refused import refusals

if TYPE_CHECKING:
    from psycopg.pq.abc import PGresult


@final
@dataclass(frozen=True, slots=True)
class Column:
    """A column of a result.

    Attributes:
        name: Its name.
        table: The number of the table that it comes from; 0 if it is computed.
        number: Its number in that table, from 1.
    """

    name: str
    table: int
    number: int


@final
@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a statement, its values as PostgreSQL writes them.

    Attributes:
        columns: The columns of the rows; empty if it returns none.
        rows: The rows.
        changed: How many rows it selected or changed; 0 if it is no such statement.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | None, ...], ...]
    changed: int


def execute(
    connection: Connection, script: bytes, name: str | None = None
) -> list[Row]:
    """Run one statement or many, as `psql` would, and return the last rows.

    Args:
        connection: Where to run it.
        script: The statements, without parameters.
        name: What to call the script in an error, which then also names the line.

    Returns:
        The rows of the last statement that returns rows; none if none does.

    Raises:
        RefusedError: The database refuses one of them.
    """
    rows: list[Row] = []
    with refusals(connection, script, name), connection.cursor() as cursor:
        # Without parameters the driver sends all of it as one simple query.
        cursor.execute(script)
        for result in cursor.results():
            if result.description is not None:
                rows = result.fetchall()
    return rows


def prepare(connection: Connection, query: str) -> None:
    """Have one statement read, and not run.

    Raises:
        RefusedError: If it is none, or more than one.
    """
    with refusals(connection):
        _demand(connection.pgconn.prepare(b"", query.encode()))


def ask(connection: Connection, statement: str, *values: str | None) -> Answer:
    """Run one statement, and no more than one.

    Args:
        connection: Where to run it.
        statement: The statement, with `$1`, `$2` and so on for values.
        values: The values, as PostgreSQL writes them.

    Raises:
        RefusedError: If the database refuses it.
    """
    given = [None if value is None else value.encode() for value in values]
    with refusals(connection):
        result = _demand(connection.pgconn.exec_params(statement.encode(), given))
    width = range(result.nfields)
    columns = [
        Column((result.fname(i) or b"").decode(), result.ftable(i), result.ftablecol(i))
        for i in width
    ]
    rows = [
        tuple(_text(result.get_value(row, i)) for i in width)
        for row in range(result.ntuples)
    ]
    return Answer(tuple(columns), tuple(rows), result.command_tuples or 0)


def copy_in(
    connection: Connection, statement: str, data: "Iterable[bytes | memoryview]"
) -> int:
    """Send data to a `COPY ... FROM STDIN`.

    Returns:
        How many rows the database took.

    Raises:
        RefusedError: The database refuses the statement or the data.
    """
    with refusals(connection), connection.cursor() as cursor:
        with cursor.copy(statement.encode()) as copy:
            for part in data:
                copy.write(part)
        return cursor.rowcount


def _demand(result: "PGresult") -> "PGresult":
    """Return a result, or raise what it says."""
    if result.error_message:
        raise driver().errors.error_from_result(result)
    return result


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode()
