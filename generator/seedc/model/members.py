"""What code for clients names: records, and the objects and values that they hold.

`Enemy` is the record of a table and has the members `id`, `name` and `drops`;
`EnemyDrop` is an item of its list, whether that is rows of their own or JSON.
"""

from collections.abc import Iterator

from seedc.model.catalog import Catalog
from seedc.model.record import SCALAR, RowsMember, members, public_tables
from seedc.model.shape import (
    Definition,
    EnumShape,
    Named,
    ObjectShape,
    Shape,
    UnionShape,
    parts_of,
)
from seedc.model.table import Table


def member_keys(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the keys of all public members, as the files write them, by type."""
    records = {
        table.class_name: tuple(member.key for member in members(catalog, table))
        for table in _tables(catalog)
        if not _is_scalar(table)
    }
    return records | {
        shape.name: tuple(field.key for field in shape.fields if field.public)
        for shape in client_shapes(catalog)
        if isinstance(shape, ObjectShape)
    }


def client_shapes(catalog: Catalog) -> Iterator[Definition]:
    """Yield the shapes with names of their own that clients may see."""
    definitions = {definition.name: definition for definition in catalog.definitions}
    stack: list[Shape] = [s for t in _tables(catalog) for s in _column_shapes(t)]
    seen: set[str] = set()
    while stack:
        shape = stack.pop()
        if isinstance(shape, EnumShape | ObjectShape | UnionShape):
            yield shape
        if not isinstance(shape, Named):
            stack += _public_parts(shape)
        elif shape.name not in seen:
            stack.append(definitions[shape.name])
            seen.add(shape.name)


def _tables(catalog: Catalog) -> list[Table]:
    """Return the tables that clients may see, those of child rows, too."""
    found = [*public_tables(catalog)]
    for table in found:
        rows = (m for m in members(catalog, table) if isinstance(m, RowsMember))
        found += [member.table for member in rows]
    return found


def _is_scalar(table: Table) -> bool:
    return table.parent is not None and table.parent.scalar


def _column_shapes(table: Table) -> list[Shape]:
    if _is_scalar(table):
        return [table.column(SCALAR).shape]
    return [c.shape for c in table.columns if c.key is not None and c.public]


def _public_parts(shape: Shape) -> list[Shape]:
    if not isinstance(shape, ObjectShape):
        return [*parts_of(shape)]
    extra = () if shape.extra is None else (shape.extra,)
    return [*(field.shape for field in shape.fields if field.public), *extra]
