"""Tables of the compiled catalog."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias, final

from seedc.model.column_type import ColumnType
from seedc.model.json_value import JsonObject, Pointer
from seedc.model.reference import ForeignKey
from seedc.model.shape import Shape


@final
class Owner(StrEnum):
    """Who writes a column once its row exists."""

    SEED = "seed"
    ONCE = "once"
    LIVE = "live"


@final
@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: Its name in SQL.
        key: The property it comes from, as the file writes it; None for columns
            that seedc adds (`retired_at`; the parent's key and `position` of child
            rows).
        attribute: Its name in Python.
        type: Its type in the database.
        shape: Shape of its value in JSON; `NullableShape` where null may be written.
        nullable: Whether the column may be NULL.
        required: Whether the property must be present in a record.
        owner: Who writes it.
        default: Default as SQL, or None.
        public: Whether clients may see it.
        description: What it is; may be empty.
        deprecated: Whether it is not to be used any more.
        pointer: Where it is declared in the table's schema file.
    """

    name: str
    key: str | None
    attribute: str
    type: ColumnType
    shape: Shape
    nullable: bool
    required: bool = True
    owner: Owner = Owner.SEED
    default: str | None = None
    public: bool = True
    description: str = ""
    deprecated: bool = False
    pointer: Pointer = ()


@final
@dataclass(frozen=True, slots=True)
class UniqueKey:
    """A secondary unique key; its columns together are unique, NULLs apart."""

    name: str
    columns: tuple[str, ...]
    deferrable: bool


@final
@dataclass(frozen=True, slots=True)
class IndexColumn:
    """A column of an index and its order."""

    column: str
    descending: bool = False


@final
@dataclass(frozen=True, slots=True)
class Index:
    """A secondary index.

    Attributes:
        name: Its name.
        columns: Its columns.
        method: Access method: btree, gin, gist, hash, brin or spgist.
        where: Predicate of a partial index, as SQL, or None.
    """

    name: str
    columns: tuple[IndexColumn, ...]
    method: str = "btree"
    where: str | None = None


@final
@dataclass(frozen=True, slots=True)
class Check:
    """A CHECK constraint.

    Attributes:
        name: Its name.
        expression: A boolean SQL expression over the row's columns.
        portable: Whether SQLite understands it too.
        declared: Whether the schema's `x-table.checks` declares it; the others
            follow from the columns' schemas.
        pointer: Where it is declared in the table's schema file; its last step is the
            name that people know it by. Empty for the others.
    """

    name: str
    expression: str
    portable: bool = True
    declared: bool = True
    pointer: Pointer = ()


@final
@dataclass(frozen=True, slots=True)
class Parent:
    """What a child table (`store: rows`) hangs from.

    Attributes:
        table: The parent table.
        key: The property of the parent's record that holds the items.
        columns: Columns here that repeat the parent's primary key, in its order.
        scalar: Whether the items are scalars, in a column `value`.
        required: Whether the property must be present in the parent's record.
    """

    table: str
    key: str
    columns: tuple[str, ...]
    scalar: bool
    required: bool


Removal: TypeAlias = Literal["delete", "retire", "keep", "prune"]

RETIRED_AT = "retired_at"
"""Name of the column that says since when a row is retired."""


@final
@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: Its name in SQL.
        class_name: Name of one record in code, in PascalCase, singular.
        columns: Its columns, in the order of rows.
        primary_key: Names of the primary key's columns.
        unique_keys: Its secondary unique keys.
        indexes: Its secondary indexes.
        foreign_keys: Its foreign keys.
        checks: Its CHECK constraints.
        parent: What it hangs from, or None if it has a seed file of its own.
        removal: What becomes of rows listed as removed.
        public: Whether clients may see it.
        description: What one record is; may be empty.
        schema_path: Path of its schema file from the project's root.
        record_schema: JSON Schema of one record, self-contained, objects closed;
            empty for a child table.
    """

    name: str
    class_name: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    unique_keys: tuple[UniqueKey, ...]
    indexes: tuple[Index, ...]
    foreign_keys: tuple[ForeignKey, ...]
    checks: tuple[Check, ...]
    parent: Parent | None
    removal: Removal
    public: bool
    description: str
    schema_path: str
    record_schema: JsonObject

    @property
    def key_columns(self) -> tuple[Column, ...]:
        """The columns of its primary key."""
        return tuple(self.column(name) for name in self.primary_key)

    @property
    def retires(self) -> bool:
        """Whether its removed rows stay, with the moment of it in `RETIRED_AT`."""
        return self.removal == "retire" and self.parent is None

    def position(self, column: str) -> int:
        """Return the index of a column in the table's rows."""
        return next(i for i, c in enumerate(self.columns) if c.name == column)

    def column(self, name: str) -> Column:
        """Return the column of this name."""
        return self.columns[self.position(name)]
