"""The catalog as SQLAlchemy metadata, from which its compilers make the DDL."""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Numeric,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

from seedc.model import column_type as kinds
from seedc.model import reference, table
from seedc.model.catalog import Catalog
from seedc.postgres.identifier import constraint_name
from seedc.postgres.portable_default import portable_default

PORTABLE_JSON = JSON(none_as_null=True).with_variant(
    JSONB(none_as_null=True), "postgresql"
)


def metadata_of(
    catalog: Catalog, schema: str | None, *, portable: bool = False
) -> MetaData:
    """Return the tables of a catalog.

    Args:
        catalog: The catalog.
        schema: Schema that the tables are in, or None for the default one.
        portable: Leave out what only Postgres understands.
    """
    metadata = MetaData(schema=schema)
    for declared in catalog.tables:
        _table(declared, catalog, metadata, portable=portable)
    return metadata


def _table(
    declared: table.Table, catalog: Catalog, metadata: MetaData, *, portable: bool
) -> None:
    built = Table(
        declared.name,
        metadata,
        *(_column(column, portable=portable) for column in declared.columns),
        PrimaryKeyConstraint(
            *declared.primary_key, name=constraint_name(declared.name, "pkey")
        ),
        *(_unique(key, portable=portable) for key in declared.unique_keys),
        *(
            _foreign_key(key, metadata.schema, later=key.name in catalog.cycles)
            for key in declared.foreign_keys
        ),
        *(
            CheckConstraint(_escaped(check.expression), name=check.name)
            for check in declared.checks
            if check.portable or not portable
        ),
        comment=declared.description or None,
    )
    for index in declared.indexes:
        if index.method == "btree" or not portable:
            _index(index, built)


def _escaped(expression: str) -> str:
    # Constraints take text in which `:name` would be a parameter.
    return expression.replace(":", "\\:")


def _column(declared: table.Column, *, portable: bool) -> Column[Any]:
    default, nullable = declared.default, declared.nullable
    if default is not None and portable:
        default = portable_default(default)
        # Seeds do not write such a column, and without a default nobody does.
        nullable |= default is None and declared.owner is table.Owner.LIVE
    return Column(
        declared.name,
        sql_type(declared.type),
        nullable=nullable,
        autoincrement=False,
        server_default=text(_escaped(default)) if default else None,
        comment=declared.description or None,
    )


def _unique(key: table.UniqueKey, *, portable: bool) -> UniqueConstraint:
    deferrable = True if key.deferrable and not portable else None
    return UniqueConstraint(*key.columns, name=key.name, deferrable=deferrable)


def _foreign_key(
    key: reference.ForeignKey, schema: str | None, *, later: bool
) -> ForeignKeyConstraint:
    prefix = f"{schema}." if schema else ""
    cascade = "CASCADE" if key.on_delete == "cascade" else None
    return ForeignKeyConstraint(
        key.columns,
        [f"{prefix}{key.table}.{column}" for column in key.target],
        name=key.name,
        ondelete=cascade,
        onupdate=cascade,
        deferrable=True,
        use_alter=later,
    )


def _index(index: table.Index, built: Table) -> None:
    columns = [
        built.c[c.column].desc() if c.descending else built.c[c.column]
        for c in index.columns
    ]
    where = text(_escaped(index.where)) if index.where else None
    Index(
        index.name,
        *columns,
        postgresql_using=None if index.method == "btree" else index.method,
        postgresql_where=where,
        sqlite_where=where,
    )


def sql_type(kind: kinds.ColumnType) -> TypeEngine[Any]:  # noqa: C901, PLR0911, PLR0912, one line for each type
    """Return the SQLAlchemy type of a column type."""
    match kind:
        case kinds.Text():
            return Text()
        case kinds.Varchar(length):
            return String(length)
        case kinds.SmallInt():
            return SmallInteger()
        case kinds.Integer():
            return Integer()
        case kinds.BigInt():
            return BigInteger()
        case kinds.Numeric(precision, scale):
            return Numeric(precision, scale)
        case kinds.Double():
            return Double()
        case kinds.Boolean():
            return Boolean()
        case kinds.Uuid():
            return Uuid()
        case kinds.Date():
            return Date()
        case kinds.Time():
            return Time()
        case kinds.Timestamp(zoned):
            return DateTime(timezone=zoned)
        case kinds.Json():
            return PORTABLE_JSON
