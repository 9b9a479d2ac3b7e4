"""A compiled project in a database, without what brings it there."""

from pathlib import Path

from seedc.database.connect import opened
from seedc.database.statements import copy_in, execute
from seedc.emit.sql.schema import postgres_schema
from seedc.model.catalog import Catalog, Rows
from seedc.model.project import PostgresOptions
from seedc.model.table import Owner
from seedc.postgres.copy_text import copy_text
from seedc.postgres.literal import full_name, quote_name
from tests.support.projects import Files, compiled, write_project


def load(conninfo: str, root: Path, files: Files, schema: str = "public") -> Catalog:
    """Compile a project and put its tables and rows into a database."""
    result = compiled(write_project(root, files))
    assert result.problems == ()
    assert result.rows is not None
    fill(conninfo, result.catalog, result.rows, schema)
    return result.catalog


def fill(conninfo: str, catalog: Catalog, rows: Rows, schema: str = "public") -> None:
    """Make the tables of a catalog, with these rows in them."""
    with opened(conninfo) as connection:
        ddl = postgres_schema(catalog, PostgresOptions(schema=schema))
        execute(connection, ddl.encode())
        for table in catalog.tables:
            columns = [c for c in table.columns if c.owner is not Owner.LIVE]
            at = [table.position(c.name) for c in columns]
            given = [tuple(row[i] for i in at) for row in rows.get(table.name, ())]
            names = ", ".join(quote_name(c.name) for c in columns)
            text = copy_text([c.type for c in columns], given)
            target = full_name(table.name, schema)
            statement = f"COPY {target} ({names}) FROM STDIN"
            copy_in(connection, statement, [text.encode()])
