"""The project file gives options only to tables that exist."""

from collections.abc import Iterator

from seedc.dialect.names import table_name
from seedc.dialect.node import Library, root_node
from seedc.dialect.view import View
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project
from seedc.text.near import did_you_mean, one_of


def known_tables(
    project: Project, library: Library, hidden: frozenset[str]
) -> Iterator[Diagnostic]:
    """Yield the tables `[tables.<name>]` that no schema makes.

    Args:
        project: The project.
        library: The schema files, also those with problems.
        hidden: Stems of schema files that have problems of their own, or are missing.
    """
    roots = [root_node(document) for document in library.values()]
    tables = {table_name(View(library, (r,))) for r in roots if "x-table" in r.value}
    for name, place in project.tables.items():
        if name not in tables | hidden:
            hint = did_you_mean(name, tables) or f"tables: {one_of(sorted(tables))}"
            yield Diagnostic(
                "unknown-key", f"there is no table `{name}`", place, help=hint
            )
