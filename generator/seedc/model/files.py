"""The source files of a project, as far as they could be found and read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import final

from seedc.model.diagnostic import Diagnostic
from seedc.model.document import SchemaDocument, SeedFile
from seedc.model.rule import Rule
from seedc.model.templates import Templates

_SCHEMA = ".schema.json"


@final
@dataclass(frozen=True, slots=True)
class Files:
    """The schemas and rules of a project, read, and its seed files, found.

    Attributes:
        schemas: The schema files by path.
        seeds: The seed files, by table and path.
        rules: The rules by name.
        templates: The templates of the project's own.
        unread_schemas: What is wrong with the other files among the schemas.
        unread_seeds: Likewise among the seeds.
        unread_rules: Likewise among the rules.
        unread_templates: Likewise among the templates.
    """

    schemas: Mapping[str, SchemaDocument]
    seeds: tuple[SeedFile, ...]
    rules: tuple[Rule, ...]
    templates: Templates
    unread_schemas: tuple[Diagnostic, ...]
    unread_seeds: tuple[Diagnostic, ...]
    unread_rules: tuple[Diagnostic, ...]
    unread_templates: tuple[Diagnostic, ...]

    @property
    def unreadable(self) -> frozenset[str]:
        """Stems of the schema files that could not be read."""
        return stems(self.unread_schemas)

    @property
    def seeded(self) -> frozenset[str]:
        """What the seed files are named after: tables, or stems of schema files."""
        return frozenset(seed.table for seed in self.seeds)


def stems(problems: Iterable[Diagnostic]) -> frozenset[str]:
    """Return the stems of the schema files that problems are in."""
    names = (problem.place.path.rpartition("/")[2] for problem in problems)
    return frozenset(name.removesuffix(_SCHEMA) for name in names)
