"""Every index is of a method that takes the types of its columns.

What a method takes without a further extension is in `pg_opclass`; the rest is what
`CREATE INDEX` says (SQLSTATE 0A000 and 42704).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import final

from seedc.check.names import extension_pointer
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.column_type import Boolean, ColumnType, Json, Text, Varchar
from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import Pointer
from seedc.model.table import Index, Table
from seedc.postgres.type_name import type_name
from seedc.text.json_place import schema_value


@final
@dataclass(frozen=True, slots=True)
class _Method:
    """What an index method takes.

    Attributes:
        only: The types that it takes; None for all but `never`.
        never: Types that it does not take.
        several: Whether it takes several columns.
    """

    only: tuple[type[ColumnType], ...] | None = None
    never: tuple[type[ColumnType], ...] = ()
    several: bool = True


_METHODS: Mapping[str, _Method] = {
    "btree": _Method(),
    "hash": _Method(several=False),
    "gin": _Method(only=(Json,)),
    "gist": _Method(only=()),
    "spgist": _Method(only=(Text, Varchar), several=False),
    "brin": _Method(never=(Boolean, Json)),
}


def usable_indexes(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the indexes that Postgres would refuse to make."""
    for table in catalog.tables:
        for i, index in enumerate(table.indexes):
            base = (*extension_pointer(table), "indexes", i)
            for pointer, message, hint in _problems(table, index):
                place = schema_value(library[table.schema_path], (*base, *pointer))
                yield Diagnostic("invalid-index", message, place, help=hint)


Problem = tuple[Pointer, str, str]


def _problems(table: Table, index: Index) -> Iterator[Problem]:
    name, method = index.method, _METHODS[index.method]
    for i, given in enumerate(index.columns):
        column = table.column(given.column)
        if not _takes(method, column.type):
            message = f"a {name} index takes no column of type {type_name(column.type)}"
            hint = 'remove `method`, so that it is "btree"'
            yield ("columns", i), message, hint
        if given.descending and name != "btree":
            message = f"a {name} index has no order"
            yield ("columns", i, "order"), message, "remove `order`"
    if index.columns[1:] and not method.several:
        message = f"a {name} index has only one column"
        yield ("columns",), message, "write an index for each, or remove `method`"


def _takes(method: _Method, column: ColumnType) -> bool:
    if method.only is not None:
        return isinstance(column, method.only)
    return not isinstance(column, method.never)
