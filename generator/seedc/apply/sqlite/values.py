"""What rows are made of while they are compared: values as SQLite gives them back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, final

from seedc.model.catalog import Catalog, Rows
from seedc.model.lifecycle import Lifecycle
from seedc.model.project import Deploy
from seedc.model.table import RETIRED_AT, Column, Owner, Table

Value: TypeAlias = str | int | float | bytes | None
Values: TypeAlias = tuple[Value, ...]
Key: TypeAlias = tuple[Value, ...]


@final
@dataclass(frozen=True, slots=True)
class Seeds:
    """What a file of SQLite is brought to.

    Attributes:
        catalog: The tables; its name is that of the project.
        rows: Their rows, in key order.
        lifecycle: Rows that are no more, of tables that have some.
        versions: The version of each seed file, by its path in the seeds folder.
        deploy: The limits.
    """

    catalog: Catalog
    rows: Rows
    lifecycle: Mapping[str, Lifecycle]
    versions: Mapping[str, str]
    deploy: Deploy


@final
@dataclass(frozen=True)
class Layout:
    """The columns of a table that are compared or written: all but the live system's.

    `retired_at` is one of them, and NULL in all rows of the seeds.
    """

    table: Table

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order of rows."""
        return tuple(
            c
            for c in self.table.columns
            if c.owner is not Owner.LIVE or self._retires(c)
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def keys(self) -> tuple[Column, ...]:
        """The columns of the primary key, in its order."""
        return tuple(self.table.column(name) for name in self.table.primary_key)

    @cached_property
    def owned(self) -> tuple[int, ...]:
        """Positions of the columns that seeds keep as they say, without the key."""
        return tuple(
            i
            for i, c in enumerate(self.columns)
            if c.name not in self.table.primary_key and c.owner is not Owner.ONCE
        )

    def key(self, row: Values) -> Key:
        """Return the primary key of a row."""
        return tuple([row[i] for i in self._key_at])

    def rekeyed(self, row: Values, changes: Mapping[str, Value]) -> Values:
        """Return a row with the new values of its primary key among some changes."""
        own = self.table.primary_key
        pairs = zip(self.names, row, strict=True)
        return tuple(changes.get(n, v) if n in own else v for n, v in pairs)

    @cached_property
    def _key_at(self) -> tuple[int, ...]:
        return tuple(self.names.index(name) for name in self.table.primary_key)

    def _retires(self, column: Column) -> bool:
        return self.table.retires and column.name == RETIRED_AT


def same(left: Value, right: Value) -> bool:
    """Say whether two values are kept alike: `1` and `1.0` are equal, but not that."""
    return type(left) is type(right) and left == right


def as_text(key: Sequence[Value]) -> tuple[str, ...]:
    """Return a key as people read it."""
    return tuple(shown(value) or "" for value in key)


def shown(value: Value) -> str | None:
    """Return a value as text; None is NULL."""
    match value:
        case None | str():
            return value
        case bytes():
            return f"X'{value.hex()}'"
        case _:
            return repr(value)
