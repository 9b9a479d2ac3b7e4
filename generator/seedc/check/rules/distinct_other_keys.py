"""No other key of an object meets the name that a member of it has in TypeScript.

Members have the case and the names that a project chose; keys that no schema declares
are data and stay: `{ max_hp: 1, maxHp: 2 }` would have one key twice.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from seedc.check.locate import below_row, row_pointer
from seedc.check.value_parts import Definitions, Part, all_parts
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic
from seedc.model.json_value import JsonObject, Pointer
from seedc.model.members import client_shapes
from seedc.model.project import TypescriptOptions
from seedc.model.rows import Data, Sources
from seedc.model.shape import ObjectShape
from seedc.model.table import Table
from seedc.text.member_names import member_names

_Taken: TypeAlias = Mapping[str, Mapping[str, str]]
"""By type and by name in TypeScript: the keys of members that are called otherwise."""


def distinct_other_keys(
    catalog: Catalog, data: Data, sources: Sources, options: TypescriptOptions
) -> Iterator[Diagnostic]:
    """Yield the keys of objects that take others, where they meet a member."""
    if taken := _taken(catalog, options):
        definitions = {shape.name: shape for shape in catalog.definitions}
        for table in catalog.tables:
            for at, pointer, key, member in _meeting(table, data, definitions, taken):
                yield Diagnostic(
                    "name-collision",
                    f"`{key}` is the name of `{member}` in TypeScript, too",
                    below_row(table, at, pointer, data, sources),
                    help="rename the key, or give the member another name in `names`"
                    " of `[targets.typescript]`",
                )


def _taken(catalog: Catalog, options: TypescriptOptions) -> _Taken:
    if options.case == "keep" and not options.names:
        return {}
    members = member_names(catalog, options)
    found = {
        shape.name: {name: k for k, name in members[shape.name].items() if name != k}
        for shape in client_shapes(catalog)
        if isinstance(shape, ObjectShape) and shape.extra is not None
    }
    return {name: renamed for name, renamed in found.items() if renamed}


def _meeting(
    table: Table, data: Data, definitions: Definitions, taken: _Taken
) -> Iterator[tuple[int, Pointer, str, str]]:
    columns = [(i, c) for i, c in enumerate(table.columns) if c.key is not None]
    for at, row in enumerate(data[table.name].rows):
        for i, column in columns:
            start = row_pointer(table, row, column.name)
            for owner, value, pointer in _objects(
                (column.shape, row[i], start), definitions
            ):
                names = taken.get(owner.name, {})
                declared = {field.key for field in owner.fields}
                for key in sorted((names.keys() & value.keys()) - declared):
                    yield at, (*pointer, key), key, names[key]


def _objects(
    part: Part, definitions: Definitions
) -> Iterator[tuple[ObjectShape, JsonObject, Pointer]]:
    for shape, value, pointer in all_parts(part, definitions):
        if isinstance(shape, ObjectShape) and isinstance(value, dict):
            yield shape, value, pointer
