"""Check the schema files: the laws that need no data."""

from collections.abc import Iterator, Mapping

from seedc.check.rules.known_column_types import known_column_types
from seedc.check.rules.known_columns import known_columns
from seedc.check.rules.known_keywords import known_keywords
from seedc.check.rules.known_targets import known_targets
from seedc.check.rules.named_recursion import named_recursion
from seedc.check.rules.resolved_references import resolved_references
from seedc.dialect.names import table_name
from seedc.dialect.node import Library, Node, root_node, target
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument


def check_schemas(library: Library) -> dict[str, list[Diagnostic]]:
    """Return what is wrong with each schema file, by path.

    A file is checked for what it says only once its keywords are right and its
    references lead somewhere, so that one mistake is one problem.
    """
    found = {path: list(known_keywords(d)) for path, d in library.items()}
    spelt = {path: d for path, d in library.items() if not found[path]}
    for path, document in spelt.items():
        found[path] += resolved_references(document, library)
    sound = without(library, {path for path, problems in found.items() if problems})
    for path, document in sound.items():
        found[path] += named_recursion(document, sound)
    finite = without(sound, {path for path, problems in found.items() if problems})
    tables = _tables(finite)
    for path, document in finite.items():
        found[path] += _meaning(document, finite, tables, library)
    return found


def without(library: Library, broken: set[str]) -> Library:
    """Return the library without the broken files and all that needs them."""
    broken = set(broken)
    needs = {path: _needed(document, library) for path, document in library.items()}
    while more := {p for p, n in needs.items() if p not in broken and n & broken}:
        broken |= more
    return {path: d for path, d in library.items() if path not in broken}


def _meaning(
    document: SchemaDocument,
    library: Library,
    tables: Mapping[str, View],
    everything: Library,
) -> Iterator[Diagnostic]:
    yield from known_column_types(document, library)
    if "x-table" in document.value:
        yield from known_columns(document, library)
    hidden = _hidden_tables(library, everything)
    yield from known_targets(document, library, tables, hidden)


def _hidden_tables(library: Library, everything: Library) -> frozenset[str]:
    """Return the tables whose schemas are broken; a reference to them may be right."""
    hidden = everything.keys() - library.keys()
    roots = [root_node(everything[path]) for path in hidden]
    return frozenset(table_name(View(everything, (root,))) for root in roots)


def _tables(library: Library) -> dict[str, View]:
    roots = [root_node(document) for document in library.values()]
    views = [view(library, root) for root in roots if "x-table" in root.value]
    return {table_name(schema): schema for schema in views}


def _needed(document: SchemaDocument, library: Library) -> set[str]:
    by_table = {
        table_name(View(library, (root_node(d),))): path for path, d in library.items()
    }
    found: set[str] = set()
    for node in schemas_below(root_node(document)):
        leads = target(library, node)
        found |= {leads.path} if leads else set()
        found |= {by_table[t] for t in _tables_named(node) if t in by_table}
    return found


def _tables_named(node: Node) -> Iterator[str]:
    references = node.value.get("x-references")
    if isinstance(references, str):
        yield references.partition(".")[0]
    extension = node.value.get("x-table")
    keys = extension.get("foreignKeys") if isinstance(extension, dict) else None
    for key in keys if isinstance(keys, list) else []:
        match key:
            case {"references": {"table": str() as table}}:
                yield table
            case _:
                continue
