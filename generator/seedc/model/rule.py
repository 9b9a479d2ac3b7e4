"""Rules: laws across rows and tables, as SQL queries for the rows that break them."""

from dataclasses import dataclass
from typing import final

from seedc.model.json_value import JsonScalar
from seedc.model.source import Source


@final
@dataclass(frozen=True, slots=True)
class Rule:
    """One file of the rules folder.

    Attributes:
        name: Name of the file without `.sql`.
        law: What must hold, in words: the comment that the file starts with.
        query: Returns the rows that break the law.
        source: The file.
        start: Offset of the query in the file.
    """

    name: str
    law: str
    query: str
    source: Source
    start: int


@final
@dataclass(frozen=True, slots=True)
class Offender:
    """A row that breaks a rule.

    Attributes:
        table: The table that it is of.
        key: Its primary key, in the order of the table's.
        values: What the query says of it: names and values, as text of Postgres.
    """

    table: str
    key: tuple[JsonScalar, ...]
    values: tuple[tuple[str, str | None], ...]
