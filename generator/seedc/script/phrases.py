"""The phrases about one table that the statements of a run are made of."""

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from seedc.postgres.identifier import constraint_name
from seedc.postgres.literal import quote_name, quote_text

_WIDTH = 88


def wrapped(items: Sequence[str], indent: int) -> str:
    """Return a list with commas, wrapped and indented but for its first line."""
    lines: list[str] = []
    for item in items:
        if lines and indent + len(f"{lines[-1]} {item},") <= _WIDTH:
            lines[-1] += f" {item},"
        else:
            lines.append(f"{item},")
    return f"\n{' ' * indent}".join(lines).removesuffix(",")


def as_key_text(values: Sequence[str]) -> str:
    """Return a primary key as text, as the ledger keeps it."""
    parts = [f"{value}::text" for value in values]
    return parts[0] if len(parts) == 1 else f"ARRAY[{', '.join(parts)}]::text"


def image_of(values: Sequence[str], indent: int) -> str:
    """Return the image of a row, the primary key first, as a number."""
    end = " " * indent
    row = wrapped(values, indent + 2)
    return f"hashtextextended(ROW(\n{end}  {row}\n{end})::text, 0::bigint)"


def quoted(names: Sequence[str]) -> list[str]:
    """Return names as identifiers."""
    return [quote_name(name) for name in names]


class Phrases(Protocol):
    """What can be said of a table of which this is known; all names are quoted."""

    @property
    def plain_name(self) -> str:
        """Its name, as it is."""

    @property
    def primary_key(self) -> tuple[str, ...]:
        """The columns of its primary key, as they are."""

    @property
    def key_types(self) -> Sequence[str]:
        """The types of these columns."""

    @property
    def owned(self) -> Sequence[str]:
        """The columns that seeds keep as they say, without the primary key."""

    @property
    def renames(self) -> bool:
        """Whether keys may change."""

    @property
    def stage(self) -> str:
        """Where its rows wait."""
        return self.temporary("stage")

    @property
    def renamed(self) -> str:
        """Where the keys that change are kept."""
        return self.temporary("renamed")

    @property
    def removed(self) -> str:
        """Where the keys that go are kept."""
        return self.temporary("removed")

    def temporary(self, what: str) -> str:
        """Return the name of a temporary table beside it."""
        return f"pg_temp.{quote_name(constraint_name(self.plain_name, what))}"

    @cached_property
    def keys(self) -> list[str]:
        """The columns of the primary key."""
        return quoted(self.primary_key)

    def image(self, alias: str, indent: int = 6) -> str:
        """Return the image of a row as a number."""
        return image_of([f"{alias}.{n}" for n in (*self.keys, *self.owned)], indent)

    def is_found(self, *actions: str) -> str:
        """Return the condition that `diff` says what happens to a row of this table."""
        named = ", ".join(f"'{action}'" for action in actions)
        one_of = f"= {named}" if len(actions) == 1 else f"IN ({named})"
        name = quote_text(self.plain_name)
        return f"diff.table_name = {name} AND diff.action {one_of}"

    @property
    def cascading(self) -> frozenset[str]:
        """The columns of the primary key that change with what they refer to."""
        return frozenset()

    def changes_itself(self, alias: str) -> str:
        """Return the condition that a change of a key does not come by itself."""
        own = [k for k in self.primary_key if k not in self.cascading]
        sides = (
            self.of(alias, quoted([f"{s}_{k}" for k in own])) for s in ("old", "new")
        )
        return " <> ".join(f"ROW({side})" for side in sides)

    def is_renamed(self, alias: str, entry: str) -> str:
        """Return the condition that a row has its old key, but for what cascaded."""
        return " AND ".join(
            f"{alias}.{quote_name(k)} = "
            f"{entry}.{quote_name(('new_' if k in self.cascading else 'old_') + k)}"
            for k in self.primary_key
        )

    def is_found_row(self, alias: str, found: str = "diff") -> str:
        """Return the condition that a row is the one that was found."""
        pairs = enumerate(zip(self.keys, self.key_types, strict=True), 1)
        return " AND ".join(
            f"{alias}.{key} = {found}.keys[{i}]::{kind}" for i, (key, kind) in pairs
        )

    def of(self, alias: str, names: Sequence[str], indent: int = 4) -> str:
        """Return columns of a table that goes by an alias."""
        return wrapped([f"{alias}.{name}" for name in names], indent)

    def same(self, left: str, right: str) -> str:
        """Return the condition that two rows have one primary key."""
        return " AND ".join(f"{left}.{key} = {right}.{key}" for key in self.keys)

    def differs(self, left: str, right: str) -> str:
        """Return the condition that two rows differ in what the seeds own."""
        images = [
            f"ROW(\n      {self.of(side, self.owned, 6)}\n    )::record"
            for side in (left, right)
        ]
        return " *<> ".join(images) if self.owned else "false"

    def key_text(self, alias: str, prefix: str = "") -> str:
        """Return the primary key of a row as text, as the ledger keeps it."""
        return as_key_text([f"{alias}.{name}" for name in self.key_names(prefix)])

    def key_texts(self, alias: str, prefix: str = "") -> str:
        """Return the primary key of a row as an array of text."""
        parts = [f"{alias}.{name}::text" for name in self.key_names(prefix)]
        return f"ARRAY[{', '.join(parts)}]"

    def key_names(self, prefix: str) -> list[str]:
        """Return the columns of the primary key with a prefix: `old_id`."""
        names = [f"{prefix}_{k}" if prefix else k for k in self.primary_key]
        return quoted(names)

    def keys_of_text(self, text: str) -> list[str]:
        """Return the primary key's values of a key as the ledger keeps it."""
        if len(self.keys) == 1:
            return [f"{text}::{self.key_types[0]}"]
        return [
            f"({text}::text[])[{i}]::{kind}" for i, kind in enumerate(self.key_types, 1)
        ]

    def matches(self, alias: str, entry: str, prefix: str) -> str:
        """Return the condition that a row has the old or the new key of an entry."""
        pairs = zip(self.keys, self.key_names(prefix), strict=True)
        return " AND ".join(f"{alias}.{key} = {entry}.{name}" for key, name in pairs)

    def present_keys(self, alias: str) -> list[str]:
        """Return the key that a row has before the run, where `renamed` is joined."""
        own = [f"{alias}.{key}" for key in self.keys]
        if not self.renames:
            return own
        old = self.key_names("old")
        return [f"coalesce(renamed.{o}, {k})" for o, k in zip(old, own, strict=True)]

    def is_live(self, alias: str) -> str:
        """Return the condition that `live` is a row before the run."""
        pairs = zip(self.keys, self.present_keys(alias), strict=True)
        return " AND ".join(f"live.{key} = {own}" for key, own in pairs)

    def present_key_text(self, alias: str) -> str:
        """Return as text the key that a row has before the run."""
        return as_key_text(self.present_keys(alias))
