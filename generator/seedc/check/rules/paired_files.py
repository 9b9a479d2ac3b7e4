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
from seedc.text.near import did_you_mean, nearest


def paired_files(
    library: Library,
    seeds: Sequence[SeedFile],
    unreadable: frozenset[str],
    passed_over: Sequence[Place] = (),
) -> Iterator[Diagnostic]:
    """Yield the seeds without a schema and the schemas without a seed.

    Where one of each is the same but for a typo, or where a file of the right name is
    not read, that is one problem, and the other half is a note.

    Args:
        library: The schema files.
        seeds: The seed files.
        unreadable: Stems of the schema files that have problems of their own; their
            seeds are not to blame.
        passed_over: The files among the sources that are not read.
    """
    tables = dict(_tables(library))
    names = {*tables, *(file_stem(schema.node) for schema in tables.values())}
    names |= unreadable
    seeded = {seed.table for seed in seeds}
    lost = {
        name: schema
        for name, schema in tables.items()
        if not seeded & {name, file_stem(schema.node)}
    }
    strays = {s.table: s for s in reversed(seeds) if s.table not in names}
    by_name = {n: name for name in lost for n in (name, file_stem(lost[name].node))}
    meant = {table: by_name.get(nearest(table, by_name) or "") for table in strays}
    for table, seed in sorted(strays.items()):
        twin = lost.get(meant[table] or "")
        yield _no_schema(seed, library, names, twin, passed_over)
    for name, schema in lost.items():
        if name not in meant.values():
            yield _no_seed(name, schema, passed_over)
    yield from [*_twins(library)] or _crossed(library)


def _tables(library: Library) -> Iterator[tuple[str, View]]:
    for _, document in sorted(library.items()):
        if "x-table" in document.value:
            schema = view(library, root_node(document))
            yield table_name(schema), schema


def _no_schema(
    seed: SeedFile,
    library: Library,
    names: set[str],
    twin: View | None,
    passed_over: Sequence[Place],
) -> Diagnostic:
    message = f"there is no schema for the table `{seed.table}`"
    hint = did_you_mean(seed.table, names)
    notes: tuple[Note, ...] = ()
    plain = {file_stem(root_node(d)): p for p, d in library.items()}
    if seed.table in plain:
        hint = f'add "x-table": {{}} to {plain[seed.table]}'
        message = f"the schema of `{seed.table}` declares no table"
    elif twin is not None:
        notes = (Note("this table has no seed file", _place(twin, ("x-table",))),)
    elif unread := _unread({seed.table}, seed.path, passed_over):
        hint, notes = f"name it `{seed.table}.schema.json`", unread
    return Diagnostic(
        "seed-without-schema", message, Place(seed.path), notes=notes, help=hint
    )


def _no_seed(name: str, schema: View, passed_over: Sequence[Place]) -> Diagnostic:
    hint = f'add a file `{name}.json` with `"data": []` to the seeds'
    names = {name, file_stem(schema.node)}
    notes = _unread(names, schema.node.path, passed_over)
    return Diagnostic(
        "schema-without-seed",
        f"the table `{name}` has no seed file",
        _place(schema, ("x-table",)),
        notes=notes,
        help=f"name it `{name}.json`" if notes else hint,
    )


def _unread(
    names: set[str], counterpart: str, passed_over: Sequence[Place]
) -> tuple[Note, ...]:
    """Return a note about the first file that has the name and another ending."""
    folder = counterpart.rpartition("/")[0]
    for place in passed_over:
        there, _, file = place.path.rpartition("/")
        if there != folder and file.split(".")[0] in names:
            return (Note("this file is not read", place),)
    return ()


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
