"""The names of a target that a project chose some of, each with its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import TypeAlias, final

from seedc.check.choices import Choices, owner_and_property
from seedc.check.located import located_shapes
from seedc.check.names import Use, attribute_names, class_names
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.project import ImportedType, PythonOptions, TypescriptOptions
from seedc.model.shape import EnumShape, ObjectShape
from seedc.model.source import Place
from seedc.model.table import Column, Table
from seedc.text.member_names import member_names
from seedc.text.python_names import member_attribute


@final
class Origin(IntEnum):
    """Who chose a name: seedc, or the project by a case or by name."""

    SEEDC = 0
    CASE = 1
    NAME = 2


@final
@dataclass(frozen=True, slots=True)
class Chosen:
    """A name in a target.

    Attributes:
        name: It.
        place: Gives the place that it comes from.
        origin: Who chose it; what the project chose is what a problem is about.
    """

    name: str
    place: Callable[[], Place]
    origin: Origin


Group: TypeAlias = tuple[str, list[Chosen]]
"""What names are names of, in words, and names that must be distinct."""

Members: TypeAlias = Mapping[str, Mapping[str, str]]
"""Names of members, by type and by the file's own key."""

Places: TypeAlias = Mapping[str, Callable[[], Place]]
"""What gives the place of a property in a schema, by type and property."""


def chosen_types(
    choices: Choices, catalog: Catalog, library: Library
) -> Iterator[Group]:
    """Yield the names of types in each kind of module."""
    found = {
        use.name: _type(choices, use, library) for use in class_names(catalog, library)
    }
    yield "types", [*found.values(), *_imported(choices)]
    if choices.language == "Python":
        shapes = (shape for shape, _ in located_shapes(catalog, library))
        enums = [
            found[n]
            for n in sorted({s.name for s in shapes if isinstance(s, EnumShape)})
        ]
        classes = [Chosen(f"{e.name}Enum", e.place, e.origin) for e in enums]
        yield "enumerations", [*enums, *classes]


def chosen_members(
    choices: Choices, catalog: Catalog, library: Library
) -> Iterator[Group]:
    """Yield the names of the members of each type."""
    places = _places(catalog, library)
    match choices.options:
        case TypescriptOptions() as options:
            for owner, names in member_names(catalog, options).items():
                yield _group(choices, owner, names, places)
        case PythonOptions() as options:
            for owner, given in _attributes(catalog, options, places).items():
                what, members = _group(choices, owner, given, places)
                yield what, [*members, *_added(catalog, owner, library)]


def _group(
    choices: Choices, owner: str, names: Mapping[str, str], places: Places
) -> Group:
    keys = ((f"{owner}.{key}", name) for key, name in names.items())
    members = [_member(choices, key, name, places) for key, name in keys]
    return f"members of `{owner}`", members


def _type(choices: Choices, use: Use, library: Library) -> Chosen:
    if (name := choices.options.names.get(use.name)) is None:
        return Chosen(use.name, partial(use.place, library), Origin.SEEDC)
    return Chosen(name, partial(choices.place, "names", use.name), Origin.NAME)


def _imported(choices: Choices) -> Iterator[Chosen]:
    # The same type may stand for several properties.
    first: dict[ImportedType, str] = {}
    for key, chosen in choices.options.types.items():
        if isinstance(chosen, ImportedType):
            first.setdefault(chosen, key)
    for chosen, key in first.items():
        yield Chosen(chosen.name, partial(choices.place, "types", key), Origin.NAME)


def _member(choices: Choices, key: str, name: str, places: Places) -> Chosen:
    if key in choices.options.names:
        return Chosen(name, partial(choices.place, "names", key), Origin.NAME)
    options = choices.options
    cased = isinstance(options, TypescriptOptions) and options.case != "keep"
    differs = cased and name != owner_and_property(key)[1]
    return Chosen(name, places[key], Origin.CASE if differs else Origin.SEEDC)


def _places(catalog: Catalog, library: Library) -> Places:
    """Return where each property stands in a schema, by type and property."""
    uses = {}
    for table in catalog.tables:
        for column in table.columns:
            if column.key is not None:
                uses[f"{table.class_name}.{column.key}"] = _of_column(table, column)
        if table.parent is not None:
            key, pointer = table.parent.key, ("properties", table.parent.key)
            owner = catalog.table(table.parent.table)
            uses[f"{owner.class_name}.{key}"] = Use(key, owner.schema_path, pointer)
    for shape, schema in located_shapes(catalog, library):
        if isinstance(shape, ObjectShape):
            for key, member in schema.properties().items():
                use = Use(key, member.node.path, member.node.pointer)
                uses.setdefault(f"{shape.name}.{key}", use)
    return {key: partial(use.place, library) for key, use in uses.items()}


def _of_column(table: Table, column: Column) -> Use:
    return Use(column.name, table.schema_path, column.pointer)


def _attributes(catalog: Catalog, options: PythonOptions, places: Places) -> Members:
    """Return the attributes of models and records that come from properties."""
    columns = {
        f"{table.class_name}.{column.key}": column.attribute
        for table in catalog.tables
        for column in table.columns
    }
    found: dict[str, dict[str, str]] = {}
    for path in places:
        owner, _, key = path.partition(".")
        own = columns.get(path) or member_attribute(key)
        found.setdefault(owner, {})[key] = options.names.get(path, own)
    return found


def _added(catalog: Catalog, owner: str, library: Library) -> Iterator[Chosen]:
    """Yield the attributes of a model that come from no property."""
    for table in (t for t in catalog.tables if t.class_name == owner):
        added = {column.attribute for column in table.columns if column.key is None}
        for use in attribute_names(table):
            if use.name in added:
                yield Chosen(use.name, partial(use.place, library), Origin.SEEDC)
