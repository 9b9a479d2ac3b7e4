"""What seed files say of rows that left them or got another key."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, final

from seedc.model.catalog import Row
from seedc.model.json_value import Pointer
from seedc.model.source import Source

EntryList: TypeAlias = Literal["renames", "removed"]


@final
@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of `renames` or `removed`; its keys are as rows hold them.

    Attributes:
        source: The seed file.
        start: Offset of the file's top-level object.
        list: The list that it is in.
        at: Its position in that list.
        key: The key that is no more.
        next_key: The row's new key, or the key of the row that replaces it, if any.
    """

    source: Source
    start: int
    list: EntryList
    at: int
    key: Row
    next_key: Row | None

    @property
    def pointer(self) -> Pointer:
        """Where its old key stands in the file."""
        return (self.list, self.at, "from" if self.list == "renames" else "key")

    @property
    def next_pointer(self) -> Pointer:
        """Where its next key stands in the file."""
        return (self.list, self.at, "to" if self.list == "renames" else "replacement")


@final
@dataclass(frozen=True, slots=True)
class Rename:
    """A row that got another key; both are values in the order of the primary key.

    Attributes:
        from_key: A key that it had. Of a row that was renamed twice, each earlier key
            has a rename of its own, so that several may lead to one key.
        to_key: Its key now; a row of the data has it.
    """

    from_key: Row
    to_key: Row


@final
@dataclass(frozen=True, slots=True)
class Removed:
    """A row that was taken out; its keys are values in the order of the primary key.

    Attributes:
        key: The key that it had; also each that it had before it was renamed.
        replacement: Key of a row of the data that takes its place, or None.
    """

    key: Row
    replacement: Row | None


@final
@dataclass(frozen=True, slots=True)
class Lifecycle:
    """What became of the rows of a table that are no more; each key stands once.

    Attributes:
        renames: Those that live on under another key.
        removed: Those that do not.
    """

    renames: tuple[Rename, ...] = ()
    removed: tuple[Removed, ...] = ()
