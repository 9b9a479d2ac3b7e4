"""What there is of a table: rows of the seeds, rows of the file, what seedc knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, final

from seedc.apply.sqlite.follow import Changes, Followed
from seedc.apply.sqlite.references import Reference
from seedc.apply.sqlite.state import State
from seedc.apply.sqlite.values import Key, Layout, Value, Values


@final
@dataclass(slots=True)
class TableRows:
    """The rows of a table: with the keys to be, and all other values as they are.

    Attributes:
        layout: The table's columns.
        file: What the seeds say.
        live: The rows of the database that the seeds, or seedc's memory, speak of.
        present: The keys that live rows have now, by those that they will have; only
            of rows that get another.
        moved: The same the other way round.
        known: The keys of the rows that seedc wrote.
        renames: Keys now and then of the rows that get others; of a list none.
        blocked: Keys that the seeds rename, but to keys that are taken.
        strange: Items that are no seed's, in lists that the seeds are to take on.
        removed: Rows that the seeds list as removed, and what replaces them.
    """

    layout: Layout
    file: Mapping[Key, Values]
    live: dict[Key, Values]
    present: dict[Key, Key]
    moved: dict[Key, Key]
    known: set[Key]
    renames: Mapping[Key, Key]
    blocked: tuple[Key, ...]
    removed: Mapping[Key, Key | None]
    strange: list[Key] = field(default_factory=list)

    def present_key(self, key: Key) -> Key:
        """Return the key that a row has in the database now."""
        return self.present.get(key, key)

    def key_to_be(self, present: Key) -> Key:
        """Return the key that a row will have, by the one that it has now."""
        return self.moved.get(present, present)

    def move(self, present: Key, key: Key) -> None:
        """Note that a row will get another key."""
        old = self.moved.get(present, present)
        self.present.pop(old, None)
        self.present[key] = present
        self.moved[present] = key

    def rekey(self, changes: Mapping[Key, Mapping[str, Value]]) -> dict[Key, Key]:
        """Give rows other keys; return these by those before.

        Args:
            changes: New values by column, by the keys that the rows have now.
        """
        keys: dict[Key, Key] = {}
        for present, new in changes.items():
            old = self.key_to_be(present)
            if (row := self.live.pop(old, None)) is not None:
                row = self.layout.rekeyed(row, new)
                key = self.layout.key(row)
                self.live[key] = row
                if key != old:
                    self.move(present, key)
                    keys[old] = key
        self.known = {keys.get(key, key) for key in self.known}
        return keys


Tables: TypeAlias = Mapping[str, TableRows]


@final
@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a file of SQLite.

    Attributes:
        tables: The rows of each table, in the order of the catalog.
        state: What seedc wrote down when it was last here.
        links: The foreign keys to these tables.
        renamed: What changes with the keys that change.
    """

    tables: Tables
    state: State
    links: Sequence[Reference]
    renamed: Followed = field(default_factory=Followed)


def merged(first: Changes, second: Changes) -> Changes:
    """Return two sets of changes as one; where both have a column, the second wins."""
    names = [*first, *(name for name in second if name not in first)]
    return {
        name: {
            key: {
                **first.get(name, {}).get(key, {}),
                **second.get(name, {}).get(key, {}),
            }
            for key in {**first.get(name, {}), **second.get(name, {})}
        }
        for name in names
    }
