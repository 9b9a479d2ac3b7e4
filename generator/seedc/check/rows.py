"""Check the rows: the laws that look at more than one record."""

from collections.abc import Iterator

from seedc.check.known_keys import KnownKeys
from seedc.check.lifecycle import check_lifecycle
from seedc.check.refused import Refused
from seedc.check.rules.distinct_other_keys import distinct_other_keys
from seedc.check.rules.exact_in_sqlite import exact_in_sqlite
from seedc.check.rules.existing_targets import existing_targets
from seedc.check.rules.indexable_values import indexable_values
from seedc.check.rules.kept_checks import kept_checks
from seedc.check.rules.safe_integers import safe_integers
from seedc.check.rules.unique_keys import unique_keys
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic, Severity
from seedc.model.project import Project
from seedc.model.rows import Data, Sources


def check_rows(
    project: Project, catalog: Catalog, data: Data, sources: Sources
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the rows of all tables, placed in their records."""
    refused = Refused(catalog, sources)
    keys = KnownKeys(catalog, data, sources, refused)
    both = project.severity.get("seed-file-and-folder", Severity.ERROR)
    for table in catalog.tables:
        repeated = unique_keys(table, data, sources, refused)
        yield from (
            p for p in repeated if both is not Severity.ERROR or not _is_of_both(p)
        )
        yield from indexable_values(table, data, sources)
        yield from check_lifecycle(keys, table)
    yield from existing_targets(keys)
    yield from kept_checks(catalog, data, sources, refused)
    yield from safe_integers(catalog, data, sources)
    if project.targets.sqlite:
        yield from exact_in_sqlite(catalog, data, sources)
    if (typescript := project.targets.typescript) is not None:
        yield from distinct_other_keys(catalog, data, sources, typescript)


def _is_of_both(problem: Diagnostic) -> bool:
    """Say whether a key stands in `items.json` and again in a file below `items/`.

    That there are both is told, and most often one is a copy of the other.
    """
    paths = {problem.place.path, *(note.place.path for note in problem.notes)}
    folders = {f"{path.removesuffix('.json')}/" for path in paths}
    return any(path.startswith(folder) for path in paths for folder in folders)
