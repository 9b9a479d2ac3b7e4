"""No two exports of the TypeScript package meet.

From `Enemy` follow `EnemyId`, `EnemyKey` and the arrays of enumerations' values, from
the table `enemies` the names of its rows. None is changed to keep it apart from
another, since what uses it would change with the next table. That types do not meet
is the law of `distinct_names`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import final

from seedc.check.names import Use, class_names
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.members import client_shapes
from seedc.model.project import TypescriptOptions
from seedc.model.record import key_column, public_tables
from seedc.model.shape import EnumShape, NumberShape, StringShape
from seedc.model.table import Table
from seedc.text.member_names import member_names
from seedc.text.typescript_names import (
    id_name,
    index_name,
    keys_name,
    rows_name,
    values_name,
)

_RENAME = (
    "rename one: a type by `title` or `names` in `[targets.typescript]`,"
    " a table by `name` in `x-table`"
)


@final
@dataclass(frozen=True, slots=True)
class _Export:
    """A name that the package exports.

    Attributes:
        name: It.
        what: What it names, in words.
        type: The type that it follows from, by the name that seedc gives it.
    """

    name: str
    what: str
    type: str


def distinct_exports(
    catalog: Catalog, library: Library, options: TypescriptOptions
) -> list[Diagnostic]:
    """Return the exports that meet: of two types or tables, the first.

    Args:
        catalog: The catalog, whose types are distinct.
        library: Its schema files.
        options: What differs in TypeScript.
    """
    first: dict[str, _Export] = {}
    found: dict[tuple[str, str], tuple[_Export, _Export]] = {}
    for export in _exports(catalog, options):
        other = first.setdefault(export.name, export)
        if other is not export:
            found.setdefault((export.type, other.type), (export, other))
    if not found:
        return []
    uses = {use.name: use for use in reversed([*class_names(catalog, library)])}
    return [_problem(*pair, uses, library) for pair in found.values()]


def _problem(
    export: _Export, other: _Export, uses: Mapping[str, Use], library: Library
) -> Diagnostic:
    return Diagnostic(
        "name-collision",
        f"{export.what} and {other.what} are both named `{export.name}` in TypeScript",
        uses[export.type].place(library),
        notes=(Note("the other one", uses[other.type].place(library)),),
        help=_RENAME,
    )


def _exports(catalog: Catalog, options: TypescriptOptions) -> Iterator[_Export]:
    members = member_names(catalog, options)
    shapes = {shape.name: shape for shape in client_shapes(catalog)}
    for name in dict.fromkeys((*members, *shapes)):
        own = options.names.get(name, name)
        yield _Export(own, f"the type `{own}`", name)
        if isinstance(shapes.get(name), EnumShape):
            yield _Export(values_name(own), f"the values of `{own}`", name)
    for table in public_tables(catalog):
        owner = table.class_name
        for name, what in _of_table(table, members[owner], options):
            yield _Export(name, f"{what} of `{table.name}`", owner)


def _of_table(
    table: Table, members: Mapping[str, str], options: TypescriptOptions
) -> Iterator[tuple[str, str]]:
    """Yield what a table exports beside its record, and what that is in words."""
    rows = rows_name(table.name)
    has_data = options.table_data.get(table.name, options.data) == "js"
    if has_data:
        yield rows, "the rows"
    column = key_column(table)
    if column is None or column.key is None:
        return
    owner = options.names.get(table.class_name, table.class_name)
    key = members[column.key]
    chosen = f"{table.class_name}.{column.key}" in options.types
    if isinstance(column.shape, StringShape | NumberShape) and not chosen:
        yield id_name(owner, key), "the ids"
    if has_data:
        yield index_name(rows, key), "the map"
        yield f"{rows}ByKey", "the record"
        yield keys_name(owner, key), "the keys"
