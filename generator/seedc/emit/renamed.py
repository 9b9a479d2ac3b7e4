"""Give the types of a catalog the names that a target wants for them.

    Enemy = "Monster": the class, and each place that speaks of it

Names that seedc gives are those of the catalog; what a project calls otherwise in one
target (`[targets.python.names]`) is renamed before that target is made, so that no
printer knows of it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from seedc.model.catalog import Catalog
from seedc.model.shape import (
    ArrayShape,
    Definition,
    EnumShape,
    Field,
    MapShape,
    Named,
    NullableShape,
    ObjectShape,
    Shape,
    TupleShape,
    UnionShape,
)
from seedc.model.table import Table

_NamedShape = TypeVar("_NamedShape", EnumShape, Named, ObjectShape, UnionShape)

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
                (_definition(d, names) for d in catalog.definitions),
                key=lambda definition: definition.name,
            )
        ),
    )


def _table(table: Table, names: Names) -> Table:
    columns = tuple(replace(c, shape=_shape(c.shape, names)) for c in table.columns)
    class_name = names.get(table.class_name, table.class_name)
    return replace(table, class_name=class_name, columns=columns)


def _definition(shape: Definition, names: Names) -> Definition:
    match shape:
        case EnumShape():
            return _called(shape, names)
        case ObjectShape():
            return _object(shape, names)
        case UnionShape():
            return _union(shape, names)


def _shape(shape: Shape, names: Names) -> Shape:
    match shape:
        case EnumShape() | ObjectShape() | UnionShape():
            return _definition(shape, names)
        case Named():
            return _called(shape, names)
        case ArrayShape() | MapShape() | NullableShape() | TupleShape():
            return _container(shape, names)
        case _:
            return shape


def _container(
    shape: ArrayShape | MapShape | NullableShape | TupleShape, names: Names
) -> Shape:
    match shape:
        case ArrayShape(items=inner):
            return replace(shape, items=_shape(inner, names))
        case MapShape(values=inner):
            return replace(shape, values=_shape(inner, names))
        case NullableShape(shape=inner):
            return replace(shape, shape=_shape(inner, names))
        case TupleShape(items=items):
            return replace(shape, items=tuple(_shape(i, names) for i in items))


def _object(shape: ObjectShape, names: Names) -> ObjectShape:
    extra = None if shape.extra is None else _shape(shape.extra, names)
    fields = tuple(_field(field, names) for field in shape.fields)
    return replace(_called(shape, names), fields=fields, extra=extra)


def _field(field: Field, names: Names) -> Field:
    return replace(field, shape=_shape(field.shape, names))


def _union(shape: UnionShape, names: Names) -> UnionShape:
    arms = tuple(_shape(arm, names) for arm in shape.arms)
    return replace(_called(shape, names), arms=arms)


def _called(shape: _NamedShape, names: Names) -> _NamedShape:
    return replace(shape, name=names.get(shape.name, shape.name))
