"""Survey a catalog: choose every name of the package before anything is printed.

The catalog's own names always stay. A name that this target adds (`EnemyId`, `Brand`,
the module `enums`) gives way and is lengthened where the catalog has it already.
"""

from collections.abc import Iterable, Mapping

from seedc.emit.typescript.identity import find_identities
from seedc.emit.typescript.naming import free_name, values_name
from seedc.emit.typescript.record import record_shape
from seedc.emit.typescript.shape_walk import definitions_used, walk
from seedc.emit.typescript.vocabulary import Helper, Symbol, Vocabulary
from seedc.model.catalog import Catalog
from seedc.model.record import public_tables
from seedc.model.shape import (
    Definition,
    EnumShape,
    ObjectShape,
    Shape,
    UnionShape,
)

_HELPERS: Mapping[Helper, str] = {
    "brand": "Brand",
    "uuid": "Uuid",
    "date": "IsoDate",
    "date-time": "IsoDateTime",
    "time": "IsoTime",
}


def survey(catalog: Catalog) -> Vocabulary:
    """Choose the names of all types and modules of a catalog's package."""
    tables = public_tables(catalog)
    modules = {t.name: free_name(t.name, ("index",), "_table") for t in tables}
    records = {table.name: record_shape(catalog, table) for table in tables}
    definitions = _public_definitions(catalog, records.values())
    shapes = (*records.values(), *definitions.values())
    shared = free_name("enums", frozenset(modules.values()), "_shared")
    taken = _named(shapes)
    identities = find_identities(catalog, modules, shared, taken)
    taken |= {identity.symbol.name for identity in identities.values()}
    return Vocabulary(
        modules=modules,
        records=records,
        definitions=definitions,
        definitions_module=shared,
        identities=identities,
        helpers=_helpers(modules, taken),
        values=_values(shapes),
        keys={t.name: free_name(f"{t.class_name}Key", taken, "Type") for t in tables},
    )


def _public_definitions(
    catalog: Catalog, records: Iterable[ObjectShape]
) -> dict[str, Definition]:
    every = {definition.name: definition for definition in catalog.definitions}
    used = definitions_used(tuple(records), every)
    return {name: shape for name, shape in every.items() if name in used}


def _named(shapes: Iterable[Shape]) -> frozenset[str]:
    return frozenset(
        part.name
        for shape in shapes
        for part in walk(shape)
        if isinstance(part, EnumShape | ObjectShape | UnionShape)
    )


def _values(shapes: Iterable[Shape]) -> dict[str, str]:
    names: dict[str, str] = {}
    for part in (part for shape in shapes for part in walk(shape)):
        if isinstance(part, EnumShape) and part.name not in names:
            name = values_name(part.name)
            names[part.name] = free_name(name, frozenset(names.values()), "_VALUES")
    return names


def _helpers(modules: Mapping[str, str], taken: frozenset[str]) -> dict[Helper, Symbol]:
    module = free_name("brand", frozenset(modules.values()), "_type")
    return {
        helper: Symbol(free_name(name, taken, "Type"), module)
        for helper, name in _HELPERS.items()
    }
