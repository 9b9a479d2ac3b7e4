"""What a database refused, and what it said about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, final

from seedc.database.driver import Connection, driver
from seedc.model.errors import WorldError

if TYPE_CHECKING:
    import psycopg

_ENDING = ("FATAL", "PANIC")


@final
@dataclass(frozen=True, slots=True)
class About:
    """What a refusal is about, as far as the database says.

    Attributes:
        said: What it said, in one sentence; empty if it said nothing.
        detail: More about it; may hold values of rows.
        schema: Name of a schema.
        table: Name of a table.
        column: Name of a column.
        constraint: Name of a constraint.
        is_lost: Whether there is no connection, or none any more.
    """

    said: str = ""
    detail: str | None = None
    schema: str | None = None
    table: str | None = None
    column: str | None = None
    constraint: str | None = None
    is_lost: bool = False


_NOTHING = About()


@final
class RefusedError(WorldError):
    """The database refused a statement, or the connection.

    Attributes:
        sqlstate: PostgreSQL's code for the reason, if it gave one.
        position: Where in the statement, in characters from 1, if it said.
        advice: What PostgreSQL says might help, if it does.
        about: What it is about.
    """

    def __init__(
        self,
        message: str,
        sqlstate: str | None,
        position: int | None = None,
        advice: str | None = None,
        about: About = _NOTHING,
    ) -> None:
        """Keep what stands beside the message, which does not have it."""
        super().__init__(message)
        self.sqlstate = sqlstate
        self.position = position
        self.advice = advice
        self.about = about

    def reworded(self, message: str, hint: str | None) -> "RefusedError":
        """Return the same refusal in other words."""
        made = RefusedError(
            message, self.sqlstate, self.position, self.advice, self.about
        )
        made.hint = hint
        return made


@contextmanager
def refusals(
    connection: "Connection | None" = None,
    script: bytes = b"",
    name: str | None = None,
) -> Iterator[None]:
    """Make the driver's errors refusals.

    Args:
        connection: Where something runs; None: there is none yet.
        script: The statements that run.
        name: What to call them in an error, which then also names the line.
    """
    module = driver()
    try:
        yield
    except module.Error as error:
        is_lost = connection is None or connection.closed
        raise _refused(error, script, name, is_lost=is_lost) from error


def _refused(
    error: "psycopg.Error", script: bytes, name: str | None, *, is_lost: bool
) -> RefusedError:
    diag = error.diag
    said = " ".join((diag.message_primary or str(error)).split())
    position = None if diag.statement_position is None else int(diag.statement_position)
    place = f"{name}{_line(script, position)}: " if name else ""
    about = About(
        said=said,
        detail=diag.message_detail,
        schema=diag.schema_name,
        table=diag.table_name,
        column=diag.column_name,
        constraint=diag.constraint_name,
        is_lost=is_lost or diag.severity_nonlocalized in _ENDING,
    )
    sentence = "; ".join(part for part in (said, diag.message_detail) if part)
    message = place + " ".join(sentence.split())
    return RefusedError(message, error.sqlstate, position, diag.message_hint, about)


def _line(script: bytes, position: int | None) -> str:
    if position is None:
        return ""
    before = script.decode()[: position - 1]
    return f":{before.count(chr(10)) + 1}"
