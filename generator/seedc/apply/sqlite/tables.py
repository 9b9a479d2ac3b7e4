"""The tables of a file: made where it has none, and held against the catalog."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from seedc.apply.sqlite.values import Layout
from seedc.model.catalog import Catalog
from seedc.model.errors import WorldError
from seedc.model.table import Table
from seedc.postgres.literal import quote_name

STATE = "seedc_state"
"""Table in which seedc keeps which rows are the seeds'."""

_TRANSACTION = ("BEGIN", "COMMIT")


def is_new(connection: sqlite3.Connection) -> bool:
    """Say whether a file has no tables at all."""
    query = "SELECT NOT EXISTS (SELECT 1 FROM main.sqlite_master)"
    (found,) = connection.execute(query).fetchone()
    return bool(found)


def create_tables(connection: sqlite3.Connection, schema: str) -> None:
    """Run `sqlite/schema.sql`, in the transaction that is open.

    Args:
        connection: A connection to a file without tables.
        schema: The text of `sqlite/schema.sql`.
    """
    for statement in _statements(schema):
        connection.execute(statement)


def full_name(table: str) -> str:
    """Return the name of a table of the file; a temporary one cannot hide it."""
    return f"main.{quote_name(table)}"


def check_tables(connection: sqlite3.Connection, path: Path, catalog: Catalog) -> None:
    """See that a file has the tables of the catalog, with their columns.

    Raises:
        WorldError: It has not, or has one of another kind.
    """
    for table in catalog.tables:
        if table.name.lower() == STATE:
            message = f"a table cannot be called `{STATE}` on SQLite"
            raise WorldError(message, hint="give it another `name` in its `x-table`")
        query = "SELECT name FROM pragma_table_xinfo(?, 'main')"
        found = {
            str(name).lower() for (name,) in connection.execute(query, [table.name])
        }
        if not found:
            raise _without_table(path, table)
        for name in Layout(table).names:
            if name.lower() not in found:
                raise _without_column(path, table, name)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script that ends each at the end of a line."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            if not part.rstrip().rstrip(";").endswith(_TRANSACTION):
                yield part
            part = ""


def _without_table(path: Path, table: Table) -> WorldError:
    return WorldError(f"`{path}` has no table `{table.name}`", hint=_hint(path))


def _without_column(path: Path, table: Table, name: str) -> WorldError:
    message = f"table `{table.name}` of `{path}` has no column `{name}`"
    return WorldError(message, hint=_hint(path))


def _hint(path: Path) -> str:
    return (
        "its tables are not those of the schemas now: change them as"
        f" `sqlite/schema.sql` says, or move `{path}` away, and `seedc apply` makes it"
        " anew"
    )
