"""A table as the catalog of a live database describes it, and not a schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final


@final
@dataclass(frozen=True, slots=True)
class LiveLink:
    """A foreign key of a live table.

    Attributes:
        name: Its name.
        columns: The columns that refer.
        target: The table that they refer to, quoted, with its schema.
        target_columns: The columns that they refer to.
        cascades: Whether a change of these is passed on.
        waits: Whether it can be looked at when all is written.
    """

    name: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]
    cascades: bool
    waits: bool


@final
@dataclass(frozen=True, slots=True)
class LiveKey:
    """A unique key of a live table.

    Attributes:
        name: Its name.
        columns: Its columns.
        is_target: Whether foreign keys refer to it.
        waits: Whether it is looked at after each statement, and not row by row.
    """

    name: str
    columns: tuple[str, ...]
    is_target: bool
    waits: bool


@final
@dataclass(frozen=True, slots=True)
class LiveTable:
    """A seeded table.

    Attributes:
        plain_name: Its name, as it is.
        full: Its name with its schema, quoted.
        primary_key: The columns of its primary key, in the order of the ledger.
        types: The type of each column that can be written.
        kept: Those in which a deleted row comes back.
        nullable: Those of them that may be NULL.
        image: The columns that the ledger's images cover; the primary key first.
        image_before: Those that they covered before the run that is undone.
        retires: Whether it has a column for the moment in which a row is retired.
        renames: Whether keys may change.
        uniques: Its unique keys, without the primary key.
        links: Its foreign keys.
        checks: The conditions on one column alone, by column.
    """

    plain_name: str
    full: str
    primary_key: tuple[str, ...]
    types: Mapping[str, str]
    kept: tuple[str, ...]
    nullable: frozenset[str]
    image: tuple[str, ...]
    image_before: tuple[str, ...]
    retires: bool
    renames: bool
    uniques: tuple[LiveKey, ...]
    links: tuple[LiveLink, ...]
    checks: Mapping[str, tuple[str, ...]]
