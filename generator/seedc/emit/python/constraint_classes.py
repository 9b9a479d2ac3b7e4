"""Say which constraints of the models SQLite needs in other words.

A class of constraints of which SQLAlchemy's compiler for SQLite prints something else:
the metadata then holds each constraint once, as Postgres has it, and migration tools
find it so.
"""

from dataclasses import dataclass
from typing import final

from seedc.emit.python.code import Group, render
from seedc.emit.python.symbols import Symbols
from seedc.emit.python.table_arguments import in_sqlite
from seedc.model.catalog import Catalog


@final
@dataclass(frozen=True, slots=True)
class ConstraintClass:
    """A class of constraints, and the head of the function that SQLite has for it."""

    name: str
    head: str


def deferrable_class(
    catalog: Catalog, name: str, symbols: Symbols
) -> ConstraintClass | None:
    """Return the class of the unique keys that can be deferred, if there are any."""
    used = any(key.deferrable for table in catalog.tables for key in table.unique_keys)
    return _made(name, "_plain_unique", "key", symbols) if used else None


def translated_class(
    catalog: Catalog, name: str, symbols: Symbols
) -> ConstraintClass | None:
    """Return the class of the checks that SQLite spells otherwise, if there are any."""
    used = any(
        in_sqlite(check, table) not in (check, None)
        for table in catalog.tables
        for check in table.checks
    )
    return _made(name, "_translated_check", "check", symbols) if used else None


def _made(
    name: str, function: str, constraint: str, symbols: Symbols
) -> ConstraintClass:
    parameters = (
        f"{constraint}: {name}",
        f"compiler: {symbols['DDLCompiler']}",
        f"**_: {symbols['object']}",
    )
    head = Group(f"def {function}(", parameters, f") -> {symbols['str']}:")
    return ConstraintClass(name, render(head))
