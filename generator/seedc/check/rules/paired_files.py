"""Every table has a schema and a seed file, and no two schemas make one table."""

from collections.abc import Iterator, Sequence

from seedc.dialect.names import (
    child_table_name,
    file_stem,
    is_stored_as_rows,
    table_name,
)
from seedc.dialect.node import Library, root_node
from seedc.dialect.view import View, view
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.document import SeedFile
from seedc.model.json_value import Pointer
from seedc.model.source import Place
from seedc.text.json_place import schema_key
from seedc.text.near import did_you_mean


def paired_files(
    library: Library, seeds: Sequence[SeedFile], unreadable: frozenset[str]
) -> Iterator[Diagnostic]:
    """Yield the seeds without a schema and the schemas without a seed.

    Args:
        library: The schema files.
        seeds: The seed files.
        unreadable: Stems of the schema files that could not be read; their seeds
            are not to blame.
    """
    listed = list(_tables(library))
    tables = dict(listed)
    stems = {file_stem(schema.node): name for name, schema in listed}
    names = {*tables, *stems} | unreadable
    for seed in seeds:
        if seed.table not in names:
            yield _no_schema(seed, library, names)
    seeded = {seed.table for seed in seeds}
    for name, schema in tables.items():
        if name not in seeded and file_stem(schema.node) not in seeded:
            yield _no_seed(name, schema)
    yield from [*_twins(library)] or _crossed(library)


def _tables(library: Library) -> Iterator[tuple[str, View]]:
    for _, document in sorted(library.items()):
        if "x-table" in document.value:
            schema = view(library, root_node(document))
            yield table_name(schema), schema


def _no_schema(seed: SeedFile, library: Library, names: set[str]) -> Diagnostic:
    path = seed.path
    plain = {file_stem(root_node(d)): p for p, d in library.items()}
    if seed.table in plain:
        hint: str | None = f'add "x-table": {{}} to {plain[seed.table]}'
        message = f"the schema of `{seed.table}` declares no table"
    else:
        hint = did_you_mean(seed.table, names)
        message = f"there is no schema for the table `{seed.table}`"
    return Diagnostic("seed-without-schema", message, Place(path), help=hint)


def _no_seed(name: str, schema: View) -> Diagnostic:
    return Diagnostic(
        "schema-without-seed",
        f"the table `{name}` has no seed file",
        _place(schema, ("x-table",)),
        help=f'add a file `{name}.json` with `"data": []` to the seeds',
    )


def _twins(library: Library) -> Iterator[Diagnostic]:
    first: dict[str, Place] = {}
    for name, schema in _tables(library):
        for own, place in ((name, _place(schema, ("x-table",))), *_lists(name, schema)):
            if own in first:
                yield Diagnostic(
                    "name-collision",
                    f"two tables are named `{own}`",
                    place,
                    notes=(Note("the other one", first[own]),),
                    help="give one of them another `name` in `x-table` or `x-column`",
                )
            first.setdefault(own, place)


def _crossed(library: Library) -> Iterator[Diagnostic]:
    """Yield the names that are those of another table's schema file."""
    stems = {file_stem(schema.node): schema for _, schema in _tables(library)}
    for name, schema in _tables(library):
        if name != file_stem(schema.node) and name in stems:
            there = _place(stems[name], ("x-table",))
            yield Diagnostic(
                "name-collision",
                f"the seeds of `{name}` could be those of two schemas",
                _place(schema, ("x-table", "name")),
                notes=(Note("the other one", there),),
                help="give it another `name` in `x-table`",
            )


def _lists(parent: str, schema: View) -> Iterator[tuple[str, Place]]:
    for key, member in schema.properties().items():
        if is_stored_as_rows(member):
            place = _place(schema, ("properties", key))
            yield child_table_name(parent, key, member), place


def _place(schema: View, pointer: Pointer) -> Place:
    return schema_key(schema.library[schema.node.path], pointer)
