"""What the printers of `models.py` share."""

import re
from dataclasses import dataclass
from typing import final

from seedc.emit.python.code import Code, call, quoted
from seedc.emit.python.custom import Custom
from seedc.emit.python.relations import Relations
from seedc.emit.python.symbols import Symbols
from seedc.model.catalog import Catalog
from seedc.model.table import Table

DEFAULT_SCHEMA = "public"
"""Schema that a connection to Postgres looks in by itself."""

# What SQLAlchemy would read as a parameter, and what it would take a backslash from.
_BIND = re.compile(r"(?:(?<=\\):\w*|(?<![:\w\\]):\w+)(?![:\w])")


@final
@dataclass(frozen=True, slots=True)
class Scope:
    """The catalog that is printed, and how the module spells names.

    Attributes:
        catalog: The catalog.
        symbols: Spelling of names from outside.
        custom: What the project types otherwise.
        schema: Schema of Postgres that the tables are in.
        relations: What leads from each table to others.
        base: Name of the declarative base.
        json_type: Name of the type of JSON columns.
        deferrable_key: Name of the class of unique keys that can be deferred.
        translated_check: Name of the class of checks that SQLite spells otherwise.
    """

    catalog: Catalog
    symbols: Symbols
    custom: Custom
    schema: str
    relations: Relations
    base: str
    json_type: str
    deferrable_key: str
    translated_check: str

    def sa(self, name: str) -> str:
        """Return the spelling of a name of SQLAlchemy's own module."""
        return f"{self.symbols['sa']}.{name}"

    def table_key(self, table: Table) -> str:
        """Return the name by which the metadata knows a table."""
        prefix = "" if self.schema == DEFAULT_SCHEMA else f"{self.schema}."
        return prefix + table.name

    def sql(self, expression: str) -> Code:
        """Return an SQL expression as SQLAlchemy text."""
        return call(self.sa("text"), quoted(without_binds(expression)))


def without_binds(expression: str) -> str:
    """Return SQL in which SQLAlchemy's `text` sees no bound parameter (`:name`)."""
    return _BIND.sub(r"\\\g<0>", expression)
