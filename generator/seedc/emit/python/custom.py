"""What a project calls and types otherwise than seedc does, by class and property.

    names = { Enemy = "Monster", "Enemy.maxHp" = "hit_points" }
    -> {("Monster", "maxHp"): "hit_points"}

Keys of the options are seedc's own names; printers see classes as they are printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias, TypeVar, cast, final

from seedc.emit.renamed import Names
from seedc.model.catalog import Catalog
from seedc.model.project import ImportedType, PythonOptions, TypeChoice
from seedc.model.shape import Named, NullableShape, ObjectShape, Shape, with_parts
from seedc.model.table import Table

_Value = TypeVar("_Value")
_Shape = TypeVar("_Shape", bound=Shape)

Member: TypeAlias = tuple[str, str]
"""A class as it is printed, and a property as the file writes it."""


Types: TypeAlias = Mapping[Member, ImportedType]


@final
@dataclass(frozen=True, slots=True)
class Custom:
    """What differs in a package.

    Attributes:
        attributes: Names of attributes.
        types: Types of single properties.
        kinds: Types of all values of a kind: `numeric`, `uuid`.
    """

    attributes: Mapping[Member, str]
    types: Mapping[Member, TypeChoice]
    kinds: Mapping[str, TypeChoice]

    @property
    def modules(self) -> Mapping[str, str]:
        """The modules of the imported types, by the names of these."""
        imported = (t for t in self.types.values() if isinstance(t, ImportedType))
        return {type_.name: type_.module for type_ in imported}


def custom_of(options: PythonOptions) -> Custom:
    """Return what differs in the package of these options."""
    return Custom(
        dict(_members(options.names, options.names)),
        dict(_members(options.types, options.names)),
        {kind: type_ for kind, type_ in options.types.items() if "." not in kind},
    )


def with_attributes(catalog: Catalog, custom: Custom) -> Catalog:
    """Return a catalog whose columns have their attributes' other names.

    Its classes have their other names already.
    """
    tables = (_with_attributes(table, custom.attributes) for table in catalog.tables)
    return replace(catalog, tables=tuple(tables))


def with_types(catalog: Catalog, custom: Custom) -> Catalog:
    """Return a catalog whose members have the shapes that the project's types name.

    Each is a `Named` that stands for the imported type: printers only print its name.
    """
    types = {k: t for k, t in custom.types.items() if isinstance(t, ImportedType)}
    return replace(
        catalog,
        tables=tuple(_with_column_types(table, types) for table in catalog.tables),
        definitions=tuple(_with_member_types(d, types) for d in catalog.definitions),
    )


def _with_column_types(table: Table, types: Types) -> Table:
    columns = tuple(
        replace(c, shape=_typed(c.shape, types.get((table.class_name, c.key or ""))))
        for c in table.columns
    )
    typed = (replace(c, shape=_with_member_types(c.shape, types)) for c in columns)
    return replace(table, columns=tuple(typed))


def _with_member_types(shape: _Shape, types: Types) -> _Shape:
    inside = with_parts(shape, partial(_with_member_types, types=types))
    if isinstance(inside, ObjectShape):
        name = inside.name
        fields = (
            replace(f, shape=_typed(f.shape, types.get((name, f.key))))
            for f in inside.fields
        )
        inside = replace(inside, fields=tuple(fields))
    return cast("_Shape", inside)


def _typed(shape: Shape, type_: ImportedType | None) -> Shape:
    if type_ is None:
        return shape
    named = Named(type_.name)
    return NullableShape(named) if isinstance(shape, NullableShape) else named


def _members(
    given: Mapping[str, _Value], names: Names
) -> Iterator[tuple[Member, _Value]]:
    for path, value in given.items():
        class_name, dot, key = path.partition(".")
        if dot:
            yield (names.get(class_name, class_name), key), value


def _with_attributes(table: Table, attributes: Mapping[Member, str]) -> Table:
    columns = tuple(
        column
        if column.key is None
        else replace(
            column,
            attribute=attributes.get((table.class_name, column.key), column.attribute),
        )
        for column in table.columns
    )
    return replace(table, columns=columns)
