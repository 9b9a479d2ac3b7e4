"""A table of a live database, as the statements of a rollback speak of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import final

from seedc.model.live_table import LiveLink, LiveTable
from seedc.model.table import RETIRED_AT
from seedc.postgres.literal import quote_name, quote_text
from seedc.script.phrases import Phrases, quoted


@final
@dataclass(frozen=True)
class LiveWords(Phrases):
    """A table and the phrases about it; all names are quoted."""

    table: LiveTable

    @property
    def name(self) -> str:
        """Its name as a literal."""
        return quote_text(self.table.plain_name)

    @property
    def plain_name(self) -> str:
        """Its name as it is."""
        return self.table.plain_name

    @property
    def full(self) -> str:
        """Its name with its schema."""
        return self.table.full

    @property
    def primary_key(self) -> tuple[str, ...]:
        """The columns of its primary key."""
        return self.table.primary_key

    @property
    def renames(self) -> bool:
        """Whether keys may change."""
        return self.table.renames

    @cached_property
    def key_types(self) -> list[str]:
        """The types of the primary key's columns."""
        return [self.table.types[name] for name in self.primary_key]

    @cached_property
    def owned(self) -> list[str]:
        """The columns that images cover, without the primary key."""
        return quoted(self.table.image[len(self.primary_key) :])

    @property
    def restored_names(self) -> tuple[str, ...]:
        """The columns that an update restores, as people read them."""
        retired = (RETIRED_AT,) if self.table.retires else ()
        return (*self.table.image[len(self.primary_key) :], *retired)

    @property
    def restored(self) -> list[str]:
        """The columns that an update restores."""
        return quoted(self.restored_names)

    @property
    def kept(self) -> list[str]:
        """The columns in which a deleted row comes back; new ones get their default."""
        return quoted(self.table.kept)

    @property
    def todo(self) -> str:
        """Where it is kept what becomes of what a run did."""
        return self.temporary("todo")

    def then_keys(self, todo: str) -> list[str]:
        """Return the key that a row gets, where `renamed` is joined by its old one."""
        own = [f"{todo}.{key}" for key in self.key_names("now")]
        if not self.renames:
            return own
        new = self.key_names("new")
        return [f"coalesce(renamed.{n}, {k})" for n, k in zip(new, own, strict=True)]


def follows(
    words: LiveWords, others: Mapping[str, LiveWords]
) -> list[tuple[LiveLink, LiveWords]]:
    """Return the references in a primary key to tables whose keys may change.

    Args:
        words: The table.
        others: Tables, by their quoted name with the schema.
    """
    return [
        (link, others[link.target])
        for link in words.table.links
        if link.target in others
        and others[link.target].renames
        and in_key(words, link)
        and link.target_columns == others[link.target].primary_key
    ]


def in_key(words: LiveWords, link: LiveLink) -> bool:
    """Say whether a reference is a part of the primary key."""
    return {*link.columns} <= {*words.primary_key}


def new_keys(
    words: LiveWords, alias: str, parents: Sequence[tuple[LiveLink, LiveWords]]
) -> list[str]:
    """Return the key that a row gets as those that it refers to get theirs.

    Args:
        words: Its table.
        alias: What the row goes by.
        parents: The tables of `follows`, joined as `renamed0` and so on.
    """
    return [_new_key(name, alias, parents) for name in words.primary_key]


def _new_key(
    name: str, alias: str, parents: Sequence[tuple[LiveLink, LiveWords]]
) -> str:
    news = [
        f"renamed{i}.{target.key_names('new')[link.columns.index(name)]}"
        for i, (link, target) in enumerate(parents)
        if name in link.columns
    ]
    own = f"{alias}.{quote_name(name)}"
    return f"coalesce({', '.join([*news, own])})" if news else own


def parent_joins(
    alias: str, parents: Sequence[tuple[LiveLink, LiveWords]]
) -> list[str]:
    """Return the joins of the tables of `follows` to a row."""
    return [
        f"LEFT JOIN {target.renamed} AS renamed{i} ON renamed{i}.applies AND "
        + pairs_equal(
            f"renamed{i}", target.key_names("old"), alias, quoted(link.columns)
        )
        for i, (link, target) in enumerate(parents)
    ]


def pairs_equal(
    left: str, names: Sequence[str], right: str, others: Sequence[str]
) -> str:
    """Return the condition that columns of two rows are equal."""
    pairs = zip(names, others, strict=True)
    return " AND ".join(f"{left}.{one} = {right}.{other}" for one, other in pairs)
