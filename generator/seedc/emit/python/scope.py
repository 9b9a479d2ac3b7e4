"""What the printers of `models.py` share."""

import re
from dataclasses import dataclass
from typing import final

from seedc.emit.python.code import Code, call, quoted
from seedc.emit.python.symbols import Symbols
from seedc.model.catalog import Catalog

# What SQLAlchemy would read as a parameter, and what it would take a backslash from.
_BIND = re.compile(r"(?:(?<=\\):\w*|(?<![:\w\\]):\w+)(?![:\w])")


@final
@dataclass(frozen=True, slots=True)
class Scope:
    """The catalog that is printed, and how the module spells names.

    Attributes:
        catalog: The catalog.
        symbols: Spelling of names from outside.
        base: Name of the declarative base.
        json_type: Name of the type of JSON columns.
    """

    catalog: Catalog
    symbols: Symbols
    base: str
    json_type: str

    def sa(self, name: str) -> str:
        """Return the spelling of a name of SQLAlchemy's own module."""
        return f"{self.symbols['sa']}.{name}"

    def sql(self, expression: str) -> Code:
        """Return an SQL expression as SQLAlchemy text."""
        return call(self.sa("text"), quoted(without_binds(expression)))


def without_binds(expression: str) -> str:
    """Return SQL in which SQLAlchemy's `text` sees no bound parameter (`:name`)."""
    return _BIND.sub(r"\\\g<0>", expression)
