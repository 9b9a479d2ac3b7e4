"""Give the types of a catalog the names that a target wants for them.

    Enemy = "Monster": the class, and each place that speaks of it

Names that seedc gives are those of the catalog; what a project calls otherwise in one
target (`[targets.python.names]`) is renamed before that target is made, so that no
printer knows of it.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar, cast

from seedc.model.catalog import Catalog
from seedc.model.shape import (
    EnumShape,
    Named,
    ObjectShape,
    Shape,
    UnionShape,
    with_parts,
)
from seedc.model.table import Table

_Shape = TypeVar("_Shape", bound=Shape)

Names = Mapping[str, str]


def renamed(catalog: Catalog, names: Names) -> Catalog:
    """Return the catalog with other names for its types.

    Args:
        catalog: The catalog.
        names: Wanted names, by the catalog's own; keys that are no types of it, such
            as `Enemy.max_hp`, are left to others.
    """
    if not names:
        return catalog
    return replace(
        catalog,
        tables=tuple(_table(table, names) for table in catalog.tables),
        definitions=tuple(
            sorted(
                (_shape(d, names) for d in catalog.definitions),
                key=lambda definition: definition.name,
            )
        ),
    )


def _table(table: Table, names: Names) -> Table:
    columns = tuple(replace(c, shape=_shape(c.shape, names)) for c in table.columns)
    class_name = names.get(table.class_name, table.class_name)
    return replace(table, class_name=class_name, columns=columns)


def _shape(shape: _Shape, names: Names) -> _Shape:
    inside = with_parts(shape, partial(_shape, names=names))
    match inside:
        case EnumShape() | Named() | ObjectShape() | UnionShape():
            inside = replace(inside, name=names.get(inside.name, inside.name))
        case _:
            pass
    return cast("_Shape", inside)
