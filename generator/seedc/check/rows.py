"""Check the rows: the laws that look at more than one record."""

from collections.abc import Iterator

from seedc.check.rules.existing_targets import existing_targets
from seedc.check.rules.indexable_values import indexable_values
from seedc.check.rules.kept_checks import kept_checks
from seedc.check.rules.unique_keys import unique_keys
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic
from seedc.model.rows import Data, Sources


def check_rows(catalog: Catalog, data: Data, sources: Sources) -> Iterator[Diagnostic]:
    """Yield what is wrong with the rows of all tables, placed in their records."""
    for table in catalog.tables:
        yield from unique_keys(table, data, sources)
        yield from indexable_values(table, data, sources)
    yield from existing_targets(catalog, data, sources)
    yield from kept_checks(catalog, data, sources)
