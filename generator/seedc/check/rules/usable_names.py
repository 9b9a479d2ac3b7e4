"""Every name is one that every target takes."""

import re
from collections.abc import Iterator
from keyword import iskeyword

from seedc.check.names import (
    Use,
    class_names,
    column_names,
    index_names,
    table_names,
)
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic
from seedc.postgres.identifier import MAX_BYTES

_MODULES = frozenset({"index", "brand", "enums", "package", "tsconfig"})
# "Naming Files, Paths, and Namespaces" of Windows, which cannot have a file `con.ts`.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_CLASSES = frozenset({"base"})
# PostgreSQL manual, 5.6 "System Columns".
_SYSTEM = frozenset({"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"})
# Either database keeps a prefix for itself: a query would find its own table first.
_TABLE = re.compile(r"(?!sqlite_|pg_)[^\W\d][\w-]*", re.IGNORECASE)


def usable_names(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the names of the catalog that are reserved, unfit or too long."""
    for use in table_names(catalog):
        yield from _of_table(use, library)
        yield from _too_long(use, library, "table")
    yield from _of_types(catalog, library)
    for table in catalog.tables:
        for use in column_names(table):
            fits = use.name.isidentifier()
            yield from _problems(use, library, _SYSTEM, "column", fits=fits)
            yield from _too_long(use, library, "column")
        _, *indexes = index_names(table)
        for use in indexes:
            yield from _too_long(use, library, "index")


def _of_table(use: Use, library: Library) -> Iterator[Diagnostic]:
    fits = _TABLE.fullmatch(use.name) is not None
    yield from _problems(use, library, _MODULES | _DEVICES, "table", fits=fits)


def _of_types(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the names of types, but for those that follow from an unfit name."""
    follows = {use for use in table_names(catalog) if [*_of_table(use, library)]}
    places = {(use.path, use.pointer) for use in follows}
    owners: tuple[str, ...] = ()
    for use in class_names(catalog, library):
        fits = use.name.isidentifier() and not iskeyword(use.name)
        if (use.path, use.pointer) in places or use.name.startswith(owners):
            continue
        yield from _problems(use, library, _CLASSES, "type", fits=fits)
        if not fits and use.name:
            owners = (*owners, use.name)


_HELP = {
    "table": "give it another `name` in `x-table`",
    "type": "give it another `title`",
    "column": "give it another `name` in `x-column`",
    "index": "give it another `name`",
}


def _problems(
    use: Use, library: Library, reserved: frozenset[str], what: str, *, fits: bool
) -> Iterator[Diagnostic]:
    place, hint = use.place(library), _HELP[what]
    # What becomes a file is the same in either case on some file systems.
    if use.name.casefold() in reserved:
        message = f"`{use.name}` is the name of something that is always there"
        yield Diagnostic("name-collision", message, place, help=hint)
    elif not use.name:
        message = f"nothing here can be the name of a {what}"
        yield Diagnostic("invalid-schema", message, place, help=hint)
    elif not fits:
        message = f"`{use.name}` cannot be the name of a {what}"
        yield Diagnostic("invalid-schema", message, place, help=hint)


def _too_long(use: Use, library: Library, what: str) -> Iterator[Diagnostic]:
    if len(use.name.encode()) > MAX_BYTES:
        message = (
            f"the name `{use.name}` has more than the {MAX_BYTES} bytes of Postgres"
        )
        place = use.place(library)
        yield Diagnostic("name-too-long", message, place, help=_HELP[what])
