"""Check the catalog, before any row is read."""

from seedc.check.rules.distinct_names import distinct_names
from seedc.check.rules.kept_checks import readable_checks
from seedc.check.rules.usable_names import usable_names
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic


def check_catalog(catalog: Catalog, library: Library) -> list[Diagnostic]:
    """Return what is wrong with a catalog, placed in its schema files."""
    return [
        *usable_names(catalog, library),
        *distinct_names(catalog, library),
        *readable_checks(catalog, library),
    ]
