"""The one module that touches the database driver, which is loaded when needed.

What the database refuses leaves it as a `RefusedError`.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias, final

from seedc.model.errors import WorldError
from seedc.sandbox.cluster import SUPERUSER
from seedc.sandbox.server import Server

if TYPE_CHECKING:
    import psycopg
    from psycopg.pq.abc import PGresult

Connection: TypeAlias = "psycopg.Connection[tuple[object, ...]]"
Row: TypeAlias = tuple[object, ...]


@final
class RefusedError(WorldError):
    """The database refused a statement, or the connection.

    Attributes:
        sqlstate: PostgreSQL's code for the reason, if it gave one.
        position: Where in the statement, in characters from 1, if it said.
        advice: What PostgreSQL says might help, if it does.
    """

    def __init__(
        self,
        message: str,
        sqlstate: str | None,
        position: int | None = None,
        advice: str | None = None,
    ) -> None:
        """Keep what stands beside the message, which does not have it."""
        super().__init__(message)
        self.sqlstate = sqlstate
        self.position = position
        self.advice = advice


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
    """The result of a statement, its values as PostgreSQL writes them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | None, ...], ...]


@contextmanager
def connected(
    server: Server, database: str, user: str = SUPERUSER
) -> Iterator[Connection]:
    """Connect to a database; each statement is a transaction, unless it says else.

    Raises:
        RefusedError: If the server does not accept the connection.
        WorldError: If the driver is not installed.
    """
    with _refusals():
        conninfo = server.conninfo(database, user)
        connection = _driver().connect(conninfo, autocommit=True)
    with closing(connection):
        yield connection


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
    """
    rows: list[Row] = []
    with _refusals(script, name), connection.cursor() as cursor:
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
    with _refusals():
        _demand(connection.pgconn.prepare(b"", query.encode()))


def ask(connection: Connection, statement: str) -> Answer:
    """Run one statement, and no more than one.

    Raises:
        RefusedError: If the database refuses it.
    """
    with _refusals():
        result = _demand(connection.pgconn.exec_params(statement.encode(), None))
    width = range(result.nfields)
    columns = [
        Column((result.fname(i) or b"").decode(), result.ftable(i), result.ftablecol(i))
        for i in width
    ]
    rows = [
        tuple(_text(result.get_value(row, i)) for i in width)
        for row in range(result.ntuples)
    ]
    return Answer(tuple(columns), tuple(rows))


def copy_in(connection: Connection, statement: str, data: Iterable[bytes]) -> None:
    """Send data to a `COPY ... FROM STDIN`."""
    with _refusals(), connection.cursor() as cursor, cursor.copy(statement) as copy:
        for part in data:
            copy.write(part)


def identifier(name: str) -> str:
    """Quote a name for SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Quote a string for SQL."""
    return "'" + text.replace("'", "''") + "'"


@contextmanager
def _refusals(script: bytes = b"", name: str | None = None) -> Iterator[None]:
    driver = _driver()
    try:
        yield
    except driver.Error as error:
        place = f"{name}{_line(script, error)}: " if name else ""
        raise RefusedError(place + _sentence(error), error.sqlstate) from error


def _demand(result: "PGresult") -> "PGresult":
    fields = _driver().pq.DiagnosticField
    said = {
        field: _text(result.error_field(field))
        for field in (fields.SQLSTATE, fields.MESSAGE_PRIMARY, fields.MESSAGE_HINT)
    }
    message = said[fields.MESSAGE_PRIMARY]
    if message is not None:
        position = result.error_field(fields.STATEMENT_POSITION)
        raise RefusedError(
            message,
            said[fields.SQLSTATE],
            int(position) if position else None,
            said[fields.MESSAGE_HINT],
        )
    if complaint := result.error_message.decode(errors="replace").strip():
        raise RefusedError(complaint, None)  # the connection is gone
    return result


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode()


def _driver() -> ModuleType:
    try:
        import psycopg  # noqa: PLC0415 - slow, and only `up` and rules need it
    except ImportError as error:
        message = f"the driver of PostgreSQL is not installed: {error}"
        raise WorldError(message, hint="pip install 'seedc[embedded]'") from error
    return psycopg


def _sentence(error: "psycopg.Error") -> str:
    parts = (error.diag.message_primary or str(error), error.diag.message_detail)
    return " ".join("; ".join(part for part in parts if part).split())


def _line(script: bytes, error: "psycopg.Error") -> str:
    position = error.diag.statement_position
    if position is None:
        return ""
    before = script.decode()[: int(position) - 1]
    return f":{before.count(chr(10)) + 1}"
