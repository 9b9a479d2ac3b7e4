"""Every definition is used by the schema of a table, by whatever way.

What nothing uses is checked by nobody, and often stands beside its own successor. Of
definitions that only unused ones use, the first is told: with it the others go.
"""

from collections.abc import Iterator, Sequence

from seedc.check.reach import Mark, is_defined_in, mark, reached_from
from seedc.dialect.names import file_stem
from seedc.dialect.node import Library, Node, root_node
from seedc.dialect.walk import schemas_below, schemas_inside
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.text.json_place import schema_key, schema_value


def used_definitions(
    library: Library, reached: frozenset[Mark], seeded: frozenset[str]
) -> Iterator[Diagnostic]:
    """Yield the definitions that no table refers to.

    Args:
        library: The schema files.
        reached: The schemas that tables lead to.
        seeded: Stems of the files that have seeds, and so were to make tables.
    """
    within = {(p, steps[:i]) for p, steps in reached for i in range(len(steps) + 1)}
    unused = [n for n in _defined(library) if mark(n) not in within]
    for node in _first(library, unused):
        if file_stem(node) in seeded and "x-table" not in library[node.path].value:
            continue
        document = library[node.path]
        what = f"`{node.pointer[-1]}`" if node.pointer else "this file"
        place = schema_key if node.pointer else schema_value
        yield Diagnostic(
            "unused-definition",
            f"no table refers to {what}",
            place(document, node.pointer),
            help="remove it" if node.pointer else 'remove it, or add "x-table": {}',
            severity=Severity.WARNING,
        )


def _defined(library: Library) -> Iterator[Node]:
    """Yield files without a table, and definitions; of two in one another the outer."""
    for _, document in sorted(library.items()):
        root = root_node(document)
        if "x-table" not in root.value:
            yield root
        for node in schemas_below(root):
            yield from (n for n in schemas_inside(node) if is_defined_in(node, n))


def _first(library: Library, unused: Sequence[Node]) -> Iterator[Node]:
    """Yield those that no other leads to; of a circle its first."""
    led: set[Mark] = set()
    told: list[Node] = []
    for node in unused:
        if mark(node) not in led:
            inside = [node, *([] if node.pointer else schemas_below(node))]
            there = reached_from(library, inside) - {mark(node)}
            told = [n for n in told if mark(n) not in there]
            told.append(node)
            led |= there
    yield from told
