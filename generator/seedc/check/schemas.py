"""Check the schema files: the laws that need no data."""

from collections.abc import Iterator, Mapping

from seedc.check.rules.bounded_schemas import bounded_schemas
from seedc.check.rules.checked_references import checked_references
from seedc.check.rules.effective_keywords import effective_keywords
from seedc.check.rules.known_column_types import known_column_types
from seedc.check.rules.known_columns import known_columns
from seedc.check.rules.known_keywords import known_keywords
from seedc.check.rules.known_required import known_required
from seedc.check.rules.known_targets import known_targets
from seedc.check.rules.named_recursion import named_recursion
from seedc.check.rules.readable_sql import readable_sql
from seedc.check.rules.resolved_references import resolved_references
from seedc.check.rules.whole_records import whole_records
from seedc.check.written import Written
from seedc.dialect.names import table_name
from seedc.dialect.node import Library, root_node, target
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument


def check_schemas(
    library: Library, unreadable: frozenset[str] = frozenset()
) -> dict[str, list[Diagnostic]]:
    """Return what is wrong with each schema file, by path.

    A file is checked for what it says only once its keywords are right and its
    references lead somewhere, so that one mistake is one problem.

    Args:
        library: The schema files.
        unreadable: Stems of those that could not be read; a reference to such a
            table may be right.
    """
    found = {path: list(known_keywords(d)) for path, d in library.items()}
    for path, document in _sound(library, found).items():
        found[path] += resolved_references(document, library)
    sound = _sound_whole(library, found)
    written = Written(sound)
    for path, document in sound.items():
        found[path] += bounded_schemas(document, sound, written)
    bounded = _sound_whole(sound, found)
    for path, document in bounded.items():
        found[path] += named_recursion(document, bounded, written)
    finite = _sound_whole(bounded, found)
    for path, document in finite.items():
        found[path] += _columns(document, finite)
    sound = _sound(finite, found)
    tables = _tables(sound)
    broken = {path: d for path, d in library.items() if path not in sound}
    hidden = (_names(broken) | unreadable) - tables.keys()
    for path, document in finite.items():
        found[path] += known_targets(document, finite, tables, hidden)
    return found


Found = Mapping[str, list[Diagnostic]]


def _sound(library: Library, found: Found) -> Library:
    return {path: d for path, d in library.items() if not found[path]}


def _sound_whole(library: Library, found: Found) -> Library:
    return without(library, {path for path, problems in found.items() if problems})


def without(library: Library, broken: set[str]) -> Library:
    """Return the library without the broken files and all that `$ref` them."""
    broken = set(broken)
    needs = {path: _needed(document, library) for path, document in library.items()}
    while more := {p for p, n in needs.items() if p not in broken and n & broken}:
        broken |= more
    return {path: d for path, d in library.items() if path not in broken}


def _columns(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    yield from known_required(document, library)
    yield from checked_references(document, library)
    yield from known_column_types(document, library)
    yield from readable_sql(document, library)
    if "x-table" in document.value:
        yield from whole_records(document, library)
        yield from effective_keywords(document, library)
        yield from known_columns(document, library)


def _names(library: Library) -> frozenset[str]:
    """Return the names that broken schemas may give tables."""
    roots = [root_node(document) for document in library.values()]
    return frozenset(table_name(View(library, (root,))) for root in roots)


def _tables(library: Library) -> dict[str, View]:
    roots = [root_node(document) for document in library.values()]
    views = [view(library, root) for root in roots if "x-table" in root.value]
    return {table_name(schema): schema for schema in views}


def _needed(document: SchemaDocument, library: Library) -> set[str]:
    below = schemas_below(root_node(document))
    return {leads.path for node in below if (leads := target(library, node))}
