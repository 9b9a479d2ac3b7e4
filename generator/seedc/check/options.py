"""Check what a project wants otherwise in the targets that are code."""

from collections.abc import Iterator

from seedc.check.choices import choices_of, properties_by_type
from seedc.check.rules.distinct_choices import distinct_choices
from seedc.check.rules.distinct_exports import distinct_exports
from seedc.check.rules.distinct_members import distinct_members
from seedc.check.rules.distinct_values import distinct_values
from seedc.check.rules.known_choices import known_choices
from seedc.check.rules.steady_discriminators import steady_discriminators
from seedc.check.rules.usable_choices import usable_choices
from seedc.dialect.node import Library
from seedc.model.catalog import Catalog
from seedc.model.diagnostic import Diagnostic
from seedc.model.project import Project


def check_options(
    project: Project, catalog: Catalog, library: Library
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the options `names`, `types` and `case` of targets.

    Args:
        project: The project.
        catalog: Its catalog, complete and without problems.
        library: Its schema files.
    """
    found = [*_problems(project, catalog, library)]
    yield from found
    # What follows from names waits until these are right.
    if found:
        return
    for choices in choices_of(project):
        yield from steady_discriminators(choices, catalog)
    if (python := project.targets.python) is not None:
        yield from distinct_members(catalog, library, python.names)
        yield from distinct_values(catalog, library)
    if (typescript := project.targets.typescript) is not None:
        yield from distinct_exports(catalog, library, typescript)


def _problems(
    project: Project, catalog: Catalog, library: Library
) -> Iterator[Diagnostic]:
    for choices in choices_of(project):
        properties = properties_by_type(catalog)
        yield from known_choices(choices, properties)
        yield from usable_choices(choices)
        yield from distinct_choices(choices, catalog, library)
