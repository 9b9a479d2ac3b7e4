"""Check the catalog, before any row is read."""

from seedc.check.rules.comparable_keys import comparable_keys
from seedc.check.rules.distinct_names import distinct_names
from seedc.check.rules.fitting_defaults import fitting_defaults
from seedc.check.rules.kept_checks import readable_checks
from seedc.check.rules.usable_indexes import usable_indexes
from seedc.check.rules.usable_names import usable_names
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic


def check_catalog(catalog: Catalog, library: Library) -> list[Diagnostic]:
    """Return what is wrong with a catalog, placed in its schema files.

    The other laws find columns by their names: they wait until these are distinct.
    """
    unfit = [*usable_names(catalog, library)]
    if twofold := distinct_names(catalog, library):
        return [*unfit, *twofold]
    return [
        *unfit,
        *comparable_keys(catalog, library),
        *usable_indexes(catalog, library),
        *fitting_defaults(catalog, library),
        *readable_checks(catalog, library),
    ]
