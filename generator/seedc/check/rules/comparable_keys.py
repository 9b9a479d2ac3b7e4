"""The columns of a foreign key have types that Postgres compares with its target's.

Integers of all widths are one kind, and so are texts: a value that the narrower column
could not hold has no row to lead to, as `existing_targets` finds. Postgres makes some
more pairs (`numeric` to `double precision`), but equality is not exact in these.
"""

from collections.abc import Iterator

from seedc.check.names import extension_pointer
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.column_type import (
    BigInt,
    ColumnType,
    Integer,
    Numeric,
    SmallInt,
    Text,
    Varchar,
)
from seedc.model.diagnostic import Diagnostic
from seedc.postgres.type_name import type_name
from seedc.text.json_place import schema_value

_KINDS: tuple[tuple[type[ColumnType], ...], ...] = (
    (SmallInt, Integer, BigInt),
    (Text, Varchar),
    (Numeric,),
)


def comparable_keys(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the foreign keys between columns of types that do not meet."""
    tables = {table.name: table for table in catalog.tables}
    for table in catalog.tables:
        for key in table.foreign_keys:
            for here, there in zip(key.columns, key.target, strict=True):
                own = table.column(here).type
                wanted = tables[key.table].column(there).type
                if not _meet(own, wanted):
                    pointer = key.pointer or extension_pointer(table)
                    yield Diagnostic(
                        "reference-type-mismatch",
                        f"a column of type {type_name(own)} cannot refer to"
                        f" `{key.table}.{there}`, which is {type_name(wanted)}",
                        schema_value(library[table.schema_path], pointer),
                        help="give both the same `format` or `x-column.type`",
                    )


def _meet(own: ColumnType, wanted: ColumnType) -> bool:
    return own == wanted or any(
        isinstance(own, kind) and isinstance(wanted, kind) for kind in _KINDS
    )
