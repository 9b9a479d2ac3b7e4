"""Check the schema files: the laws that need no data."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import final

from seedc.check.effects import effects_of
from seedc.check.patterns import are_usable
from seedc.check.reach import reached_by_tables
from seedc.check.rules.applicable_keywords import applicable_keywords
from seedc.check.rules.bounded_schemas import bounded_schemas
from seedc.check.rules.checked_references import checked_references
from seedc.check.rules.effective_keywords import effective_keywords
from seedc.check.rules.known_column_types import known_column_types
from seedc.check.rules.known_columns import known_columns
from seedc.check.rules.known_keywords import known_keywords
from seedc.check.rules.known_required import known_required
from seedc.check.rules.known_targets import Target, known_targets, target_of
from seedc.check.rules.named_recursion import named_recursion
from seedc.check.rules.no_secrets import no_secrets_in_schemas
from seedc.check.rules.portable_patterns import portable_patterns
from seedc.check.rules.possible_members import possible_members
from seedc.check.rules.possible_ranges import possible_ranges
from seedc.check.rules.possible_shapes import possible_shapes
from seedc.check.rules.readable_sql import readable_sql
from seedc.check.rules.resolved_references import resolved_references
from seedc.check.rules.used_definitions import used_definitions
from seedc.check.rules.valid_examples import valid_examples
from seedc.check.rules.whole_records import whole_records
from seedc.check.written import Written
from seedc.dialect.names import table_name
from seedc.dialect.node import Library, file_of, root_node
from seedc.dialect.view import View, view
from seedc.dialect.walk import schemas_below
from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument


@final
@dataclass(frozen=True, slots=True)
class Schemas:
    """Schema files that were checked.

    Attributes:
        sound: Those that can be lowered.
        problems: What is wrong with them and with the others.
    """

    sound: Library
    problems: tuple[Diagnostic, ...]


def check_schemas(
    library: Library, unreadable: frozenset[str], seeded: frozenset[str]
) -> Schemas:
    """Check schema files.

    A file is checked for what it says only once its keywords are right and its
    references lead somewhere, so that one mistake is one problem.

    Args:
        library: The schema files.
        unreadable: Stems of those that could not be read; a reference to such a
            table may be right.
        seeded: Stems of those that have seeds.
    """
    found = {path: list(known_keywords(d)) for path, d in library.items()}
    broken = {p for p, problems in found.items() if problems}
    broken |= _paths(unreadable, library) - library.keys()
    for path, document in _sound(library, found).items():
        found[path] += resolved_references(document, library, broken)
    sound = _sound_whole(library, found, broken)
    written = Written(sound)
    for path, document in sound.items():
        found[path] += bounded_schemas(document, sound, written)
    bounded = _sound_whole(sound, found)
    for path, document in bounded.items():
        found[path] += named_recursion(document, bounded, written)
    finite = _sound_whole(bounded, found)
    for path, document in finite.items():
        found[path] += _columns(document, finite)
    for path, problem in known_required(finite):
        found[path].append(problem)
    sound = _sound(finite, found)
    tables = _tables(sound, finite)
    unsound = {path: d for path, d in library.items() if path not in sound}
    # Of a table that has seeds, the schema may be what is missing.
    lost = seeded - tables.keys() - {document.stem for document in library.values()}
    hidden = (_names(unsound) | unreadable | lost) - tables.keys()
    for path, document in finite.items():
        found[path] += known_targets(document, finite, tables, hidden)
    lowered = _lowerable(_sound_whole(library, found, broken))
    whole = not unreadable | lost and finite.keys() == library.keys()
    remarks = _remarks(finite, seeded) if whole else _remarks_of_each(finite)
    secrets = no_secrets_in_schemas(library.values())
    problems = (*(p for ps in found.values() for p in ps), *remarks, *secrets)
    return Schemas(lowered, problems)


Found = Mapping[str, list[Diagnostic]]


def _sound(library: Library, found: Found) -> Library:
    return {path: d for path, d in library.items() if not found[path]}


def _lowerable(library: Library) -> Library:
    return _without(library, {p for p, d in library.items() if not are_usable(d)})


def _paths(stems: Iterable[str], library: Library) -> set[str]:
    folders = {path.rpartition("/")[0] for path in library}
    return {f"{folder}/{stem}.schema.json" for folder in folders for stem in stems}


def _sound_whole(library: Library, found: Found, broken: Iterable[str] = ()) -> Library:
    faulty = {path for path, problems in found.items() if problems}
    return _without(library, faulty.union(broken))


def _without(library: Library, broken: set[str]) -> Library:
    """Return the library without the broken files and all that `$ref` them."""
    if not broken:
        return library
    needs = {path: _needed(document) for path, document in library.items()}
    while more := {p for p, n in needs.items() if p not in broken and n & broken}:
        broken = broken | more
    return {path: d for path, d in library.items() if path not in broken}


def _columns(document: SchemaDocument, library: Library) -> Iterator[Diagnostic]:
    yield from possible_ranges(document, library)
    yield from possible_shapes(document, library)
    yield from possible_members(document, library)
    yield from checked_references(document, library)
    yield from known_column_types(document, library)
    yield from readable_sql(document, library)
    if "x-table" in document.value:
        yield from whole_records(document, library)
        yield from known_columns(document, library)


def _remarks(library: Library, seeded: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong and yet does not keep a file from being lowered.

    What nothing refers to can be told only where every file is in sight.
    """
    reached, effects = reached_by_tables(library), effects_of(library)
    for document in library.values():
        yield from effective_keywords(document, library, effects, reached)
    yield from used_definitions(library, reached, seeded)
    yield from _remarks_of_each(library)


def _remarks_of_each(library: Library) -> Iterator[Diagnostic]:
    for document in library.values():
        yield from portable_patterns(document)
        yield from applicable_keywords(document, library)
        yield from valid_examples(document, library)


def _names(library: Library) -> frozenset[str]:
    """Return the names that broken schemas may give tables."""
    roots = [root_node(document) for document in library.values()]
    return frozenset(table_name(View(library, (root,))) for root in roots)


def _tables(sound: Library, library: Library) -> dict[str, Target]:
    roots = [root_node(document) for document in sound.values()]
    views = [view(library, root) for root in roots if "x-table" in root.value]
    return {table_name(schema): target_of(schema) for schema in views}


def _needed(document: SchemaDocument) -> set[str]:
    below = schemas_below(root_node(document))
    return {path for node in below if (path := file_of(node)) is not None}
