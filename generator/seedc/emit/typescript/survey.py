"""Survey a catalog: choose every name of the package before anything is printed.

The catalog's own names always stay, and no two that follow from them meet: `check`
refuses that. What seedc itself adds (`Brand`, the formats) gives way to them.
"""

from collections.abc import Iterable, Iterator, Mapping

from seedc.emit.typescript.choices import Choices
from seedc.emit.typescript.identity import find_identities
from seedc.emit.typescript.imported import with_imports
from seedc.emit.typescript.record import record_shape
from seedc.emit.typescript.shape_walk import definitions_used, walk
from seedc.emit.typescript.symbol import BRANDS, Symbol
from seedc.emit.typescript.vocabulary import Helper, Identity, Vocabulary
from seedc.model.catalog import Catalog
from seedc.model.record import public_tables
from seedc.model.shape import (
    Definition,
    EnumShape,
    ObjectShape,
    Shape,
    UnionShape,
)
from seedc.model.table import Table
from seedc.text.typescript_names import free_name, values_name

_HELPERS: Mapping[Helper, str] = {
    "brand": "Brand",
    "uuid": "Uuid",
    "date": "IsoDate",
    "date-time": "IsoDateTime",
    "time": "IsoTime",
}


def survey(catalog: Catalog, chosen: Choices) -> Vocabulary:
    """Choose the names of all types and modules of a catalog's package.

    Args:
        catalog: The catalog, its types under the names that they have here.
        chosen: What the project chose.
    """
    tables = public_tables(catalog)
    records = {table.name: _record(catalog, table, chosen) for table in tables}
    declared = _declared(catalog, records.values(), chosen)
    shapes = (*records.values(), *declared.values())
    identities = find_identities(catalog, chosen)
    return Vocabulary(
        records=records,
        declared=declared,
        definitions={definition.name: definition for definition in catalog.definitions},
        identities=identities,
        helpers=_helpers(chosen, _taken(shapes, identities, chosen)),
        values={
            part.name: values_name(part.name)
            for part in _named(shapes)
            if isinstance(part, EnumShape)
        },
        chosen=chosen,
    )


def _record(catalog: Catalog, table: Table, chosen: Choices) -> ObjectShape:
    return with_imports(record_shape(catalog, table), chosen.properties)


def _declared(
    catalog: Catalog, records: Iterable[ObjectShape], chosen: Choices
) -> dict[str, Definition]:
    every = {
        definition.name: with_imports(definition, chosen.properties)
        for definition in catalog.definitions
    }
    used = definitions_used(tuple(records), every)
    return {name: shape for name, shape in every.items() if name in used}


def _named(shapes: Iterable[Shape]) -> Iterator[Definition]:
    for part in (part for shape in shapes for part in walk(shape)):
        if isinstance(part, EnumShape | ObjectShape | UnionShape):
            yield part


def _taken(
    shapes: Iterable[Shape], identities: Mapping[str, Identity], chosen: Choices
) -> frozenset[str]:
    """Return the names of types that seedc's own must not have."""
    own = (part.name for part in _named(shapes))
    ids = (identity.symbol.name for identity in identities.values())
    return frozenset((*own, *ids, *(symbol.name for symbol in chosen.symbols)))


def _helpers(chosen: Choices, taken: frozenset[str]) -> dict[Helper, Symbol]:
    helpers = {
        helper: chosen.formats.get(
            helper, Symbol(free_name(name, taken, "Type"), BRANDS)
        )
        for helper, name in _HELPERS.items()
    }
    return {helper: symbol for helper, symbol in helpers.items() if symbol is not None}
