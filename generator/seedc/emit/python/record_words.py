"""How `records.py` spells what it names."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import final

from seedc.emit.python.coded_names import type_name
from seedc.emit.python.symbols import Symbols

LENIENT: Mapping[str, str] = {
    "AwareDatetime": "_Moment",
    "Decimal": "_Number",
    "UUID": "_Uuid",
    "date": "_Date",
    "time": "_Time",
}
"""Aliases, in strict mode, of the types that JSON writes as others."""


@final
@dataclass(frozen=True, slots=True)
class Words:
    """How the module spells what it names.

    Attributes:
        symbols: Spelling of names from outside.
        base: Name of the base of all records.
        attributes: Attributes that are not the key, by class and key.
        decimals: Decimals, by the integers that stand for them.
        parts: Types that have no name and stand where they are used, by their codes.
        mapped: Types that the project has in place of others (`float` for `Decimal`).
        strict: Whether records are strict.
    """

    symbols: Symbols
    base: str
    attributes: Mapping[tuple[str, str], str]
    decimals: Mapping[int, Decimal]
    parts: Mapping[str, ast.expr]
    mapped: Mapping[str, str]
    strict: bool

    def type(self, name: str) -> str:
        """Return the spelling of a type."""
        if (own := type_name(name)) is not None:
            return own
        known = self.mapped.get(name, name)
        alias = LENIENT.get(known) if self.strict else None
        return alias or self.plain(known)

    def plain(self, name: str) -> str:
        """Return the spelling of a class of Python or of Pydantic."""
        if name in {"date", "time"}:
            return f"{self.symbols['dt']}.{name}"
        return self.symbols["dict" if name == "Dict" else name]

    def attribute(self, class_name: str, key: str) -> str:
        """Return the attribute of a record for a key."""
        return self.attributes.get((class_name, key), key)
