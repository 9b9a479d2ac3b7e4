"""Lower schemas to tables: one for the records, one for each list of child rows."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from seedc.dialect.closed import closed_schema
from seedc.dialect.names import (
    child_table_name,
    class_name,
    is_stored_as_rows,
    member_name,
    primary_key,
    table_name,
)
from seedc.dialect.node import Library, root_node
from seedc.dialect.types import types_of
from seedc.dialect.view import View, view
from seedc.lower.checks import column_checks, declared_checks
from seedc.lower.column_type import Definitions
from seedc.lower.columns import (
    POSITION,
    lower_columns,
    position_column,
    retired_at_column,
    scalar_column,
)
from seedc.lower.keys import (
    Tables,
    column_foreign_keys,
    declared_foreign_keys,
    indexes,
    unique_keys,
)
from seedc.lower.order import forward_keys, ordered
from seedc.lower.shape import definitions_of
from seedc.model.catalog import Catalog
from seedc.model.reference import ForeignKey
from seedc.model.table import Column, Owner, Parent, Removal, Table
from seedc.postgres.identifier import constraint_name
from seedc.text.names import snake_case


def lower_catalog(name: str, library: Library) -> Catalog:
    """Return the catalog of a project.

    Args:
        name: Name of the project.
        library: Its schema files, without those that have problems.
    """
    definitions = definitions_of(library)
    by_name = {definition.name: definition for definition in definitions}
    tables = table_schemas(library)
    lowered = [
        table
        for name, schema in tables.items()
        for table in _lower(name, schema, tables, by_name)
    ]
    sorted_tables = ordered(_with_fixed_keys(lowered))
    return Catalog(name, sorted_tables, definitions, forward_keys(sorted_tables))


def table_schemas(library: Library) -> Tables:
    """Return the schemas that declare a table, by the table's name."""
    roots = [root_node(document) for _, document in sorted(library.items())]
    views = [view(library, root) for root in roots if "x-table" in root.value]
    return {table_name(schema): schema for schema in views}


def _lower(
    name: str, schema: View, tables: Tables, definitions: Definitions
) -> Iterator[Table]:
    extension = schema.table("x-table")
    code_name = class_name(schema)
    key = primary_key(schema)
    columns = lower_columns(schema, code_name, key, definitions)
    removal = cast("Removal", extension.get("removed", "delete"))
    table = Table(
        name=name,
        class_name=code_name,
        columns=(*columns, retired_at_column()) if removal == "retire" else columns,
        primary_key=key,
        unique_keys=tuple(unique_keys(name, schema)),
        indexes=tuple(indexes(name, schema)),
        foreign_keys=(
            *column_foreign_keys(name, columns, tables),
            *declared_foreign_keys(name, schema, tables),
        ),
        checks=(
            *column_checks(name, columns, definitions),
            *declared_checks(name, schema),
        ),
        parent=None,
        removal=removal,
        public=extension.get("visibility") != "server",
        description=schema.text("description"),
        schema_path=schema.node.path,
        record_schema=closed_schema(schema.library, schema.node),
    )
    yield table
    for member, rows in schema.properties().items():
        if is_stored_as_rows(rows):
            yield _lower_rows(table, schema, member, tables, definitions)


def _lower_rows(
    parent: Table,
    schema: View,
    key: str,
    tables: Tables,
    definitions: Definitions,
) -> Table:
    member = schema.properties()[key]
    items = member.below("items")
    scalar = types_of(items) != ("object",)
    name = child_table_name(parent.name, key, member)
    code_name = member_name(parent.class_name, key, plural=True)
    links = _links(parent)
    natural = primary_key(items) if "primaryKey" in items.table("x-table") else ()
    own = (
        (scalar_column(items, code_name, definitions),)
        if scalar
        else lower_columns(items, code_name, natural, definitions)
    )
    columns = (*links, position_column(), *own)
    names = tuple(link.name for link in links)
    return Table(
        name=name,
        class_name=code_name,
        columns=columns,
        primary_key=(*names, *(natural or (POSITION,))),
        unique_keys=tuple(unique_keys(name, items)),
        indexes=tuple(indexes(name, items)),
        foreign_keys=(
            ForeignKey(
                constraint_name(name, *names, "fkey"),
                names,
                parent.name,
                parent.primary_key,
                "cascade",
            ),
            *column_foreign_keys(name, own, tables),
            *declared_foreign_keys(name, items, tables),
        ),
        checks=(
            *column_checks(name, own, definitions),
            *declared_checks(name, items),
        ),
        parent=Parent(
            parent.name, key, names, scalar, required=key in schema.required()
        ),
        removal=parent.removal,
        public=parent.public and member.table("x-column").get("visibility") != "server",
        description=member.text("description") or items.text("description"),
        schema_path=parent.schema_path,
        record_schema={},
    )


def _links(parent: Table) -> tuple[Column, ...]:
    """Return the columns that repeat the parent's primary key."""
    names = {k: f"{snake_case(parent.class_name)}_{k}" for k in parent.primary_key}
    return tuple(
        replace(
            parent.column(key),
            name=name,
            key=None,
            attribute=name,
            owner=Owner.SEED,
            default=None,
            description=f"The {snake_case(parent.class_name).replace('_', ' ')}.",
        )
        for key, name in names.items()
    )


def _with_fixed_keys(tables: list[Table]) -> list[Table]:
    """Make the unique keys that foreign keys refer to immediate.

    Postgres takes no deferrable constraint as the target of a foreign key
    (SQLSTATE 55000).
    """
    targets = {(k.table, k.target) for t in tables for k in t.foreign_keys}
    return [
        replace(
            table,
            unique_keys=tuple(
                replace(key, deferrable=(table.name, key.columns) not in targets)
                for key in table.unique_keys
            ),
        )
        for table in tables
    ]
