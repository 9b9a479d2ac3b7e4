"""The names that a catalog gives, each with the place in a schema it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import final

from seedc.check.located import definitions, located_shapes
from seedc.dialect.names import definition_name
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.json_value import Pointer
from seedc.model.shape import EnumShape, ObjectShape, UnionShape
from seedc.model.source import Place
from seedc.model.table import Column, Table
from seedc.postgres.identifier import constraint_name
from seedc.text.json_place import schema_key
from seedc.text.python_names import enum_class


@final
@dataclass(frozen=True, slots=True)
class Use:
    """A name and the place in a schema that it comes from."""

    name: str
    path: str
    pointer: Pointer

    def place(self, library: Library) -> Place:
        """Return the place, or the deepest part of it that exists."""
        return schema_key(library[self.path], self.pointer)


def table_names(catalog: Catalog) -> list[Use]:
    """Return the names of the tables."""
    return [_of_table(table) for table in catalog.tables]


def column_names(table: Table) -> list[Use]:
    """Return the names of a table's columns in SQL, those that seedc adds first."""
    return [_of_column(table, c.name, c.pointer) for c in _added_first(table)]


def attribute_names(table: Table) -> list[Use]:
    """Return the names of a table's columns in Python, those that seedc adds first."""
    return [_of_column(table, c.attribute, c.pointer) for c in _added_first(table)]


def class_names(catalog: Catalog, library: Library) -> Iterator[Use]:
    """Yield the names of types in code: of records, and of what they hold."""
    for table in catalog.tables:
        yield replace(_of_table(table), name=table.class_name)
    declared = dict.fromkeys(
        Use(definition_name(library, node), node.path, node.pointer)
        for node in definitions(library)
    )
    yield from declared
    for shape, schema in located_shapes(catalog, library):
        if isinstance(shape, EnumShape | ObjectShape | UnionShape):
            use = Use(shape.name, schema.node.path, schema.node.pointer)
            yield from () if use in declared else (use,)


def enum_class_names(catalog: Catalog, library: Library) -> Iterator[Use]:
    """Yield the names of enumerations, then of the classes beside them, if any meet."""
    shapes = (s for s, _ in located_shapes(catalog, library))
    enums = {shape.name for shape in shapes if isinstance(shape, EnumShape)}
    if enums.isdisjoint(map(enum_class, enums)):
        return  # Nothing can meet, and to find places takes long.
    uses = [use for use in class_names(catalog, library) if use.name in enums]
    yield from uses
    for use in uses:
        yield replace(use, name=enum_class(use.name))


def index_names(table: Table) -> Iterator[Use]:
    """Yield the names of a table and its indexes, which share theirs in Postgres."""
    base, path = extension_pointer(table), table.schema_path
    yield _of_table(table)
    yield Use(constraint_name(table.name, "pkey"), path, base)
    for i, key in enumerate(table.unique_keys):
        yield Use(key.name, path, (*base, "unique", i))
    for i, index in enumerate(table.indexes):
        yield Use(index.name, path, (*base, "indexes", i))


def constraint_names(table: Table) -> Iterator[Use]:
    """Yield the names of a table's constraints."""
    base, path = extension_pointer(table), table.schema_path
    for i, key in enumerate(table.unique_keys):
        yield Use(key.name, path, (*base, "unique", i))
    for foreign in table.foreign_keys:
        yield Use(foreign.name, path, foreign.pointer or base)
    for check in table.checks:
        own = check.name.removeprefix(constraint_name(table.name, ""))
        yield Use(check.name, path, check.pointer or (*base, "checks", own))


def _pointer(table: Table) -> Pointer:
    return ("properties", table.parent.key) if table.parent else ("x-table",)


def _of_table(table: Table) -> Use:
    return Use(table.name, table.schema_path, _pointer(table))


def _of_column(table: Table, name: str, pointer: Pointer) -> Use:
    return Use(name, table.schema_path, pointer or _pointer(table))


def _own_columns(table: Table) -> list[Column]:
    """Return the columns of a table, without what child rows repeat of their parent."""
    repeated = table.parent.columns if table.parent else ()
    return [column for column in table.columns if column.name not in repeated]


def _added_first(table: Table) -> list[Column]:
    return sorted(table.columns, key=lambda column: column.key is not None)


def extension_pointer(table: Table) -> Pointer:
    """Return where in its schema file the `x-table` of a table stands."""
    return (*_pointer(table), "items", "x-table") if table.parent else ("x-table",)
