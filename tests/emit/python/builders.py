"""Short ways to build catalogs by hand."""

from dataclasses import replace

from seedc.model.catalog import Catalog
from seedc.model.column_type import ColumnType, Integer, Text
from seedc.model.reference import ForeignKey
from seedc.model.shape import (
    Definition,
    NullableShape,
    NumberShape,
    Shape,
    StringShape,
)
from seedc.model.table import Column, Owner, Parent, Table
from seedc.postgres.identifier import constraint_name
from seedc.text.names import singular

TEXT = StringShape()
INTEGER = NumberShape(integer=True)
NUMBER = NumberShape(integer=False)


def column(name: str, shape: Shape = TEXT, kind: ColumnType | None = None) -> Column:
    """Build a required column whose property is called as it is."""
    nullable = isinstance(shape, NullableShape)
    inner = shape.shape if isinstance(shape, NullableShape) else shape
    integer = isinstance(inner, NumberShape) and inner.integer
    own = kind or (Integer() if integer else Text())
    return Column(name, name, name, own, shape, nullable)


def optional(given: Column) -> Column:
    """Return a column as it is when its property may be left out."""
    return replace(given, nullable=True, required=False)


def added(given: Column) -> Column:
    """Return a column as it is when no property stands behind it."""
    return replace(given, key=None)


def live(given: Column, default: str) -> Column:
    """Return a column as it is when only the live system writes it."""
    return replace(given, owner=Owner.LIVE, default=default)


def described(given: Column, description: str) -> Column:
    """Return a column with a description."""
    return replace(given, description=description)


def table(name: str, class_name: str, *columns: Column) -> Table:
    """Build a table whose primary key is its first column."""
    return Table(
        name=name,
        class_name=class_name,
        columns=columns,
        primary_key=(columns[0].name,),
        unique_keys=(),
        indexes=(),
        foreign_keys=(),
        checks=(),
        parent=None,
        removal="delete",
        public=True,
        description="",
        schema_path=f"schemas/{name}.schema.json",
        record_schema={},
    )


def refers(given: Table, *keys: ForeignKey) -> Table:
    """Return a table with foreign keys."""
    return replace(given, foreign_keys=keys)


def key(owner: str, name: str, target: str, target_column: str = "id") -> ForeignKey:
    """Build a foreign key of one column."""
    return ForeignKey(f"{owner}_{name}_fkey", (name,), target, (target_column,))


def position() -> Column:
    """Build the column that keeps the order of child rows."""
    shape = NumberShape(integer=True, minimum=0)
    return described(added(column("position", shape)), "Place in the list, from 0.")


def rows_of(
    parent: Table, member: str, class_name: str, *items: Column, scalar: bool = False
) -> Table:
    """Build the table of the items of a list, keyed by their position."""
    links = tuple(
        added(replace(parent.column(k), name=n, attribute=n))
        for k in parent.primary_key
        for n in [f"{singular(parent.name)}_{k}"]
    )
    names = tuple(link.name for link in links)
    name = f"{parent.name}_{member}"
    whole = table(name, class_name, *links, position(), *items)
    link = ForeignKey(
        constraint_name(name, *names, "fkey"),
        names,
        parent.name,
        parent.primary_key,
        "cascade",
    )
    return replace(
        whole,
        primary_key=(*names, "position"),
        foreign_keys=(link,),
        parent=Parent(parent.name, member, names, scalar, required=not scalar),
        schema_path=parent.schema_path,
    )


def catalog(
    name: str,
    *tables: Table,
    definitions: tuple[Definition, ...] = (),
    cycles: frozenset[str] = frozenset(),
) -> Catalog:
    """Build a catalog."""
    return Catalog(name, tables, definitions, cycles)
