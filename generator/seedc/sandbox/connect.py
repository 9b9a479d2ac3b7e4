"""The one module that touches the database driver, which is loaded when needed.

What the database refuses leaves it as a `RefusedError`.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias, final

from seedc.model.errors import WorldError
from seedc.sandbox.server import Server

if TYPE_CHECKING:
    import psycopg

Connection: TypeAlias = "psycopg.Connection[tuple[object, ...]]"
Row: TypeAlias = tuple[object, ...]


@final
class RefusedError(WorldError):
    """The database refused a statement, or the connection.

    Attributes:
        sqlstate: PostgreSQL's code for the reason, if it gave one.
    """

    def __init__(self, message: str, sqlstate: str | None) -> None:
        """Keep the code beside the message, which does not have it."""
        super().__init__(message)
        self.sqlstate = sqlstate


@contextmanager
def connected(server: Server, database: str) -> Iterator[Connection]:
    """Connect to a database; each statement is a transaction, unless it says else.

    Raises:
        RefusedError: If the server does not accept the connection.
        WorldError: If the driver is not installed.
    """
    with _refusals():
        connection = _driver().connect(server.conninfo(database), autocommit=True)
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
