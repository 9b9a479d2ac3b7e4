"""Short ways to build catalogs by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import final

from seedc.model.catalog import Catalog, Rows
from seedc.model.column_type import ColumnType, Text
from seedc.model.json_value import JsonObject
from seedc.model.project import TypescriptOptions
from seedc.model.reference import ForeignKey
from seedc.model.shape import Definition, NumberShape, Shape, StringShape
from seedc.model.table import Column, Owner, Parent, Table

TEXT = StringShape()
INTEGER = NumberShape(integer=True)
NUMBER = NumberShape(integer=False)


@final
@dataclass(frozen=True, slots=True)
class Case:
    """A package to generate."""

    catalog: Catalog
    rows: Rows
    options: TypescriptOptions


def column(  # noqa: PLR0913 - one argument for each fact that some case varies
    name: str,
    shape: Shape = TEXT,
    description: str = "",
    *,
    kind: ColumnType | None = None,
    key: str | None = None,
    required: bool = True,
    public: bool = True,
    owner: Owner = Owner.SEED,
) -> Column:
    """Build a column whose property is called as it is."""
    return Column(
        name=name,
        key=name if key is None else key,
        attribute=name,
        type=kind or Text(),
        shape=shape,
        nullable=not required,
        required=required,
        owner=owner,
        public=public,
        description=description,
    )


def added_column(name: str, shape: Shape = INTEGER) -> Column:
    """Build a column that no property stands behind."""
    return Column(name, None, name, Text(), shape, nullable=False)


def table(  # noqa: PLR0913 - one argument for each fact that some case varies
    name: str,
    class_name: str,
    *columns: Column,
    key: tuple[str, ...] = ("id",),
    parent: Parent | None = None,
    public: bool = True,
    description: str = "",
    foreign_keys: tuple[ForeignKey, ...] = (),
    record_schema: JsonObject | None = None,
) -> Table:
    """Build a table."""
    return Table(
        name=name,
        class_name=class_name,
        columns=columns,
        primary_key=key,
        unique_keys=(),
        indexes=(),
        foreign_keys=foreign_keys,
        checks=(),
        parent=parent,
        removal="delete",
        public=public,
        description=description,
        schema_path=f"schemas/{name}.schema.json",
        record_schema=record_schema or {},
    )


def catalog(tables: Iterable[Table], definitions: Iterable[Definition] = ()) -> Catalog:
    """Build a catalog."""
    return Catalog("test", tuple(tables), tuple(definitions), frozenset())
