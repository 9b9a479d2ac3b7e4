"""No two things meet under one name in any target.

A name that the compiler made is never changed to keep it apart from another: what
uses it would change with the next table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.json_value import Pointer
from seedc.model.shape import (
    EnumShape,
    ObjectShape,
    Shape,
    UnionShape,
    parts_of,
)
from seedc.model.source import Place
from seedc.model.table import Table
from seedc.postgres.identifier import MAX_BYTES
from seedc.text.json_place import schema_value
from seedc.text.names import pascal_case

_MODULES = frozenset({"index", "brand", "enums", "package", "tsconfig"})
_CLASSES = frozenset({"Base", "Brand"})


@final
@dataclass(frozen=True, slots=True)
class _Use:
    """A name and the place in a schema that it comes from."""

    name: str
    path: str
    pointer: Pointer


def distinct_names(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the names of the catalog that meet, are reserved or are too long."""
    tables = [_Use(t.name, t.schema_path, _pointer(t)) for t in catalog.tables]
    yield from _clashes(tables, "tables", library, fold=True)
    yield from _reserved(tables, _MODULES, library)
    classes = [*_class_names(catalog)]
    yield from _clashes(classes, "types in code", library, fold=True)
    yield from _reserved(classes, _CLASSES, library)
    for table in catalog.tables:
        columns = [_Use(c.name, table.schema_path, c.pointer) for c in table.columns]
        yield from _clashes(columns, f"columns of `{table.name}`", library, fold=True)
        yield from _too_long(
            [*columns, _Use(table.name, table.schema_path, ())], library
        )


def _pointer(table: Table) -> Pointer:
    return ("properties", table.parent.key) if table.parent else ("x-table",)


def _class_names(catalog: Catalog) -> Iterator[_Use]:
    for table in catalog.tables:
        yield _Use(table.class_name, table.schema_path, _pointer(table))
        for column in table.columns:
            for name in _named(column.shape):
                yield _Use(name, table.schema_path, column.pointer)
    for definition in catalog.definitions:
        for name in _named(definition):
            yield _Use(name, "", (name,))


def _named(shape: Shape) -> Iterator[str]:
    if isinstance(shape, EnumShape | ObjectShape | UnionShape):
        yield shape.name
    for part in parts_of(shape):
        yield from _named(part)


def _clashes(
    uses: list[_Use], what: str, library: Library, *, fold: bool
) -> Iterator[Diagnostic]:
    first: dict[str, _Use] = {}
    for use in uses:
        # Some file systems and people do not tell `Item` from `item`.
        key = use.name.casefold() if fold else use.name
        other = first.setdefault(key, use)
        if other is use:
            continue
        yield Diagnostic(
            "name-collision",
            f"two {what} are named `{use.name}`",
            _place(use, library),
            notes=(Note("the other one", _place(other, library)),),
            help="rename one: `title`, or `name` in `x-table` or `x-column`",
        )


def _reserved(
    uses: list[_Use], names: frozenset[str], library: Library
) -> Iterator[Diagnostic]:
    for use in uses:
        if use.name in names:
            message = f"`{use.name}` is the name of something that every build makes"
            yield Diagnostic("name-collision", message, _place(use, library))


def _too_long(uses: list[_Use], library: Library) -> Iterator[Diagnostic]:
    for use in uses:
        if len(use.name.encode()) > MAX_BYTES:
            message = (
                f"the name `{use.name}` has more than the {MAX_BYTES} bytes of Postgres"
            )
            yield Diagnostic("name-too-long", message, _place(use, library))


def _place(use: _Use, library: Library) -> Place:
    if use.path:
        return schema_value(library[use.path], use.pointer)
    # A definition: wherever a file declares it under its name.
    for _, document in sorted(library.items()):
        definitions = document.value.get("$defs")
        for key in definitions if isinstance(definitions, dict) else ():
            if pascal_case(key) in use.name:
                return schema_value(document, ("$defs", key))
    return Place("")
