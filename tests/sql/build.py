"""Short ways to build catalogs and rows, and the SQL for them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from seedc.emit.sql.lines import Lines
from seedc.emit.sql.postgres_seed import postgres_seed
from seedc.emit.sql.schema import postgres_schema, sqlite_schema
from seedc.emit.sql.sqlite_seed import sqlite_seed
from seedc.lower.order import forward_keys, ordered
from seedc.model.catalog import Catalog, Row, Rows
from seedc.model.column_type import ColumnType, Integer, Text
from seedc.model.content import Content
from seedc.model.lifecycle import Lifecycle
from seedc.model.project import Deploy, PostgresOptions
from seedc.model.reference import ForeignKey
from seedc.model.shape import StringShape
from seedc.model.table import Check, Column, Owner, Parent, Table, UniqueKey
from seedc.postgres.identifier import constraint_name
from seedc.script.script import make_script

PLAIN = PostgresOptions()
PATIENT = Deploy(lock_timeout="30s")
TEXT = Text()


def column(
    name: str,
    kind: ColumnType = TEXT,
    *,
    nullable: bool = False,
    owner: Owner = Owner.SEED,
    default: str | None = None,
) -> Column:
    """Build a column."""
    return Column(
        name, name, name, kind, StringShape(), nullable, owner=owner, default=default
    )


def table(  # noqa: PLR0913, a table has as many parts
    name: str,
    *columns: Column,
    key: Sequence[str] = (),
    unique: Sequence[Sequence[str]] = (),
    refers: Sequence[ForeignKey] = (),
    checks: Mapping[str, str] | None = None,
    description: str = "",
) -> Table:
    """Build a table.

    Args:
        name: Its name.
        columns: Its columns.
        key: Its primary key; default: the first column.
        unique: Its unique keys, deferrable but where `catalog` finds them referred to.
        refers: Its foreign keys.
        checks: Its declared checks.
        description: Its description.
    """
    return Table(
        name=name,
        class_name=name.title(),
        columns=columns,
        primary_key=tuple(key) or (columns[0].name,),
        unique_keys=tuple(
            UniqueKey(
                constraint_name(name, *names, "key"), tuple(names), deferrable=True
            )
            for names in unique
        ),
        indexes=(),
        foreign_keys=tuple(refers),
        checks=tuple(
            Check(constraint_name(name, own), expression, pointer=("checks", own))
            for own, expression in (checks or {}).items()
        ),
        parent=None,
        removal="delete",
        public=True,
        description=description,
        schema_path=f"schemas/{name}.schema.json",
        record_schema={},
    )


def foreign_key(
    owner: str, columns: Sequence[str], other: str, target: Sequence[str]
) -> ForeignKey:
    """Build a foreign key of a table with the name that `lower` gives it."""
    name = constraint_name(owner, *columns, "fkey")
    return ForeignKey(name, tuple(columns), other, tuple(target))


def items(
    parent: Table,
    member: str,
    *columns: Column,
    key: Sequence[str] = ("position",),
    unique: Sequence[Sequence[str]] = (),
    refers: Sequence[ForeignKey] = (),
) -> Table:
    """Build the child table of a list: a link and a position, then its columns."""
    links = tuple(f"parent_{name}" for name in parent.primary_key)
    kinds = [parent.column(name).type for name in parent.primary_key]
    base = table(
        f"{parent.name}_{member}",
        *(column(name, kind) for name, kind in zip(links, kinds, strict=True)),
        column("position", Integer()),
        *columns,
        key=(*links, *key),
        unique=unique,
    )
    link = replace(
        foreign_key(base.name, links, parent.name, parent.primary_key),
        on_delete="cascade",
    )
    hangs = Parent(parent.name, member, links, scalar=False, required=True)
    return replace(base, foreign_keys=(link, *refers), parent=hangs)


def catalog(*tables: Table, name: str = "game") -> Catalog:
    """Build a catalog as `lower` does: tables in order, referred keys immediate."""
    targets = {(k.table, k.target) for t in tables for k in t.foreign_keys}
    fixed = [
        replace(
            table,
            unique_keys=tuple(
                replace(k, deferrable=(table.name, k.columns) not in targets)
                for k in table.unique_keys
            ),
        )
        for table in tables
    ]
    in_order = ordered(fixed)
    return Catalog(name, in_order, (), forward_keys(in_order))


def in_key_order(given: Catalog, rows: Mapping[str, Sequence[Row]]) -> Rows:
    """Return the rows of all tables in key order; none where none are given."""
    return {t.name: sorted(rows.get(t.name, ()), key=_key(t)) for t in given.tables}


def _key(given: Table) -> Callable[[Row], tuple[str | int, ...]]:
    at = [given.position(name) for name in given.primary_key]
    return lambda row: tuple(cast("str | int", row[i]) for i in at)


def postgres_sql(  # noqa: PLR0913, the content has as many parts
    given: Catalog,
    rows: Mapping[str, Sequence[Row]],
    options: PostgresOptions = PLAIN,
    deploy: Deploy = PATIENT,
    *,
    lifecycle: Mapping[str, Lifecycle] | None = None,
    versions: Mapping[str, str] | None = None,
) -> str:
    """Return `seed.sql` for Postgres."""
    content = Content(in_key_order(given, rows), lifecycle or {}, versions or {})
    script = make_script(given, content, options, deploy)
    return "".join(postgres_seed(script, Lines(content.rows), options, deploy))


def sqlite_sql(given: Catalog, rows: Mapping[str, Sequence[Row]]) -> str:
    """Return `seed.sql` for SQLite."""
    return "".join(sqlite_seed(given, Lines(in_key_order(given, rows))))


def postgres_ddl(given: Catalog, options: PostgresOptions = PLAIN) -> str:
    """Return `schema.sql` for Postgres."""
    return postgres_schema(given, options)


def sqlite_ddl(given: Catalog) -> str:
    """Return `schema.sql` for SQLite."""
    return sqlite_schema(given)
