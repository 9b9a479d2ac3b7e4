"""No two things meet under one name in any target.

A name that the compiler made is never changed to keep it apart from another: what
uses it would change with the next table.
"""

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from seedc.check.names import (
    Use,
    attribute_names,
    class_names,
    column_names,
    constraint_names,
    enum_class_names,
    index_names,
    table_names,
)
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Note
from seedc.model.table import Table

_TABLE = "rename one: `name` in its `x-table`"
_COLUMN = "rename one: `name` in its `x-column`"
_TYPE = (
    "rename one: records and alternatives by `title`, others by their key in `$defs`"
)


def distinct_names(catalog: Catalog, library: Library) -> list[Diagnostic]:
    """Return the names of the catalog that meet, each pair once."""
    indexes = [use for table in catalog.tables for use in index_names(table)]
    types = [*_clashes(class_names(catalog, library), "types in code", library, _TYPE)]
    enums = _clashes(enum_class_names(catalog, library), "enumerations", library, _TYPE)
    found = [
        *_clashes(table_names(catalog), "tables", library, _TABLE),
        *(types or enums),
        *_clashes(
            indexes,
            "tables or indexes",
            library,
            "remove one, or give an index a `name`",
        ),
    ]
    for table in catalog.tables:
        found += _in_table(table, library)
    # Two tables of one name also make two types of one name, and so on.
    pairs = {(p.place, p.notes[0].place): p for p in reversed(found)}
    return [*reversed(pairs.values())]


def _in_table(table: Table, library: Library) -> list[Diagnostic]:
    """Return the columns that meet; if none do, the constraints, named after them."""
    columns, constraints = f"columns of `{table.name}`", f"checks of `{table.name}`"
    found = [
        *_clashes(column_names(table), columns, library, _COLUMN),
        *_clashes(attribute_names(table), columns, library, _COLUMN),
    ]
    hint = "rename the check"
    return found or [*_clashes(constraint_names(table), constraints, library, hint)]


def _clashes(
    uses: Iterable[Use], what: str, library: Library, hint: str
) -> Iterator[Diagnostic]:
    first: dict[str, Use] = {}
    owners: dict[tuple[str, str], tuple[str, ...]] = {}
    for use in uses:
        other = first.setdefault(folded(use.name), use)
        if other is use or not use.name:
            continue
        # What two files name after two things that meet does so for no other reason.
        files = (other.path, use.path)
        met = owners.get(files, ()) if other.path != use.path else ()
        owners[files] = (*met, use.name)
        if not use.name.startswith(met):
            yield Diagnostic(
                "name-collision",
                f"two {what} are named `{use.name}`",
                use.place(library),
                notes=(Note("the other one", other.place(library)),),
                help=hint,
            )


def folded(name: str) -> str:
    """Return what names have in common that nobody should have to tell apart."""
    # Some file systems and people do not tell `Item` from `item`, and Python takes
    # letters that only look different for the same (PEP 3131).
    return normalize("NFKC", name).casefold()
