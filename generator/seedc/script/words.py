"""A table of a catalog, as the statements of a run speak of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import final

from seedc.model.catalog import Catalog
from seedc.model.lifecycle import Lifecycle
from seedc.model.reference import ForeignKey
from seedc.model.table import RETIRED_AT, Column, Owner, Table
from seedc.postgres.literal import full_name, quote_name, quote_text
from seedc.postgres.type_name import type_name
from seedc.script.phrases import Phrases, quoted


def staged_columns(table: Table) -> list[Column]:
    """Return the columns that seeds have values for."""
    return [c for c in table.columns if c.owner is not Owner.LIVE]


@final
@dataclass(frozen=True)
class Words(Phrases):
    """A table and the phrases about it; all names are quoted.

    Attributes:
        table: The table.
        catalog: Its catalog.
        schema: The schema of the database that it is in.
        lifecycle: Its rows that got another key or were taken out.
        follows: The foreign keys in its primary key whose targets may get other keys.
    """

    table: Table
    catalog: Catalog
    schema: str
    lifecycle: Lifecycle
    follows: tuple[ForeignKey, ...]

    @property
    def name(self) -> str:
        """Its name as a literal."""
        return quote_text(self.table.name)

    @property
    def plain_name(self) -> str:
        """Its name as it is."""
        return self.table.name

    @property
    def primary_key(self) -> tuple[str, ...]:
        """The columns of its primary key."""
        return self.table.primary_key

    @property
    def full(self) -> str:
        """Its name with its schema."""
        return full_name(self.table.name, self.schema)

    @property
    def temporaries(self) -> list[str]:
        """Its temporary tables."""
        names = [self.stage]
        names += [self.renamed] if self.renames else []
        return [*names, *([self.removed] if self.lifecycle.removed else [])]

    @property
    def renames(self) -> bool:
        """Whether keys may change."""
        return bool(self.lifecycle.renames or self.follows)

    @cached_property
    def cascading(self) -> frozenset[str]:
        """The columns of the primary key that change with what they refer to."""
        keys = [key for key in self.follows if key.on_delete == "cascade"]
        return frozenset(column for key in keys for column in key.columns)

    @cached_property
    def key_types(self) -> list[str]:
        """The types of the primary key's columns."""
        return [type_name(self.table.column(k).type) for k in self.table.primary_key]

    @cached_property
    def staged(self) -> list[str]:
        """The columns that seeds have values for."""
        return quoted([c.name for c in staged_columns(self.table)])

    @cached_property
    def owned(self) -> list[str]:
        """The columns that seeds keep as they say, without the primary key."""
        return [
            quote_name(c.name)
            for c in self.table.columns
            if c.owner is Owner.SEED and c.name not in self.table.primary_key
        ]

    @property
    def compared_names(self) -> tuple[str, ...]:
        """The names of what the seeds keep as they say, as people read them."""
        keys, retired = self.table.primary_key, [self.retired_at]
        owned = [c for c in self.table.columns if c.owner is Owner.SEED]
        names = [c.name for c in owned if c.name not in keys]
        return (*names, *filter(None, retired))

    @property
    def retired_at(self) -> str | None:
        """The column that says since when a row is retired, if there is one."""
        return RETIRED_AT if self.table.retires else None

    @property
    def image_columns(self) -> str:
        """The columns that an image covers, as an array of text."""
        names = [*self.table.primary_key]
        names += [
            c.name
            for c in self.table.columns
            if c.owner is Owner.SEED and c.name not in names
        ]
        return f"ARRAY[{', '.join(map(quote_text, names))}]::text[]"
