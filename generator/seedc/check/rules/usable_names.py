"""Every name is one that every target takes."""

import re
from collections.abc import Iterator
from keyword import iskeyword

from seedc.check.names import Use, class_names, column_names, table_names
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic
from seedc.postgres.identifier import MAX_BYTES

_MODULES = frozenset({"index", "brand", "enums", "package", "tsconfig"})
_CLASSES = frozenset({"Base", "Brand"})
# PostgreSQL manual, 5.6 "System Columns".
_SYSTEM = frozenset({"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"})
# SQLite keeps the prefix for itself.
_TABLE = re.compile(r"(?!sqlite_)[^\W\d][\w-]*", re.IGNORECASE)


def usable_names(catalog: Catalog, library: Library) -> Iterator[Diagnostic]:
    """Yield the names of the catalog that are reserved, unfit or too long."""
    for use in table_names(catalog):
        fits = _TABLE.fullmatch(use.name) is not None
        yield from _problems(use, library, _MODULES, "table", fits=fits)
        yield from _too_long(use, library)
    for use in class_names(catalog, library):
        fits = use.name.isidentifier() and not iskeyword(use.name)
        yield from _problems(use, library, _CLASSES, "type", fits=fits)
    for table in catalog.tables:
        for use in column_names(table):
            fits = use.name.isidentifier()
            yield from _problems(use, library, _SYSTEM, "column", fits=fits)
            yield from _too_long(use, library)


_HELP = {
    "table": "give it another `name` in `x-table`",
    "type": "give it another `title`",
    "column": "give it another `name` in `x-column`",
}


def _problems(
    use: Use, library: Library, reserved: frozenset[str], what: str, *, fits: bool
) -> Iterator[Diagnostic]:
    place, hint = use.place(library), _HELP[what]
    if use.name in reserved:
        message = f"`{use.name}` is the name of something that is always there"
        yield Diagnostic("name-collision", message, place, help=hint)
    elif not fits:
        message = f"`{use.name}` cannot be the name of a {what}"
        yield Diagnostic("invalid-schema", message, place, help=hint)


def _too_long(use: Use, library: Library) -> Iterator[Diagnostic]:
    if len(use.name.encode()) > MAX_BYTES:
        message = (
            f"the name `{use.name}` has more than the {MAX_BYTES} bytes of Postgres"
        )
        place = use.place(library)
        yield Diagnostic("name-too-long", message, place)
