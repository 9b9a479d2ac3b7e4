"""The stages, in order.

    read -> check the schemas -> lower the catalog -> check it
         -> read, check and lower the records, batch by batch (seedc.loading)
         -> check the rows -> run the rules on them (seedc.judging) -> emit -> write

Nothing is emitted unless every check passed, and nothing is written unless
everything was emitted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import final

from seedc.ahead import Make, ahead
from seedc.check.catalog import check_catalog
from seedc.check.files import check_files
from seedc.check.options import check_options
from seedc.check.rows import check_rows
from seedc.check.rules.known_codes import known_codes
from seedc.check.rules.quoted_members import quoted_members
from seedc.check.rules.separate_folders import separate_folders
from seedc.check.rules.valid_project import valid_project
from seedc.check.schemas import Schemas, check_schemas
from seedc.diagnostics.severity import with_severity
from seedc.emit.targets import emit_catalog, emit_rows, invalid_templates
from seedc.judging import judge
from seedc.loading import Loading, load
from seedc.lower.project import lower_project
from seedc.lower.rows import in_key_order
from seedc.lower.tables import lower_catalog
from seedc.model.catalog import Catalog, Rows
from seedc.model.content import Content
from seedc.model.diagnostic import Diagnostic, has_errors
from seedc.model.document import SeedFile
from seedc.model.files import Files
from seedc.model.lifecycle import Lifecycle
from seedc.model.project import Project
from seedc.model.release import NO_HISTORY, History, Release
from seedc.model.source import Source
from seedc.model.table import Table
from seedc.model.templates import Templates
from seedc.read.project_file import read_project_file
from seedc.read.project_files import read_files
from seedc.write.compare import Comparison, compare
from seedc.write.replace import complete, locked, replace

_LARGE = 4_000_000
"""Bytes of seeds from which on a second process saves more time than it costs."""


@final
@dataclass(frozen=True, slots=True)
class Compiled:
    """A project that was read, checked and lowered.

    Attributes:
        catalog: Its catalog; without the tables whose schemas have problems.
        rows: Its rows in key order; None if anything is wrong.
        problems: All that is wrong, with the severities that the project gives.
        catalog_files: Gives the files that follow from the catalog alone.
        sources: The schemas, seeds, rules and templates that were read, by path.
        lifecycle: What became of the rows that are no more, of tables that say it.
        versions: Version of each seed file, by its path in the seeds folder.
        templates: Templates of the project's own.
        rules_left_out: How many rules were not run.
    """

    catalog: Catalog
    rows: Rows | None
    problems: tuple[Diagnostic, ...]
    catalog_files: Make
    sources: Mapping[str, Source]
    lifecycle: Mapping[str, Lifecycle]
    versions: Mapping[str, str]
    templates: Templates
    rules_left_out: int = 0


def read_project(root: Path) -> Project | list[Diagnostic]:
    """Read the project file of a folder.

    Raises:
        OSError: The file cannot be read.
    """
    document = read_project_file(root)
    if isinstance(document, Diagnostic):
        return [document]
    problems = [*quoted_members(document)]
    problems = problems or [*valid_project(document), *known_codes(document)]
    problems = problems or [*separate_folders(document)]
    return problems or lower_project(root, document)


def compile_project(
    project: Project,
    *,
    to_build: bool = False,
    run_rules: bool = True,
    tell: Callable[[str], None] = lambda _: None,
) -> Compiled:
    """Read, check and lower a project.

    Args:
        project: The project.
        to_build: Whether its files will be wanted; where reading its rows takes long,
            they are begun meanwhile.
        run_rules: Whether to run its rules, if its rows have no errors.
        tell: Called with a line about what is waited for.

    Raises:
        OSError: A file cannot be read.
        WorldError: The rules cannot be run.
    """
    files = read_files(project)
    schemas = check_schemas(files.schemas, files.unreadable, files.seeded)
    catalog = lower_catalog(project.name, schemas.sound)
    catalog_problems = check_catalog(catalog, schemas.sound)
    catalog_files: Make = partial(emit_catalog, catalog, project, files.templates)
    if to_build and not any((schemas.problems, catalog_problems)):
        catalog_files = _begun(catalog_files, project, files.seeds)
    loading = load(project.root, catalog, _by_table(catalog, files.seeds))
    found = (
        *check_files(project, files, schemas.problems),
        *schemas.problems,
        *catalog_problems,
        *loading.problems,
        *check_rows(project, catalog, loading.data, loading.sources),
        *files.unread_templates,
        *_target_problems(project, files, catalog, schemas, catalog_problems),
    )
    problems = tuple(with_severity(found, project.severity))
    rules = files.rules if run_rules and not has_errors(problems) else ()
    broken = judge(project, catalog, loading, rules, tell)
    problems += tuple(with_severity((*files.unread_rules, *broken), project.severity))
    rows = None if has_errors(problems) else in_key_order(catalog, loading.data)
    return Compiled(
        catalog,
        rows,
        problems,
        catalog_files,
        _by_path(files, loading),
        {name: s.lifecycle for name, s in loading.sources.items() if s.entries},
        _versions(project, loading),
        files.templates,
        len(files.rules) - len(rules),
    )


def build(project: Project, compiled: Compiled) -> Comparison:
    """Emit a compiled project's files and compare them with the output folder.

    Raises:
        OSError: A file cannot be read.
    """
    content, templates = _content(compiled), compiled.templates
    from_rows = emit_rows(compiled.catalog, content, project, templates)
    return compare(project.root / project.out, (*compiled.catalog_files(), *from_rows))


def write(project: Project, compiled: Compiled) -> Comparison:
    """Build a compiled project and bring its output folder to the new state.

    Raises:
        OSError: A file cannot be read or written.
        WorldError: The output folder leads out of itself.
    """
    out = project.root / project.out
    with locked(out):
        complete(out)
        comparison = build(project, compiled)
        replace(out, comparison)
    return comparison


def release(
    project: Project, compiled: Compiled, history: History = NO_HISTORY
) -> Release:
    """Return what `apply` brings to a database.

    Args:
        project: The project.
        compiled: It, without problems.
        history: Where its sources come from, if they are in Git.
    """
    from seedc.script.release import make_release  # noqa: PLC0415, as few need it

    return make_release(project, compiled.catalog, _content(compiled), history)


def _content(compiled: Compiled) -> Content:
    assert compiled.rows is not None, "used in spite of problems"  # noqa: S101, ours
    return Content(compiled.rows, compiled.lifecycle, compiled.versions)


def _target_problems(
    project: Project,
    files: Files,
    catalog: Catalog,
    schemas: Schemas,
    catalog_problems: Sequence[Diagnostic],
) -> list[Diagnostic]:
    """Return what is wrong with what the project wants otherwise in its code targets.

    They are about names of a catalog that must be complete for that.
    """
    if has_errors(
        with_severity((*schemas.problems, *catalog_problems), project.severity)
    ):
        return []
    return [*check_options(project, catalog, schemas.sound)] or [
        *invalid_templates(catalog, project, files.templates)
    ]


def _begun(make: Make, project: Project, seeds: Sequence[SeedFile]) -> Make:
    size = sum((project.root / seed.path).stat().st_size for seed in seeds)
    return ahead(make) if size > _LARGE else make


def _by_path(files: Files, loading: Loading) -> dict[str, Source]:
    seeds = (s for loaded in loading.sources.values() for _, s in loaded.records.files)
    schemas = (document.source for document in files.schemas.values())
    rules = (rule.source for rule in files.rules)
    all_ = (*schemas, *seeds, *rules, *files.templates.values())
    return {source.path: source for source in all_}


def _versions(project: Project, loading: Loading) -> dict[str, str]:
    folder = f"{project.seeds}/"
    return {p.removeprefix(folder): v for p, v in loading.versions.items()}


def _by_table(catalog: Catalog, seeds: Sequence[SeedFile]) -> dict[str, list[SeedFile]]:
    """Return the seed files of each table; they go by the name of its schema file.

    A table with two columns of one name is left out: nobody knows which one is meant.
    """
    unclear = {_root(t) for t in catalog.tables if len(_names(t)) < len(t.columns)}
    found: dict[str, list[SeedFile]] = {}
    for table in catalog.tables:
        names = {table.name, table.schema_path.rpartition("/")[2].split(".")[0]}
        own = [seed for seed in seeds if seed.table in names]
        if own and table.parent is None and table.name not in unclear:
            found[table.name] = own
    return found


def _root(table: Table) -> str:
    return table.parent.table if table.parent else table.name


def _names(table: Table) -> set[str]:
    return {column.name for column in table.columns}
